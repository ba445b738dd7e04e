"""What is built once for all tests of the packages, and a folder as users have them."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.programs import ROOT, run
from tools import pyz


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, the wheel built from the sdist, and the single file."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--outdir", folder, ROOT], folder)
    pyz.make(next(folder.glob("*.whl")), folder / "gpar-lint.pyz")
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="session")
def sdist(built: Path) -> Path:
    return next(built.glob("*.tar.gz"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Path]:
    """A folder with blanks and Chinese in its path, that nothing may be written to."""
    folder = tmp_path / "我的 文档" / "年报（终稿） 2024"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "有缺陷" / "勾稽关系.txt", folder / "县 年报.txt")
    shutil.copy(ROOT / "rules" / "manual" / "clean-2021.txt", folder / "无 问题.txt")
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    before = sorted(folder.iterdir())
    yield folder
    folder.chmod(stat.S_IRWXU)
    assert sorted(folder.iterdir()) == before
