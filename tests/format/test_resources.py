"""rules/ is found from a checkout, an installed package, a wheel on the path and a .pyz."""

from __future__ import annotations

import os
import subprocess
import sys
import zipapp
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

SCRIPT = """
import gpar_lint
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report, read_manual

rulebook = load_rulebook()
print(gpar_lint.__file__)
print(*rulebook.editions, len(rulebook.rules), *sorted(rulebook.vocabulary))
print(read_manual("Z001").name, read_manual("Z999"), len(clean_report("2021")))
"""


def run(cwd: Path, *arguments: str, path: Path | None = None) -> list[str]:
    """The lines that a Python process prints, run away from the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(path) if path else "", "PYTHONUTF8": "1"}
    environment.pop("PYTHONPYCACHEPREFIX", None)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the script prints for a checkout (an editable install puts it on the path likewise)."""
    lines = run(tmp_path_factory.mktemp("away"), "-c", SCRIPT, path=CHECKOUT)
    assert Path(lines[0]).parent.parent == CHECKOUT
    return lines[1:]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the checkout."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=CHECKOUT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    [built] = folder.glob("*.whl")
    return built


def unpacked(wheel: Path, folder: Path) -> Path:
    with zipfile.ZipFile(wheel) as content:
        content.extractall(folder)
    return folder


def test_a_wheel_installed(wheel: Path, tmp_path: Path, checkout: list[str]) -> None:
    site = unpacked(wheel, tmp_path / "site")
    file, *lines = run(tmp_path, "-c", SCRIPT, path=site)
    assert Path(file).is_relative_to(site)
    assert lines == checkout


def test_a_wheel_on_the_path(wheel: Path, tmp_path: Path, checkout: list[str]) -> None:
    file, *lines = run(tmp_path, "-c", SCRIPT, path=wheel)
    assert Path(file).is_relative_to(wheel)
    assert lines == checkout


def test_a_pyz(wheel: Path, tmp_path: Path, checkout: list[str]) -> None:
    site = unpacked(wheel, tmp_path / "site")
    (site / "__main__.py").write_text(SCRIPT, encoding="utf-8")
    zipapp.create_archive(site, tmp_path / "gpar-lint.pyz")
    file, *lines = run(tmp_path, str(tmp_path / "gpar-lint.pyz"))
    assert Path(file).is_relative_to(tmp_path / "gpar-lint.pyz")
    assert lines == checkout


def test_a_rule_changed_after_a_run_counts_in_the_next(wheel: Path, tmp_path: Path) -> None:
    """What the first run kept of the rules is not used once a file has changed."""
    site = unpacked(wheel, tmp_path / "site")
    script = (
        "import sys; sys.dont_write_bytecode = False\n"
        "from gpar_lint.format.loading import load_rulebook\n"
        "print(load_rulebook().rules['Z002'].severity)"
    )
    assert run(tmp_path, "-c", script, path=site) == ["error"]
    assert list(site.rglob("*.rules")), "nothing was kept"
    assert run(tmp_path, "-c", script, path=site) == ["error"]
    tool = site / "gpar_lint/rules/catalogue/Z-tool.toml"
    text = tool.read_text(encoding="utf-8")
    tool.write_text(text.replace('severity = "error"', 'severity = "info"'), encoding="utf-8")
    assert run(tmp_path, "-c", script, path=site) == ["info"]
