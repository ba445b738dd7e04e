"""Whether the report itself agrees on another year than its title's.

The title's year is the reporting year unless two or more of the statistics period, the preamble's
announcement, the fee statement and the opening of chapter one agree on another; then it is the
title that is wrong (C431), and nothing else is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.sentences import find_sentences
from gpar_lint.format.edition import Edition
from gpar_lint.text.patterns import regex

_ANNOUNCED = regex(r"([0-9]{4})年度?(?:政府)?信息公开(?:工作)?年度报告")
_OPENING = regex(r"([0-9]{4})年度?[，,]")
_FULL_YEAR = regex(r"([0-9]{4})年1月1日.{0,3}?[至到—\-–~].{0,2}?(?:\1年)?12月31日")
_FEE = regex(r"([0-9]{4})年[^。;]{0,30}(?:信息处理费|信息公开收费)")


def reporting_year(context: Context) -> int | None:
    """The year that the report is on, as far as its text decides it."""
    agreed = context.once(year_agreed_on)
    return context.report.year if agreed is None else agreed


def edition_in_force(context: Context) -> Edition | None:
    """The edition of the format for that year; None for a year before there was one (S103)."""
    year, rulebook = reporting_year(context), context.rulebook
    if year is not None and year < min(each.first_year for each in rulebook.editions.values()):
        return None
    return rulebook.edition_for(year)


def year_agreed_on(context: Context) -> int | None:
    """The year other than the title's that two or more of the four places agree on."""
    years = Counter(_stated_years(context))
    title = context.report.title
    if title is None or title.year is None or not years:
        return None
    year, count = years.most_common(1)[0]
    return year if count > 1 and year != title.year else None


def _stated_years(context: Context) -> Iterator[int]:
    """The year of each of the four places that states one."""
    seen: set[str] = set()
    for sentence in context.once(find_sentences):
        chapter, text = sentence.passage.chapter, sentence.text
        places = {
            "announcement": _ANNOUNCED.search(text) if chapter is None else None,
            "period": _FULL_YEAR.search(text) if chapter in (None, "六") else None,
            "fee": _FEE.search(text) if chapter == "六" else None,
            "opening": _OPENING.match(text) if chapter == "一" else None,
        }
        for place, found in places.items():
            if found and place not in seen:
                seen.add(place)
                yield int(found[1])
