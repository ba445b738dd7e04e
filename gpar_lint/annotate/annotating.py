"""Findings into the comments of a .docx."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from gpar_lint.annotate.anchors import Anchors
from gpar_lint.annotate.archive import rewritten
from gpar_lint.annotate.comments import Comments, Prefix, comment, seal_of, without_marks
from gpar_lint.annotate.earlier import Earlier
from gpar_lint.annotate.marks import Mark, marks_edits
from gpar_lint.annotate.markup import Markup, edited
from gpar_lint.annotate.relations import with_part
from gpar_lint.annotate.wordings import lines_of
from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic
from gpar_lint.source.document import Unreadable
from gpar_lint.source.docx.package import Package, open_package
from gpar_lint.source.docx.projection import Projection
from gpar_lint.source.docx.reading import project
from gpar_lint.text.lines import LineIndex

AUTHOR = "gpar-lint"


def annotate(
    data: bytes,
    diagnostics: Iterable[Diagnostic],
    *,
    language: str = "zh",
    author: str = AUTHOR,
    date: datetime | None = None,
) -> bytes:
    """A .docx with a comment at the place of every finding in it; all else stays as it is.

    `diagnostics` are what was found in these very bytes. Comments of the same author from an
    earlier time are taken away, unless somebody has answered them. `date`: of the comments, in the
    time of the place, as Word has it. Raises Unreadable.
    """
    package = open_package(data)
    writing = _Writing(package, author)
    stamp = date.strftime("%Y-%m-%dT%H:%M:%SZ") if date else None
    changes = writing.changes(list(diagnostics), language, stamp)
    return rewritten(package.file, data, changes)


def is_as_written(data: bytes) -> bool:
    """Whether a .docx is still as annotate has written it. Raises Unreadable."""
    package = open_package(data)
    name = package.related(package.main).get("comments", "")
    seal = Comments(package.read(name)).seal
    return seal == seal_of(package.read(package.main) or b"")


class _Writing:
    """One document on its way to its comments."""

    def __init__(self, package: Package, author: str) -> None:
        self._package = package
        self._author = author
        self._related = package.related(package.main)
        self._earlier = Earlier(package, self._related, author)

    def changes(
        self, diagnostics: Sequence[Diagnostic], language: str, date: str | None
    ) -> dict[str, bytes]:
        """The parts that change, by name."""
        markup, projection = self._document()
        comments, anchors = self._earlier.comments, Anchors(markup, projection)
        lines, prefix = LineIndex(projection.text), Prefix(comments.markup)
        number = comments.first_free_id(self._earlier.dropped)
        marks: list[Mark] = []
        added: list[str] = []
        for diagnostic in diagnostics:
            said = lines_of(diagnostic, language)
            nowhere = diagnostic.range == WHOLE_FILE
            anchor = anchors.first() if nowhere else anchors.find(*_offsets(diagnostic, lines))
            if anchor is None or self._earlier.says("\n".join(said)):
                continue
            marks.append(Mark(number, anchor))
            added.append(comment(prefix, number, self._author, date, said))
            number += 1
        main = edited(markup.raw, marks_edits(marks, Prefix(markup)))
        return {
            **self._earlier.changes(),
            self._package.main: main,
            self._earlier.name: comments.changed(self._earlier.dropped, added, main),
            **with_part(self._package, self._earlier.name),
        }

    def _document(self) -> tuple[Markup, Projection]:
        raw = self._package.read(self._package.main)
        if raw is None:
            raise Unreadable("damaged-docx")
        markup = Markup(raw)
        if self._earlier.dropped:
            markup = Markup(without_marks(markup, self._earlier.dropped))
        projection, _ = project(self._package, markup.root, self._related)
        return markup, projection


def _offsets(diagnostic: Diagnostic, lines: LineIndex) -> tuple[int, int]:
    """Where in the projection a finding stands."""
    start, end = diagnostic.range
    return (
        lines.offset(start.line - 1, start.column - 1),
        lines.offset(end.line - 1, end.column - 1),
    )
