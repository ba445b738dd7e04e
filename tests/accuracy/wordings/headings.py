"""The chapters' headings: the format's, and the variants of them that are none the worse."""

from __future__ import annotations

from tests.accuracy.draft import Part
from tests.accuracy.wordings.writer import Writer

_VARIANTS = {
    "一": ("总体情况概述",),
    "二": ("行政机关主动公开政府信息情况", "主动公开政府信息的情况"),
    "三": ("行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况"),
    "四": (
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政复议及行政诉讼情况",
        "因政府信息公开工作被申请复议、提起行政诉讼的情况",
        "政府信息公开行政复议行政诉讼情况",
    ),
    "五": (
        "政府信息公开工作存在的主要问题及改进情况",
        "存在的主要问题和改进情况",
        "存在的问题及改进情况",
        "存在的主要问题及改进措施",
    ),
    "六": ("其他需要报告事项",),
}


class Headings(Writer):
    def chapter(self, number: str) -> Part:
        """A chapter's heading."""
        title = next(c.title for c in self.draft.edition.chapters if c.number == number)
        if self.random.random() < 0.3:
            title = self.pick(*_VARIANTS[number])
        return Part(number, f"{number}、{title}", 2)

    def tables(self) -> list[Part]:
        """The three chapters that hold a table."""
        parts = []
        for chapter in self.draft.edition.chapters:
            if chapter.table:
                parts += [self.chapter(chapter.number), Part(f"表{chapter.table}", "")]
        return parts
