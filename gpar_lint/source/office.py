"""Documents that only an office program reads, as .docx by LibreOffice: .doc, .wps, .rtf, .odt."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.docx import read_docx

#: Seconds that LibreOffice may take; the first time it makes itself at home, which is slow.
SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
# Where installers put it, and PATH does not lead.
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
)
# A profile of its own: an office that is open elsewhere is not disturbed, several may run at once,
# macros never run, and nothing is fetched that a document links to.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
# How a document begins, the suffix for it and LibreOffice's name of its reader: left to guess, it
# takes damaged documents for texts of strange characters.
_READERS = (
    (b"\xd0\xcf\x11\xe0", "doc", "MS Word 97"),
    (b"{\\rtf", "rtf", "Rich Text Format"),
    (b"PK", "odt", "writer8"),
    (b"<?xml", "xml", "MS Word 2003 XML"),
)


def read_office(name: str, data: bytes) -> Document:
    """Read a document that LibreOffice turns into .docx; its text is a projection of that.

    Raises Unreadable: "no-libreoffice", "conversion-failed", "conversion-slow" (values: seconds)
    or one of docx.read_docx's.
    """
    document = read_docx(name, converted(data))
    document.kind = "office"
    return document


def converted(data: bytes) -> bytes:
    """A document's bytes as those of a .docx. Raises Unreadable as read_office."""
    program = office_program()
    if program is None:
        raise Unreadable("no-libreoffice")
    beginning = data[:64].lstrip(b"\xef\xbb\xbf\r\n\t ")
    known = [(suffix, reader) for mark, suffix, reader in _READERS if beginning.startswith(mark)]
    if not known:
        raise Unreadable("conversion-failed")
    suffix, reader = known[0]
    with tempfile.TemporaryDirectory(prefix="gpar-lint-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document.{suffix}"
        source.write_bytes(data)
        _make_profile(folder / "profile")
        _run(program, reader, source, folder)
        made = folder / "out" / "document.docx"
        if not made.is_file():
            raise Unreadable("conversion-failed")
        return made.read_bytes()


def office_program() -> str | None:
    """LibreOffice's program on this machine, if there is one."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def _make_profile(folder: Path) -> None:
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")


def _run(program: str, reader: str, source: Path, folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += [
        "--nologo",
        "--nolockcheck",
        f"--infilter={reader}",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    command += ["--outdir", str(folder / "out"), str(source)]
    # In a session of its own: the program is a script that starts another, and both must end.
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise Unreadable("conversion-slow", seconds=SECONDS) from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            ending = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(ending, capture_output=True, check=False)
        return
    with suppress(ProcessLookupError, PermissionError):  # all of them may have ended
        os.killpg(process.pid, signal.SIGKILL)
