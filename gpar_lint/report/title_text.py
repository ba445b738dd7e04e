"""A title's text taken apart: agency, year, wording."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gpar_lint.report.agency import ends_as_agency, is_place, words
from gpar_lint.report.model import Title
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex

# 政府信息公开工作年度报告 and its slips: 信息公开工作年度报告, 年度工作报告, 工作的年度报告 …
_WORDING = regex(
    r"(?:年?度?的?(?:政府|政务)?信息公开|年?度?的?政务公开)"
    r"[工作年度情况的]{0,14}(?:报告|年报)(?:的报告)?"
    r"(?P<tail>\([^()]{0,20}\))?$"
)
_YEAR = regex(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])|二[〇零O0][〇零O0一二][〇零O0一二三四五六七八九]"
)
SITE_NAME = regex(r"(?<=报告)[-_|—–].*$")  # 某某局2024年……年度报告 - 某某县人民政府
_YEAR_UNIT = regex(r"年?度?\)?")
_DATED = regex(r"\([^()]*月[^()]*\)$")  # a date of publication below the title
_DIGITS = str.maketrans("〇零O一二三四五六七八九", "000123456789")
_AROUND_NAMES = "《》〈〉:、-—_|*#的"
_MARKS = {"《": "》", "〈": "〉", "<": ">", "*": "*"}  # that may stand around a whole title
_SECTION = regex(r"^【[^【】]{1,12}】")  # of a site: 【年度报告】某某局2024年……


class TitleReader:
    """Reads titles, with the words of rules/vocabulary/title.toml and agency.toml."""

    def __init__(
        self, title_words: Mapping[str, object], agency_words: Mapping[str, object]
    ) -> None:
        self._agency_words = agency_words
        self._labels = words(title_words, "labels")
        self._about = words(title_words, "about")
        self._sentence_beginnings = tuple(words(title_words, "sentence_beginnings"))
        self.between = tuple(words(title_words, "between"))

    def read(self, content: Excerpt) -> Title | None:
        """A squeezed text as a title; None where it is none."""
        whole = content
        content = self._bare(content)
        text = content.text
        wording = _WORDING.search(text)
        if wording is None or text.startswith(self._sentence_beginnings):
            return None
        # 某县人民政府信息公开工作年度报告: this 政府 belongs to the agency.
        start = wording.start() + (2 if text.endswith("人民", 0, wording.start()) else 0)
        end = wording.start("tail") if wording["tail"] else len(text)
        year = _YEAR.search(text, 0, end if _DATED.search(text) else len(text))
        return Title(
            content,
            content.span(),
            self._agency(text[:start]) or self._agency_behind(whole.text),
            int(year[0].translate(_DIGITS)) if year else None,
            content.span(*year.span()) if year else None,
            _unit(text, year, start) + text[start:end],
        )

    def names_agency(self, title: Title) -> bool:
        """Whether what stands as the agency is a name of one; a second name in brackets is not."""
        return self.is_agency(title.agency) and not title.agency.startswith("(")

    def is_agency(self, text: str) -> bool:
        """Whether a text ends as names of agencies or places do."""
        name = text.rstrip(")")
        return ends_as_agency(name, self._agency_words) or is_place(name, self._agency_words)

    def _bare(self, content: Excerpt) -> Excerpt:
        """Without a label (标题：), the name of a site after it, and marks around it."""
        text = content.text
        label = next((word for word in self._labels if text.startswith(word)), "")
        section = _SECTION.match(text)
        site = SITE_NAME.search(text)
        start = section.end() if section else len(label)
        end = site.start() if site else len(text)
        while start < end and _MARKS.get(text[start]) == text[end - 1]:
            start, end = start + 1, end - 1
        return content.cut(start, end)

    def _agency_behind(self, text: str) -> str:
        """The agency behind the wording: 2024年政府信息公开工作年度报告——某某县林业局."""
        behind = SITE_NAME.search(text)
        name = behind[0].strip(_AROUND_NAMES) if behind else ""
        return name if self.is_agency(name) else ""

    def _agency(self, head: str) -> str:
        """The agency in what stands before 政府信息公开…: without the year and 关于."""
        name = head
        for word in self._about:
            name = name.removeprefix(word)
        year = _YEAR.search(name)
        if year:
            unit = _YEAR_UNIT.match(name, year.end())
            name = name[: year.start()].rstrip("(《") + name[unit.end() if unit else year.end() :]
        name = name.strip(_AROUND_NAMES)
        for word in self._about:
            name = name.removesuffix(word)
        return name if "(" in name else name.rstrip(")")


def _unit(text: str, year: re.Match[str] | None, start: int) -> str:
    """年 or 年度 after the year, where the year stands before the wording."""
    if year is None or year.end() >= start:
        return ""
    return (
        "年度" if text.startswith("年度", year.end()) else "年" * text.startswith("年", year.end())
    )
