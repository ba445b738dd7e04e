"""What stands below the heading of a chapter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gpar_lint.checks.context import Context
from gpar_lint.report.model import Chapter, Passage
from gpar_lint.source.document import Grid


def passages_below(context: Context, chapter: Chapter) -> Sequence[Passage]:
    """The passages of one chapter, also where another has the same number."""
    starts = context.once(_passage_starts)
    first = bisect_left(starts, chapter.body.start)
    return context.report.passages[first : bisect_left(starts, chapter.body.end)]


def is_empty(context: Context, chapter: Chapter) -> bool:
    """Whether there is neither text nor table nor picture below a heading."""
    starts = context.once(_starts)
    return bisect_left(starts, chapter.body.start) == bisect_left(starts, chapter.body.end)


def has_picture(context: Context, chapter: Chapter) -> bool:
    """Whether a picture, which may say anything, stands in a chapter."""
    starts = [span.start for span in context.report.pictures]
    return bisect_left(starts, chapter.body.start) < bisect_left(starts, chapter.body.end)


def _passage_starts(context: Context) -> list[int]:
    return [passage.span.start for passage in context.report.passages]


def _starts(context: Context) -> list[int]:
    report = context.report
    spans = [*report.pictures, *[table.span for table in report.tables]]
    spans += [block.span for block in report.document.blocks if isinstance(block, Grid)]
    return sorted([*context.once(_passage_starts), *[span.start for span in spans]])
