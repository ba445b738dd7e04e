"""A .docx to a Document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.docx.body import BodyReader, TooDeep
from gpar_lint.source.docx.names import child, children, value
from gpar_lint.source.docx.numbering import Numbering
from gpar_lint.source.docx.package import Package, open_package
from gpar_lint.source.docx.projection import Projection
from gpar_lint.source.docx.styles import Styles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PROPERTIES = "core-properties"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LONGEST_TITLE = 300


def read_docx(name: str, data: bytes) -> Document:
    """Read a .docx. Its text is a projection: all tracked changes accepted, no hidden text.

    Raises Unreadable with the reason "empty", "no-docx", "damaged-docx", "archive",
    "other-package", "encrypted" or "suspect-docx".
    """
    package = open_package(data)
    related = package.related(package.main)
    root = package.root(package.main)
    projection, changes = project(package, root, related)
    document = Document(
        name,
        "docx",
        projection.text,
        projection.blocks,
        title=_title(package),
        places=projection.places,
    )
    document.tracked_changes = changes
    return document


def project(
    package: Package, root: Element | None, related: dict[str, str]
) -> tuple[Projection, int]:
    """The text of a document's main part, and how many tracked changes it has.

    Raises Unreadable: damaged-docx, suspect-docx.
    """
    body = child(root, "body")
    if body is None:
        raise Unreadable("damaged-docx")
    styles = Styles(_part(package, related, "styles"))
    reader = BodyReader(styles, Numbering(_part(package, related, "numbering"), styles))
    projection = Projection()
    try:
        projection.add(reader.read(body))
        _add_notes(projection, reader, package, related)
    except (TooDeep, RecursionError):
        raise Unreadable("suspect-docx") from None
    return projection, reader.changes


def _add_notes(
    projection: Projection, reader: BodyReader, package: Package, related: dict[str, str]
) -> None:
    """Footnotes and endnotes, after the text, where no sentence of it is torn by them."""
    marks, reader.notes = reader.notes, []
    for kind in ("footnote", "endnote"):
        if not any(mark == kind for mark, _, _ in marks):
            continue
        root = _part(package, related, kind + "s")
        notes = (
            {value(note, "id"): note for note in children(root, kind)} if root is not None else {}
        )
        for mark, number, paragraph in marks:
            if mark == kind and number in notes:
                items = reader.read(notes.pop(number), aside=True)
                projection.add_notes(items, paragraph)


def _part(package: Package, related: dict[str, str], kind: str) -> Element | None:
    return package.root(related[kind]) if kind in related else None


def _title(package: Package) -> str:
    """The title among the document's properties."""
    try:
        root = _part(package, package.related(""), _PROPERTIES)
    except Unreadable:  # nothing of the report is lost by that
        return ""
    title = root.find(_TITLE) if root is not None else None
    return (title.text or "").strip()[:_LONGEST_TITLE] if title is not None else ""
