"""The .vsix as a person gets it: unpacked elsewhere, its server started by a bare Python."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from gpar_lint.format.loading import load_rulebook
from tests.packaging.programs import VERSIONS, python
from tests.server.wire import did_open, initialize, message, read_message, send, wait_for

ROOT = Path(__file__).parents[2]
VSIX = ROOT / "dist" / "gpar-lint.vsix"
DEFECTIVE = ROOT / "examples" / "有缺陷" / "文表不符.txt"

pytestmark = pytest.mark.skipif(not VSIX.exists(), reason="make vsix has not been run")


@pytest.fixture(scope="module")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension, unpacked as an editor unpacks it."""
    folder = tmp_path_factory.mktemp("扩展 目录")
    with ZipFile(VSIX) as package:
        package.extractall(folder)
    return folder / "extension"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of reports with files that would shadow modules of Python's and of ours."""
    for name in ("json.py", "gpar_lint.py", "pygls.py"):
        (tmp_path / name).write_text("raise SystemExit('a file of the folder was imported')\n")
    return tmp_path


def program(extension: Path, *arguments: str, python: str = sys.executable) -> list[str]:
    """How the extension starts the program."""
    return [python, "-I", "-X", "utf8", str(extension / "bundled" / "run.py"), *arguments]


def talk(command: list[str], folder: Path) -> dict[str, Any]:
    """What the server answers to a defective report that is opened: its first diagnostics."""
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
    assert server.stdout
    send(server, initialize(None, {}, clientCommands=["gpar-lint.showRule"]))
    capabilities = read_message(server.stdout)["result"]["capabilities"]
    send(server, message("initialized", {}), did_open(DEFECTIVE.read_text("utf-8")))
    published = wait_for(server.stdout, "textDocument/publishDiagnostics")["params"]
    send(server, message("shutdown", None, 9))
    read_message(server.stdout)
    send(server, message("exit"))
    server.communicate(timeout=20)
    return {"capabilities": capabilities, "published": published}


def test_server_answers_from_a_clean_folder(extension: Path, reports: Path) -> None:
    started = time.monotonic()
    answered = talk(program(extension, "server"), reports)
    print(f"started, asked and ended: {time.monotonic() - started:.2f} s")
    codes = sorted(found["code"] for found in answered["published"]["diagnostics"])
    assert codes == ["C403", "C405", "C421"]
    commands = (answered["capabilities"].get("executeCommandProvider") or {}).get("commands", [])
    assert "gpar-lint.showRule" not in commands  # the extension registers it itself


@pytest.mark.parametrize("version", VERSIONS)
def test_it_runs_on_every_python(extension: Path, reports: Path, version: str) -> None:
    found = python(version)
    if found is None:
        pytest.skip(f"Python {version} is not on this machine")
    answered = talk(program(extension, "server", python=found), reports)
    assert len(answered["published"]["diagnostics"]) == 3


def test_reports_are_checked_from_a_read_only_place(extension: Path, reports: Path) -> None:
    """As the extension opens a report as HTML."""
    command = program(extension, "check", "-", "--stdin-filename", str(reports / "年报.txt"))
    with DEFECTIVE.open("rb") as report:
        done = subprocess.run(
            [*command, "--output-format", "html"], stdin=report, capture_output=True, cwd=reports
        )
    assert done.returncode == 1, done.stderr.decode()
    assert "正文称" in done.stdout.decode()


def test_where_the_environment_has_none_the_bundled_copy_serves(
    extension: Path, reports: Path, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    bare = str(tmp_path / "bare" / folder / "python")
    command = program(extension, "--from-environment", "--version", python=bare)
    done = subprocess.run(command, capture_output=True, cwd=reports)
    assert done.stdout.decode().startswith("gpar-lint "), done.stderr.decode()


def test_package_is_pure_and_holds_no_more_than_it_needs() -> None:
    with ZipFile(VSIX) as package:
        names = package.namelist()
        manifest = ElementTree.fromstring(package.read("extension.vsixmanifest"))
        ElementTree.fromstring(package.read("[Content_Types].xml"))
        assert package.testzip() is None
    suffixes = {Path(name).suffix for name in names}
    assert suffixes.isdisjoint({".so", ".pyd", ".dll", ".dylib", ".node", ".ts", ".map", ".pyc"})
    assert not [name for name in names if "node_modules" in name or "/tests/" in name]
    identity = manifest.find(".//{*}Identity")
    assert identity is not None
    assert identity.attrib["Id"] == identity.attrib["Publisher"] == "gpar-lint"
    for path in [asset.attrib["Path"] for asset in manifest.iterfind(".//{*}Asset")]:
        assert path in names


def test_every_rule_has_a_page_that_a_person_can_read() -> None:
    with ZipFile(VSIX) as package:
        pages = {
            Path(name).stem: package.read(name).decode()
            for name in package.namelist()
            if name.startswith("extension/bundled/rules/")
        }
    assert set(pages) == set(load_rulebook().rules)
    for code, page in pages.items():
        assert page.startswith(f"# {code} ")
        assert "```change" not in page and ".natural_person" not in page
    assert "表三“（一）予以公开”的“商业企业”改为 `3`" in pages["A301"]
