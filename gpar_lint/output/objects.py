"""Diagnostics as the objects that the machine formats share (see docs/reference)."""

from __future__ import annotations

from gpar_lint.linter.diagnostics import Diagnostic, Range, RelatedPlace, Remedy
from gpar_lint.source.document import Place

Object = dict[str, object]


def diagnostic_object(diagnostic: Diagnostic) -> Object:
    """A diagnostic; its keys stand in the order in which they are documented."""
    remedy = diagnostic.remedy
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": diagnostic.path,
        "range": range_object(diagnostic.range),
        **_located(diagnostic.location),
        "chapter": diagnostic.chapter,
        "cell": _cell_object(diagnostic.cell) if diagnostic.cell else None,
        "related": [_related_object(related) for related in diagnostic.related],
        "fix": _fix_object(remedy) if remedy else None,
        "basis": diagnostic.basis,
        "url": diagnostic.url,
        "fingerprint": diagnostic.fingerprint,
    }


def range_object(place: Range) -> Object:
    """A range; lines and columns (in code points) count from 1, `end` is exclusive."""
    return {"start": place.start._asdict(), "end": place.end._asdict()}


def _located(place: Place | None) -> Object:
    """The key `location`, which only a finding in a .docx or .pdf has."""
    return {"location": location_object(place)} if place else {}


def location_object(place: Place) -> Object:
    """Where in a .docx or .pdf: of page, paragraph, table, row and column those that it has."""
    return {key: number for key, number in place._asdict().items() if key != "span" and number}


def _cell_object(cell: tuple[str, str, str]) -> Object:
    table, row, column = cell
    return {"table": table, "row": row, "column": column}


def _related_object(related: RelatedPlace) -> Object:
    place = range_object(related.range)
    there = _located(related.location)
    return {"message": related.message, "path": related.path, "range": place, **there}


def _fix_object(remedy: Remedy) -> Object:
    return {
        "applicability": "safe" if remedy.safe else "unsafe",
        "message": remedy.message,
        "edits": [
            {"range": range_object(change.range), "text": change.text} for change in remedy.changes
        ],
    }
