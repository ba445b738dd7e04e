"""Every way to install, on every Python there is, used as a person uses it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.packaging.programs import ROOT, VERSIONS, environment, install, python, run

pytestmark = pytest.mark.slow

USER = """\
import gpar_lint

codes: set[str] = {finding.code for finding in gpar_lint.check_text("", select=["A301"])}
report: gpar_lint.Report = gpar_lint.read_report("report.txt")
cell: int | float | None = report.tables["三"]["granted"]["total"]
line: int = gpar_lint.check_file("report.txt")[0].range.start.line

wrong: int = report.agency
"""

Program: TypeAlias = list[str | Path]


@pytest.fixture(scope="session", params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    if python(request.param) is None:
        pytest.skip(f"no Python {request.param} on this machine")
    return str(request.param)


@pytest.fixture(scope="session", params=["wheel", "wheel -m", "pyz"])
def program(
    request: pytest.FixtureRequest, version: str, built: Path, environments: dict[str, Path]
) -> Program:
    """The program's command line: installed, as a module, or the single file."""
    if request.param == "pyz":  # without the installed packages, nor the folder it is called in
        return [python(version) or "", "-I", "-S", built / "gpar-lint.pyz"]
    if version not in environments:
        folder = built.parent / "environments"
        folder.mkdir(exist_ok=True)
        environments[version] = install(version, folder, next(built.glob("*.whl")))
    programs = environments[version]
    if request.param == "wheel":
        return [programs / "gpar-lint"]
    return [programs / "python", "-m", "gpar_lint"]


@pytest.fixture(scope="session")
def environments() -> dict[str, Path]:
    """The bin folders of the virtual environments made so far, by version."""
    return {}


def test_reports_are_checked(program: Program, desk: Path) -> None:
    assert "2 个错误" in run([*program, "县 年报.txt"], desk, status=1).stdout
    assert "县 年报.txt:" in run([*program, "."], desk, status=1).stdout
    assert run([*program, "-q", desk / "无 问题.txt"], desk.parent).stdout == ""


def test_from_the_package_and_not_from_the_checkout(program: Program, desk: Path) -> None:
    everything = run([*program, "-v", "--output-format", "json", "县 年报.txt"], desk, status=1)
    assert json.loads(everything.stdout)[0]["code"] == "A301"
    assert str(ROOT) not in everything.stderr


def test_all_data_is_there(program: Program, desk: Path, tmp_path: Path) -> None:
    known = json.loads(run([*program, "rule", "--all", "--output-format", "json"], desk).stdout)
    assert len(known) == len(list((ROOT / "rules" / "manual").glob("[A-Z]*.md")))
    assert all(rule["manual"]["检查内容"] for rule in known)
    page = tmp_path / "结果 页.html"
    run([*program, "县 年报.txt", "--output-format", "html", "-o", page], desk, status=1)
    assert "<style>" in page.read_text(encoding="utf-8")
    assert "gpar-lint" in run([*program, "completion", "bash"], desk).stdout


def test_word_documents(program: Program, desk: Path, tmp_path: Path) -> None:
    """Made, read and annotated without any library of theirs."""
    blank = tmp_path / "空白 年报.docx"
    run([*program, "new", "--agency", "青禾县水务局", "--year", "2025", "-o", blank], desk)
    assert "〔填写〕" in run([*program, blank], desk, status=1).stdout
    run([*program, "annotate", blank], desk, status=1)
    assert (tmp_path / "空白 年报.批注.docx").exists()


def test_pdf_without_its_package_says_what_to_install(program: Program, tmp_path: Path) -> None:
    (tmp_path / "年报.pdf").write_bytes(b"%PDF-1.7\n")
    said = run([*program, "年报.pdf"], tmp_path, status=1).stdout
    assert "Z001" in said
    assert "pip install pypdfium2" in said


def test_processes_side_by_side(program: Program, desk: Path) -> None:
    assert "2 个错误" in run([*program, "--jobs", "2", "."], desk, status=1).stdout


def test_the_language_server_answers(program: Program, desk: Path) -> None:
    hello = {"processId": None, "rootUri": desk.as_uri(), "capabilities": {}}
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello},
        {"jsonrpc": "2.0", "method": "initialized", "params": {}},
        {"jsonrpc": "2.0", "id": 2, "method": "shutdown"},
        {"jsonrpc": "2.0", "method": "exit"},
    ]
    bodies = [json.dumps(message).encode() for message in messages]
    sent = b"".join([b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies])
    done = subprocess.run(
        [*program, "server"], cwd=desk, env=environment(), input=sent, capture_output=True
    )
    assert b'"name":"gpar-lint"' in done.stdout.replace(b'": "', b'":"'), done.stderr
    assert done.returncode == 0


def test_the_interface_is_typed(wheel: Path, tmp_path: Path) -> None:
    """As a checker of types sees it that has the installed package alone."""
    programs = install("{}.{}".format(*sys.version_info), tmp_path, wheel)
    user = tmp_path / "user.py"
    user.write_text(USER, encoding="utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--python-executable", programs / "python"]
    said = run([*mypy, user], tmp_path, status=1).stdout
    assert "user.py:8: error" in said
    assert "Found 1 error" in said


@pytest.fixture(scope="session")
def wheelhouse(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and all it needs in one folder, as for an office without a network."""
    folder = tmp_path_factory.mktemp("wheelhouse")
    run([sys.executable, "-m", "pip", "download", "--quiet", "-d", folder, wheel], folder)
    return folder


def test_pip_without_a_network(wheelhouse: Path, desk: Path, tmp_path: Path) -> None:
    version = "{}.{}".format(*sys.version_info)
    programs = install(version, tmp_path, "--no-index", f"--find-links={wheelhouse}", "gpar-lint")
    assert "2 个错误" in run([programs / "gpar-lint", "."], desk, status=1).stdout


def test_the_sdist_alone(sdist: Path, desk: Path, tmp_path: Path) -> None:
    programs = install("{}.{}".format(*sys.version_info), tmp_path, sdist)
    assert "2 个错误" in run([programs / "gpar-lint", "."], desk, status=1).stdout


def test_uvx(wheel: Path, wheelhouse: Path, desk: Path, tmp_path: Path) -> None:
    offline = {"UV_NO_INDEX": "1", "UV_FIND_LINKS": str(wheelhouse), "UV_PYTHON": sys.executable}
    folders = {"UV_CACHE_DIR": str(tmp_path / "cache"), "UV_TOOL_DIR": str(tmp_path / "tools")}
    command = [
        sys.executable,
        "-m",
        "uv",
        "tool",
        "run",
        "--from",
        wheel,
        "gpar-lint",
        "县 年报.txt",
    ]
    assert "2 个错误" in run(command, desk, status=1, **offline, **folders).stdout


@pytest.fixture
def pipx(wheelhouse: Path, tmp_path: Path) -> dict[str, str]:
    """The variables that keep pipx within the test."""
    home = {"PIPX_HOME": str(tmp_path / "home"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    return {**home, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheelhouse)}


def test_pipx_run(wheel: Path, pipx: dict[str, str], desk: Path) -> None:
    command = [sys.executable, "-m", "pipx", "run", "--spec", wheel, "gpar-lint", "县 年报.txt"]
    assert "2 个错误" in run(command, desk, status=1, **pipx).stdout


def test_pipx_install(wheel: Path, pipx: dict[str, str], desk: Path) -> None:
    run([sys.executable, "-m", "pipx", "install", wheel], desk, **pipx)
    program = Path(pipx["PIPX_BIN_DIR"]) / "gpar-lint"
    assert "2 个错误" in run([program, "县 年报.txt"], desk, status=1).stdout
