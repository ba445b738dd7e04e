"""The clean report with one of its paragraphs said otherwise."""

from __future__ import annotations

from tests.support.narrative import find, report

# What the clean report says of applications, of reviews and of publication, paragraph by paragraph.
APPLICATIONS = (
    "2024年，我局新收政府信息公开申请23件，其中自然人14件、法人或其他组织9件；上年结转3件。"
    "全年办结24件，其中予以公开10件、部分公开2件、不予公开6件、无法提供4件、不予处理1件、其他处理1件；"
    "结转下年度继续办理2件。"
)
CASES = "因政府信息公开工作引起行政复议4件、行政诉讼3件。"
PUBLISHED = (
    "全年主动公开政府信息268条，比2023年的240条增长11.7%；其中通过县政府门户网站公开186条，"
    "占69.4%，通过“澄溪文旅”微信公众号公开82条，占30.6%。"
)
DOCUMENTS = "全年制发行政规范性文件3件，废止1件，现行有效12件；"
FEE = "2024年，我局未收取信息处理费。"


def said(paragraph: str, instead_of: str, *codes: str) -> list[tuple[str, str]]:
    """Code and place of what rules of family C find when a paragraph says something else."""
    return [
        (found.code, found.place) for found in find(report((instead_of, paragraph)), *codes or "C")
    ]


def added(paragraph: str, topic: str = "其他") -> list[tuple[str, str]]:
    """The same with a paragraph more, behind the last one of a topic."""
    anchor = {"申请": CASES, "公开": PUBLISHED, "管理": "行政事业性收费6.32万元。", "其他": FEE}[
        topic
    ]
    text = report((anchor, f"{anchor}\n\n{paragraph}"))
    return [(found.code, found.place) for found in find(text, "C")]
