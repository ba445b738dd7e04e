"""The reports in examples/: every planted defect found at its place, the clean ones silent."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
import tomli

from gpar_lint.checks.context import Settings
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read

EXAMPLES = Path(__file__).parent.parent / "examples"
REPORTS = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in (".txt", ".md"))
EXPECTED = tomli.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))
RULEBOOK = load_rulebook()


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_an_example_gives_what_a_reviewer_finds(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    settings = Settings(today=date(2026, 3, 1))
    examination = examine(document, RULEBOOK, settings, RULEBOOK.rules.values())
    found = defaultdict(list)
    for finding in examination.findings:
        if RULEBOOK.rules[finding.code].severity != "info" and finding.span:
            found[finding.code].append(document.lines.line_of(finding.span.start) + 1)
    assert found == EXPECTED.get(path.relative_to(EXAMPLES).as_posix(), {})


def test_there_are_clean_and_defective_examples() -> None:
    folders = {path.parent.name for path in REPORTS}
    assert {"合规", "有缺陷"} <= folders
    assert all((EXAMPLES / name).is_file() for name in EXPECTED)
