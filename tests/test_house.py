"""How the house is built: layers, lines, and what a plain run must not load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "gpar_lint"
LAYERS = (
    "text", "source", "format", "report", "checks", "linter", "output", "annotate", "cli", "server"
)  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))
# `gpar-lint server` starts the other front end; it alone may, and only when it runs.
DOORS = {("cli", "gpar_lint.server")}
# What costs a plain run more than it gives: half a second, or more than the linting itself.
HEAVY = {
    "pygls", "lsprotocol", "attrs", "cattrs", "asyncio", "dataclasses", "importlib.metadata",
    "docx", "lxml", "pypdfium2_raw", "subprocess", "multiprocessing", "concurrent.futures",
    "zipfile", "xml.etree.ElementTree", "gpar_lint.source.docx",
}  # fmt: skip


def layer_of(module: str) -> str:
    """The layer of gpar_lint.report.model: report; of the package itself: ""."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports_of(path: Path) -> Iterator[tuple[str, bool]]:
    """What a module imports from the package, and whether at its top (not within a function)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.If):  # if TYPE_CHECKING: counts as the top
            top.update(id(child) for child in node.body if id(node) in top)
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "gpar_lint":
                yield name, id(node) in top


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_layer_imports_only_from_the_layers_before_it(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0]
    if own not in LAYERS:
        return
    for name, at_top in imports_of(path):
        other = layer_of(name)
        if other not in LAYERS or other == own:
            continue
        if not at_top and (own, "gpar_lint." + other) in DOORS:
            continue
        assert {own, other} != {"cli", "server"}, f"{path} imports {name}"
        assert LAYERS.index(other) < LAYERS.index(own), f"{path} imports {name}"


def test_every_folder_of_the_package_is_a_layer() -> None:
    folders = {
        path.parent.relative_to(PACKAGE).parts[0] for path in MODULES if path.parent != PACKAGE
    }
    assert folders <= set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_lines_are_those_of_the_line_index(path: Path) -> None:
    """str.splitlines also ends lines where no editor does; LineIndex does not."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert "splitlines" not in called


REPORT = """某县水利局2024年政府信息公开工作年度报告

一、总体情况

2024年，我局收到政府信息公开申请1件。
"""


def test_a_plain_run_loads_nothing_heavy(tmp_path: Path) -> None:
    pytest.importorskip("gpar_lint.cli.main")
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    program = (
        "import sys\n"
        "from gpar_lint.cli.main import entry\n"
        f"sys.argv = ['gpar-lint', {str(report)!r}]\n"
        "try:\n    entry()\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stderr.split())
    assert "gpar_lint.source.reading" in loaded, run.stdout
    assert not HEAVY & loaded
