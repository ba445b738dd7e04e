"""A new part made known: the relation of the main part to it, and its type."""

from __future__ import annotations

from posixpath import basename, dirname, join
from xml.sax.saxutils import quoteattr

from gpar_lint.annotate.comments import appended
from gpar_lint.annotate.markup import Markup, edited
from gpar_lint.source.docx.package import Package

_TYPES = "[Content_Types].xml"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


def with_part(package: Package, name: str) -> dict[str, bytes]:
    """The parts that are to know of the part `name` with comments, where they do not yet."""
    changes = {}
    folder = dirname(package.main)
    relations = join(folder, "_rels", basename(package.main) + ".rels")
    if "comments" not in package.related(package.main):
        markup = Markup(package.read(relations) or _EMPTY)
        target = name.removeprefix(folder).lstrip("/")
        changes[relations] = _with(markup, "Relationship", [
            ("Id", _free_id(markup)), ("Type", _kind(package)), ("Target", target),
        ])  # fmt: skip
    types = package.read(_TYPES)
    if types is not None:
        markup = Markup(types)
        known = {each.get("PartName", "").lower() for each in markup.root}
        if f"/{name}".lower() not in known:
            attributes = [("PartName", f"/{name}"), ("ContentType", _CONTENT)]
            changes[_TYPES] = _with(markup, "Override", attributes)
    return changes


def _with(markup: Markup, name: str, attributes: list[tuple[str, str]]) -> bytes:
    """A part with one element more at its end."""
    prefix, colon, _ = markup.name(markup.root).decode().rpartition(":")
    written = "".join([f" {key}={quoteattr(text)}" for key, text in attributes])
    return edited(markup.raw, [appended(markup, f"<{prefix}{colon}{name}{written}/>")])


def _free_id(markup: Markup) -> str:
    ids = {each.get("Id") for each in markup.root}
    number = len(ids) + 1
    while f"rId{number}" in ids:
        number += 1
    return f"rId{number}"


def _kind(package: Package) -> str:
    root = package.root(package.main)
    strict = root is not None and root.tag.startswith("{http://purl.oclc.org/")
    return _STRICT if strict else _TRANSITIONAL
