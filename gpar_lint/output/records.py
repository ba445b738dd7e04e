"""Diagnostics and reports as the records that the package's functions return."""

from __future__ import annotations

from typing import Any

from gpar_lint.linter import diagnostics
from gpar_lint.linter.diagnostics import Diagnostic, RelatedPlace, Remedy
from gpar_lint.output.objects import Object
from gpar_lint.report.model import Report as ReadReport
from gpar_lint.results import (
    Cell,
    Chapter,
    Claim,
    Edit,
    Finding,
    Fix,
    Location,
    Position,
    Range,
    Related,
    Report,
    Unread,
)
from gpar_lint.source.document import Place


def finding_from(diagnostic: Diagnostic) -> Finding:
    """A diagnostic as a Finding."""
    cell = diagnostic.cell
    return Finding(
        code=diagnostic.code,
        name=diagnostic.name,
        severity=diagnostic.severity,
        message=diagnostic.message,
        hint=diagnostic.hint,
        path=diagnostic.path,
        range=_range(diagnostic.range),
        location=_location(diagnostic.location),
        chapter=diagnostic.chapter,
        cell=Cell(table=cell[0], row=cell[1], column=cell[2]) if cell else None,
        related=tuple([_related(related) for related in diagnostic.related]),
        fix=_fix(diagnostic.remedy) if diagnostic.remedy else None,
        basis=diagnostic.basis,
        url=diagnostic.url,
        fingerprint=diagnostic.fingerprint,
    )


def report_from(data: Object, report: ReadReport) -> Report:
    """A report as a Report; `data` is its object, as `gpar-lint extract` prints it."""
    fields: dict[str, Any] = {**data}
    fields["chapters"] = tuple([Chapter(**_placed(each)) for each in fields["chapters"]])
    fields["claims"] = tuple([Claim(**_placed(each)) for each in fields["claims"]])
    fields["unread"] = tuple([Unread(**_placed(each)) for each in fields["unread"]])
    return Report(**fields, text=report.document.text)


def _placed(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of an object, its range as a record."""
    place = fields["range"]
    start, end = Position(**place["start"]), Position(**place["end"])
    return {**fields, "range": Range(start=start, end=end)}


def _range(place: diagnostics.Range) -> Range:
    return Range(start=Position(**place.start._asdict()), end=Position(**place.end._asdict()))


def _location(place: Place | None) -> Location | None:
    if place is None:
        return None
    return Location(
        page=place.page or None,
        paragraph=place.paragraph or None,
        table=place.table or None,
        row=place.row or None,
        column=place.column or None,
    )


def _related(related: RelatedPlace) -> Related:
    return Related(
        message=related.message,
        path=related.path,
        range=_range(related.range),
        location=_location(related.location),
    )


def _fix(remedy: Remedy) -> Fix:
    edits = [Edit(range=_range(change.range), text=change.text) for change in remedy.changes]
    return Fix(safe=remedy.safe, message=remedy.message, edits=tuple(edits))
