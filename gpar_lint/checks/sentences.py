"""Sentences of a report, each read whole whatever lines it was wrapped over."""

from __future__ import annotations

from gpar_lint.checks.context import Context
from gpar_lint.report.model import Passage
from gpar_lint.report.passages import sentences as sentences_of
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

_NAME = regex(r"《[^《》]*》")
_LONGEST_LEAD = 24  # code points of a first sentence that serves as a heading: 收费情况。


class Sentence(Record):
    """A sentence or half-sentence (。！？；) of a passage."""

    content: Excerpt  # squeezed
    passage: Passage
    lead: str  # what it stands under: the heading before it, or the first words of its passage

    @property
    def text(self) -> str:
        """Its words."""
        return self.content.text

    @property
    def nameless(self) -> str:
        """Its words without the titles of documents that it cites."""
        return _NAME.sub("《》", self.text) if "《" in self.text else self.text


def find_sentences(context: Context) -> list[Sentence]:
    """Every sentence of the report's passages, in order."""
    found: list[Sentence] = []
    heading = ""
    for passage in context.report.passages:
        if passage.heading:
            heading = passage.content.text
        parts = [passage.content.cut(start, end) for start, end in sentences_of(passage)]
        lead = heading
        if len(parts) > 1 and len(parts[0].text) <= _LONGEST_LEAD:
            lead += parts[0].text
        found.extend([Sentence(part, passage, lead) for part in parts])
    return found
