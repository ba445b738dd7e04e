"""Links: the websites that a report names, and the national documents that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.addresses import addresses_in
from gpar_lint.checks.law.citing import find_readings
from gpar_lint.server.analysis import Analysis
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

# National documents move on their sites; the government's own search finds them by number.
_SEARCH = "https://sousuo.www.gov.cn/sousuo/search.shtml?code=17da70961a7&searchWord="


class Link(Record):
    """A place that leads to an address."""

    span: Span
    target: str
    tooltip: str = ""


def links_of(analysis: Analysis) -> list[Link]:
    """The links of a report, in order."""
    context = analysis.context
    if context is None:
        return []
    return sorted([*_websites(context), *_citations(context)], key=lambda link: link.span)


def _websites(context: Context) -> Iterator[Link]:
    for passage in context.report.passages:
        for address in addresses_in(context, passage):
            text = passage.content.text[address.start : address.end]
            if not address.problem and text:
                target = text if "://" in text else f"http://{text}"
                yield Link(passage.content.span(address.start, address.end), target)


def _citations(context: Context) -> Iterator[Link]:
    for reading in context.once(find_readings):
        document = reading.numbered or next(iter(reading.titled), None)
        citation = reading.citation
        part = citation.title or citation.number
        if document and part:
            name = document.number or document.title
            yield Link(citation.span(part), _SEARCH + quote(name), f"{document.title} {name}")
