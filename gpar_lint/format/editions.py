"""Editions read from rules/editions/*.toml."""

from __future__ import annotations

from collections.abc import Collection

from gpar_lint.format.edition import (
    Chapter,
    Column,
    Edition,
    Identity,
    Notice,
    RowFormat,
    TableFormat,
)
from gpar_lint.format.fields import Fields
from gpar_lint.format.nearest import nearest

_EDITION = frozenset(
    ("name", "first_year", "last_year", "notice", "chapters", "tables", "identities")
)
_NOTICE = frozenset(("number", "title", "short"))
_CHAPTER = frozenset(("number", "title", "variants", "signs", "table"))
_TABLE = frozenset(("name", "title", "shape", "headings", "columns", "rows"))
_COLUMN = frozenset(("key", "label", "group", "kind"))
_ROW = frozenset(("key", "label", "section", "group", "columns", "variants"))
_IDENTITY = frozenset(
    ("code", "table", "along", "left", "right", "place", "relation", "only", "text")
)

_SHAPES = ("blocks", "matrix", "strip")
_KINDS = ("count", "amount", "signed")


def read_edition(fields: Fields) -> Edition:
    """An edition from the root table of its file. Raises DataError."""
    fields.allow(_EDITION)
    tables = tuple([_table(table) for table in fields.tables("tables")])
    first_year = fields.year("first_year")
    if first_year is None:
        fields.fail("missing", "first_year", due="number")
    return Edition(
        name=fields.text("name"),
        first_year=first_year,
        last_year=fields.year("last_year"),
        notice=_notice(fields.table("notice")),
        chapters=tuple([read_chapter(chapter, tables) for chapter in fields.tables("chapters")]),
        tables=tables,
        identities=tuple([read_identity(item, tables) for item in fields.tables("identities")]),
    )


def _notice(fields: Fields) -> Notice:
    fields.allow(_NOTICE)
    return Notice(fields.text("number"), fields.text("title"), fields.text("short"))


def read_chapter(fields: Fields, tables: tuple[TableFormat, ...]) -> Chapter:
    """A chapter of an edition that has these tables. Raises DataError."""
    fields.allow(_CHAPTER)
    table = None
    if "table" in fields.values:
        table = fields.choice("table", [known.name for known in tables])
    return Chapter(
        fields.text("number"),
        fields.text("title"),
        fields.strings("variants"),
        fields.lists("signs"),
        table,
    )


def _table(fields: Fields) -> TableFormat:
    fields.allow(_TABLE)
    columns = tuple([_column(column) for column in fields.tables("columns")])
    return TableFormat(
        fields.text("name"),
        fields.text("title"),
        fields.choice("shape", _SHAPES),
        columns,
        tuple([_row(row, columns) for row in fields.tables("rows")]),
        fields.strings("headings"),
    )


def _column(fields: Fields) -> Column:
    fields.allow(_COLUMN)
    return Column(
        fields.text("key"),
        fields.text("label"),
        fields.text("group", ""),
        fields.choice("kind", _KINDS, "count"),
    )


def _row(fields: Fields, columns: tuple[Column, ...]) -> RowFormat:
    fields.allow(_ROW)
    known = {column.key: column for column in columns}
    keys = fields.strings("columns") or tuple(known)
    _require_known(fields, "columns", keys, known)
    return RowFormat(
        fields.text("key"),
        fields.text("label"),
        fields.text("group", ""),
        keys,
        kinds=tuple([(key, known[key].kind) for key in keys if known[key].kind != "count"]),
        variants=fields.strings("variants"),
        section=fields.text("section", ""),
    )


def read_identity(fields: Fields, tables: tuple[TableFormat, ...]) -> Identity:
    """An identity in one of these tables. Raises DataError."""
    fields.allow(_IDENTITY)
    name = fields.choice("table", [table.name for table in tables])
    along = fields.choice("along", ("row", "column"))
    table = next(table for table in tables if table.name == name)
    rows = [row.key for row in table.rows]
    columns = [column.key for column in table.columns]
    terms, others = (columns, rows) if along == "row" else (rows, columns)
    identity = Identity(
        fields.text("code"),
        name,
        along,
        fields.strings("left", required=True),
        fields.strings("right", required=True),
        fields.text("place"),
        fields.choice("relation", ("equal", "at most"), "equal"),
        fields.strings("only"),
        fields.text("text", ""),
    )
    for key in ("left", "right"):
        _require_known(fields, key, fields.strings(key), terms)
    _require_known(fields, "place", (identity.place,), terms)
    _require_known(fields, "only", identity.only, others)
    return identity


def _require_known(fields: Fields, key: str, used: tuple[str, ...], known: Collection[str]) -> None:
    for name in used:
        if name not in known:
            fields.fail("no-line", key, word=name, nearest=nearest(name, known))
