"""The hooks, run by the real pre-commit in a real git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, FAULTY

ROOT = Path(__file__).parents[2]
SPOILT = CLEAN.replace("文化惠民活动", "文化惠民活\u200b动")
CONFIGURATION = """\
repos:
- repo: {hooks}
  rev: {revision}
  hooks:
  - id: gpar-lint-fix
  - id: gpar-lint
    additional_dependencies: [pypdfium2]
"""
PDFS = ROOT / "tests/source/pdf/data"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]


class Repository:
    """A git repository."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self._environment = environment
        self.run("git", "init", "--quiet", "--initial-branch", "main").check_returncode()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "--all").check_returncode()
        return self.run("git", "commit", "--quiet", "--message", "改动")

    def commits(self) -> int:
        """How many commits there are."""
        return len(self.run("git", "rev-list", "--all").stdout.split())


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home of its own: nobody's git configuration, hooks or pre-commit cache."""
    home = tmp_path_factory.mktemp("home")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return {
        **kept,
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "办事员",
        "GIT_AUTHOR_EMAIL": "clerk@example.cn",
        "GIT_COMMITTER_NAME": "办事员",
        "GIT_COMMITTER_EMAIL": "clerk@example.cn",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONUTF8": "1",
    }


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Repository:
    """This checkout as it is now, as a repository of hooks."""
    folder = tmp_path_factory.mktemp("hooks") / "gpar-lint"
    for name in ("gpar_lint", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    repository = Repository(folder, environment)
    assert repository.commit().returncode == 0
    return repository


@pytest.fixture(scope="module")
def reports(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str], hooks: Repository
) -> Repository:
    """A repository of reports with the hooks installed."""
    repository = Repository(tmp_path_factory.mktemp("年报"), environment)
    revision = hooks.run("git", "rev-parse", "HEAD").stdout.strip()
    configuration = CONFIGURATION.format(hooks=hooks.folder, revision=revision)
    repository.write(".pre-commit-config.yaml", configuration)
    repository.run("pre-commit", "install").check_returncode()
    built = repository.run("pre-commit", "install-hooks")
    if "No matching distribution found" in built.stdout + built.stderr:
        pytest.skip("no package index can be reached to build the hooks' environment")
    assert built.returncode == 0, built.stdout + built.stderr
    return repository


def test_a_repository_of_reports(reports: Repository) -> None:
    """One story, told in order: the environment is built once."""
    others_are_accepted(reports)
    a_defective_report_is_refused(reports)
    a_mended_report_is_accepted(reports)
    what_can_be_fixed_is_fixed(reports)
    what_is_excluded_is_let_be(reports)
    office_files_that_are_no_reports_are_accepted(reports)
    a_defective_pdf_is_refused_and_not_touched(reports)


def others_are_accepted(reports: Repository) -> None:
    reports.write("README.md", "# 年报\n\n各单位的年报，一年一个文件夹。\n")
    reports.write("requirements.txt", "gpar-lint\n")
    reports.write("notes/会议记录.txt", "一、总体情况介绍\n二、讨论\n")
    done = reports.commit()
    assert done.returncode == 0, done.stderr
    assert reports.commits() == 1


def a_defective_report_is_refused(reports: Repository) -> None:
    reports.write("2024/水利局.txt", FAULTY)
    reports.write("README.md", "# 年报\n\n新增水利局。\n")
    done = reports.commit()
    assert done.returncode == 1
    assert reports.commits() == 1
    told = done.stdout + done.stderr
    assert "检查政府信息公开工作年度报告" in told and "Failed" in told
    assert "2024/水利局.txt:65:3 错误 T202 [missing-row] 表三缺少一行" in told
    assert "README.md" not in told


def a_mended_report_is_accepted(reports: Repository) -> None:
    reports.write("2024/水利局.txt", CLEAN)
    done = reports.commit()
    assert done.returncode == 0, done.stderr
    assert reports.commits() == 2


def what_can_be_fixed_is_fixed(reports: Repository) -> None:
    path = reports.folder / "2024/文旅局.txt"
    reports.write("2024/文旅局.txt", SPOILT)
    done = reports.commit()
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert "files were modified by this hook" in told
    assert "已修复 2024/文旅局.txt：1 处（F709 1）" in told
    assert path.read_text(encoding="utf-8") == CLEAN
    assert reports.commit().returncode == 0
    assert reports.commits() == 3


def what_is_excluded_is_let_be(reports: Repository) -> None:
    reports.write("gpar-lint.toml", 'exclude = ["草稿/"]\n')
    reports.write("草稿/水利局.txt", FAULTY)
    done = reports.commit()
    assert done.returncode == 0, done.stderr


def office_files_that_are_no_reports_are_accepted(reports: Repository) -> None:
    commits = reports.commits()
    reports.write("附件/合同.docx", b"PK\x03\x04")
    reports.write("附件/图纸.pdf", b"%PDF-1.7")
    reports.write("~$2024年年报.docx", b"\x05Word")
    reports.write("年报/柳泉县民政局.pdf", (PDFS / "old-office.pdf").read_bytes())
    done = reports.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    assert reports.commits() == commits + 1


def a_defective_pdf_is_refused_and_not_touched(reports: Repository) -> None:
    data = (PDFS / "sums-chromium.pdf").read_bytes()
    reports.write("2024年年报.pdf", data)
    done = reports.commit()
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert "2024年年报.pdf:" in told and "A301" in told and "位置：" in told
    assert (reports.folder / "2024年年报.pdf").read_bytes() == data
    assert "~$" not in told
