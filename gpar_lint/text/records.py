"""Records: named tuples that cost a start next to nothing.

To a type checker, Record is typing.NamedTuple, and it behaves as one. typing makes one in 0.2 ms
(it compiles every annotation, and a constructor), and a plain run loads 140 of them: as long as
linting a report takes. Here the annotations stay text, and a constructor is compiled at its first
call, so that records which a run does not need are made of nothing but their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["Record"]

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    from collections import _tuplegetter

    class _RecordType(type):
        """Makes a tuple with named places of a class that annotates its fields."""

        def __new__(cls, name, bases, members):
            if bases and "__annotations__" not in members:  # it adds to a class of records
                return super().__new__(cls, name, bases, members)
            fields = tuple(members.get("__annotations__", ()))
            members["_field_defaults"] = {
                field: members.pop(field) for field in fields if field in members
            }
            for place, field in enumerate(fields):
                members[field] = _tuplegetter(place, None)
            members.update(_fields=fields, __match_args__=fields, __slots__=())
            return super().__new__(cls, name, bases or (tuple,), members)

    def _constructor(record):
        """The `__new__` of a class of records, with its fields for parameters."""
        fields = ", ".join(record._fields)
        new = eval(f"lambda _cls, {fields}: _new(_cls, ({fields},))", {"_new": tuple.__new__})
        new.__defaults__ = tuple(record._field_defaults.values())
        return new

    class Record(metaclass=_RecordType):
        """A class of records: its annotated names are the fields, in their order."""

        def __new__(cls, *values, **named):
            new = _constructor(cls)
            cls.__new__ = staticmethod(new)
            return new(cls, *values, **named)

        def _replace(self, **values):
            """The same record with other values in some of its fields."""
            replaced = tuple.__new__(type(self), map(values.pop, self._fields, self))
            if values:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(values)}")
            return replaced

        def _asdict(self):
            """Its values by the names of their fields."""
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            values = (f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(values)})"
