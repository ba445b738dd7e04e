"""Reports for the tests of report/: read from text, with the built-in rules."""

from __future__ import annotations

from functools import lru_cache

from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.report.model import Report
from gpar_lint.report.reading import read_report
from gpar_lint.source.reading import read

TITLE = "青禾县林业局2024年政府信息公开工作年度报告"
CHAPTERS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
BODIES = (
    "2024年，我局认真做好政府信息公开工作。",
    "本年度行政许可12件。",
    "本年度未收到政府信息公开申请。",
    "本年度没有行政复议和行政诉讼。",
    "公开形式比较单一，将予以改进。",
    "2024年，我局未收取信息处理费。",
)


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """The built-in rules, read once."""
    return load_rulebook()


def report_of(text: str, name: str = "report.txt") -> Report:
    """A text read as a report."""
    return read_report(read(name, text.encode()), rulebook())


def whole(headings: tuple[str, ...] = CHAPTERS, title: str = TITLE) -> str:
    """A report with these headings, a sentence below each."""
    parts = [title, "现发布本机关年度报告。"]
    for heading, body in zip(headings, BODIES, strict=False):
        parts.extend((heading, body))
    return "\n\n".join(parts) + "\n"
