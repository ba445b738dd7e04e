"""What a check yields: which rule, where, and the facts that its message names."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.text.records import Record
from gpar_lint.text.span import Span


class Edit(Record):
    """Text to be put in the place of a span."""

    span: Span
    text: str


class Fix(Record):
    """A change that mends a finding. `safe`: no fact is decided, nothing that may be data lost."""

    edits: tuple[Edit, ...]
    safe: bool
    text: str = "fix"  # key of its description in the rule's texts
    values: Mapping[str, object] = {}


class Elsewhere(Record):
    """A place in another file. Lines and columns, in code points, count from 0."""

    path: str
    start: tuple[int, int]  # line, column
    end: tuple[int, int]


class Related(Record):
    """Another place that a finding is about: in the same file, or `elsewhere`."""

    span: Span | None
    text: str  # key in the rule's texts
    values: Mapping[str, object] = {}
    elsewhere: Elsewhere | None = None


class Finding(Record):
    """One defect at one place. Messages are made later, from the rule's texts and `values`."""

    code: str
    span: Span | None  # None: the whole file (1:1 to 1:1)
    values: Mapping[str, object] = {}
    text: str = "message"  # key of the message template in the rule's texts
    hint: str = "hint"  # key of the hint template; a rule may have none
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    cell: tuple[str, str, str] | None = None  # table, row, column
