"""Old formats through LibreOffice: the real one, and programs that stand for it when it fails."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from gpar_lint.format.loading import load_rulebook
from gpar_lint.source import office
from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.reading import read
from tests.source.pdf.making import convert_by_office

RTF = rb"{\rtf1\ansi\uc1 \u27700?\u21033?\u23616? 2024\par \u19968?\u12289?\u24635?\par}"
TEXT = "水利局 2024\n\n一、总\n"

with_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
posix = pytest.mark.skipif(os.name != "posix", reason="the program stood for is a script")


def paragraphs(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line]


def refusal(data: bytes = RTF) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read("年报.doc", data)
    rule = load_rulebook().rules["Z001"]
    for language in ("zh", "en"):
        assert rule.text(caught.value.reason, language, caught.value.values)
    return caught.value


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files made in passing are put."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def standing_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let a script be LibreOffice."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    assert refusal().reason == "no-libreoffice"


@posix
def test_a_conversion_that_makes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    standing_in(folder, monkeypatch, "raise SystemExit(1)")
    assert refusal().reason == "conversion-failed"
    assert [path.name for path in folder.iterdir()] == ["bin"]


@posix
def test_a_conversion_without_end_is_ended_with_what_it_started(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = folder / "children"
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(noted)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    standing_in(folder, monkeypatch, script)
    monkeypatch.setattr(office, "SECONDS", 2)
    assert refusal().reason == "conversion-slow"
    child = int(noted.read_text(encoding="utf-8"))
    assert has_ended(child)
    assert sorted(path.name for path in folder.iterdir()) == ["bin", "children"]


def has_ended(process: int) -> bool:
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if (
            state.exists()
            and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
        ):
            return True  # ended, and nobody has asked after it
        sleep(0.1)
    return False


@with_office
@pytest.mark.slow
def test_rich_text_by_the_real_libreoffice(folder: Path) -> None:
    document = read("年报.rtf", RTF)
    assert document.text == TEXT and document.kind == "office" and document.decoded is None
    assert [place.paragraph for place in document.places] == [1, 2]
    assert list(folder.iterdir()) == []


@with_office
@pytest.mark.slow
def test_a_report_as_doc_has_its_tables(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    rows = "<tr><td>规章</td><td>0</td></tr><tr><td>行政规范性文件</td><td>3</td></tr>"
    page.write_text(f"<p>总体情况</p><table border=1>{rows}</table>", encoding="utf-8")
    text = convert_by_office(page, "odt", tmp_path, "HTML (StarWriter)")
    for form, name in (("doc:MS Word 97", "a.doc"), ("doc:MS Word 97", "a.wps"), ("odt", "a.odt")):
        old = convert_by_office(text, form, tmp_path) if form != "odt" else text
        document = read(name, old.read_bytes())
        assert "规章\t0\n行政规范性文件\t3" in document.text


@with_office
@pytest.mark.slow
def test_several_conversions_at_once() -> None:
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda _: read("年报.rtf", RTF).text, range(3)))
    assert found == [TEXT] * 3


@with_office
@pytest.mark.slow
def test_what_libreoffice_cannot_open_is_said() -> None:
    garbage = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 300
    reason = refusal(garbage).reason
    assert reason in ("conversion-failed", "damaged-docx")
