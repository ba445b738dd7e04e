"""The title line: missing, without a year, on a year of no format, or worded otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.placeholders import is_unfilled
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Report, Title
from gpar_lint.text.patterns import regex
from gpar_lint.text.span import Span

_PROPER = "政府信息公开工作年度报告"
# The words of the title, some of them lost, doubled or in another order: what is meant is plain.
_SLIP = regex(
    "的?(?:政府)?信息公开的?(?:工作)?(?:情况)?的?(?:年度)?的?(?:工作)?(?:情况)?的?(?:年度)?报告"
)
_OTHER_SUBJECT = regex("(?:政务公开|政务信息公开)的?(?:工作)?的?(?:年度)?(?:工作)?(?:报告|年报)")


def check_missing_title(context: Context, rule: Rule) -> Iterator[Finding]:
    """No title line (S101)."""
    if context.report.title is None:
        yield Finding(rule.code, _first_line(context.report))


def check_title_year(context: Context, rule: Rule) -> Iterator[Finding]:
    """A title without a four-digit year (S102): which year was taken instead, and whence."""
    report = context.report
    if report.title is None or report.title.year is not None:
        return
    if is_unfilled(context, report.title.content.text):
        return  # F704
    text = report.year_source if report.year_source in rule.texts else "message"
    year = report.year or 0
    fix = None
    if text == "period":
        fix = _year_inserted(report.title, year)
    yield Finding(rule.code, report.title.span, {"year": year}, text, fix=fix)


def _year_inserted(title: Title, year: int) -> Fix | None:
    place = title.content.text.rfind(title.wording)
    if place < 0 or title.wording.startswith("年"):
        return None
    start = title.content.span(place).start
    return Fix((Edit(Span(start, start), f"{year}年"),), safe=False, values={"year": year})


def check_unsupported_year(context: Context, rule: Rule) -> Iterator[Finding]:
    """A reporting year before the oldest edition, or after next year (S103)."""
    report, today = context.report, context.settings.today
    editions = list(context.rulebook.editions.values())
    if report.year is None or not editions:
        return
    span = _place_of_year(report)
    if report.year < editions[0].first_year:
        values = {"year": report.year, "first": editions[0].first_year}
        yield Finding(rule.code, span, values)
    elif today and report.year > today.year + 1 and _is_beyond(report.year, editions[-1].last_year):
        values = {"year": report.year, "today": today.year}
        yield Finding(rule.code, span, values, text="future")


def _is_beyond(year: int, last_year: int | None) -> bool:
    return last_year is None or year > last_year


def _place_of_year(report: Report) -> Span:
    if report.title is None:
        return _first_line(report)
    return report.title.year_span or report.title.span


def check_title_wording(context: Context, rule: Rule) -> Iterator[Finding]:
    """A title that says 年度 twice or has lost or exchanged a word (S104)."""
    title = context.report.title
    if title is None:
        return
    wording = title.wording.removeprefix("年").removeprefix("度")
    start = title.content.text.rfind(wording)
    values = {"stated": title.wording, "proper": _PROPER}
    if start < 0:
        return
    if _OTHER_SUBJECT.fullmatch(wording):
        yield Finding(rule.code, title.content.span(start), values, text="subject")
        return
    doubled = _doubled_year(title, start)
    edits = [Edit(doubled, "")] if doubled else []
    span, text = doubled or title.span, "doubled"
    if wording != _PROPER and _SLIP.fullmatch(wording) and not _may_be_agency(title, start):
        span, text = title.content.span(start, start + len(wording)), "message"
        edits.append(_least_edit(title, start, wording))
    if edits:
        fix = Fix(tuple(edits), safe=True, values=values)
        yield Finding(rule.code, span, values, text, fix=fix)


def _doubled_year(title: Title, wording: int) -> Span | None:
    """The 度 of a 年度 after the year and before the title's wording, which says 年度 itself."""
    if title.year_span is None:
        return None
    text, offsets = title.content.text, title.content.offsets
    place = next((k for k, offset in enumerate(offsets) if offset >= title.year_span.end), wording)
    if place < wording and text.startswith("年度", place):
        return title.content.span(place + 1, place + 2)
    return None


def _may_be_agency(title: Title, start: int) -> bool:
    """Whether 政府 may belong to the agency: 某县人民政府信息公开工作年度报告."""
    return title.content.text.startswith("信息公开", start) and title.content.text.endswith(
        "政府", 0, start
    )


def _least_edit(title: Title, start: int, wording: str) -> Edit:
    """The change that makes the wording proper; what both share at either end stays untouched."""
    same = 0
    while same < min(len(wording), len(_PROPER)) and wording[same] == _PROPER[same]:
        same += 1
    end = 0
    rest = min(len(wording), len(_PROPER)) - same
    while end < rest and wording[-1 - end] == _PROPER[-1 - end]:
        end += 1
    span = title.content.span(start + same, start + len(wording) - end)
    return Edit(span, _PROPER[same : len(_PROPER) - end])


def _first_line(report: Report) -> Span:
    return report.document.lines.span(0)
