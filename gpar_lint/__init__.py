"""gpar-lint: a linter for 政府信息公开工作年度报告 (disclosure annual reports).

    import gpar_lint

    for finding in gpar_lint.check_file("年报.txt"):
        print(finding.range.start.line, finding.code, finding.message)

The functions and records named in `__all__` are the package's interface; every other module is the
program's own and may change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gpar_lint.api import InputError, check_file, check_text, read_report, read_report_text
    from gpar_lint.results import (
        Cell,
        Chapter,
        Claim,
        Edit,
        Finding,
        Fix,
        Location,
        Position,
        Range,
        Related,
        Report,
        Unread,
    )

__version__ = "0.1.0"

__all__ = [
    "Cell",
    "Chapter",
    "Claim",
    "Edit",
    "Finding",
    "Fix",
    "InputError",
    "Location",
    "Position",
    "Range",
    "Related",
    "Report",
    "Unread",
    "check_file",
    "check_text",
    "read_report",
    "read_report_text",
]


def __getattr__(name: str) -> object:
    """What is named above, imported at its first use: the command must not wait for it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from gpar_lint import api, results

    found: object = getattr(results, name, None) or getattr(api, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
