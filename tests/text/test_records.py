"""Records are named tuples in all that the program makes of them."""

from __future__ import annotations

import pickle
from functools import cached_property
from typing import NamedTuple

import pytest

from gpar_lint.text.records import Record


class Place(Record):
    """A place in a table."""

    table: str
    row: int
    column: int = 0
    notes: tuple[str, ...] = ()

    @property
    def below(self) -> Place:
        return self._replace(row=self.row + 1)


class Named(NamedTuple):
    table: str
    row: int
    column: int = 0
    notes: tuple[str, ...] = ()


def test_fields_and_defaults() -> None:
    place = Place("一", row=2)
    assert (place.table, place.row, place.column, place.notes) == ("一", 2, 0, ())
    assert Place("一", 2, 3).column == 3
    assert Place("一", 2, notes=("a",)) == ("一", 2, 0, ("a",))
    assert Place.__doc__ == "A place in a table."


def test_it_is_a_tuple() -> None:
    place = Place("一", 2)
    table, row, *_ = place
    assert (table, row) == place[:2] == ("一", 2)
    assert place == Named("一", 2)
    assert hash(place) == hash(Named("一", 2))
    assert Place("一", 2) < Place("一", 3)


@pytest.mark.parametrize("record", [Place, Named])
def test_wrong_arguments(record: type[Place]) -> None:
    with pytest.raises(TypeError):
        record("一")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        record("一", 2, colum=3)  # type: ignore[call-arg]
    with pytest.raises((TypeError, ValueError)):
        record("一", 2)._replace(colum=3)


def test_nothing_is_added_or_changed_later() -> None:
    place = Place("一", 2)
    for name in ("row", "more"):
        with pytest.raises(AttributeError):
            setattr(place, name, 3)


def test_replaced_shown_and_as_a_dictionary() -> None:
    place = Place("一", 2)
    assert place.below == Place("一", 3)
    assert type(place.below) is Place
    assert place._asdict() == {"table": "一", "row": 2, "column": 0, "notes": ()}
    assert repr(place) == "Place(table='一', row=2, column=0, notes=())"


class Remembering(Place):
    """With places of its own beside the fields."""

    @cached_property
    def label(self) -> str:
        return f"{self.table}.{self.row}"


def test_a_class_may_add_to_a_record() -> None:
    place = Remembering("一", 2)
    assert place == Place("一", 2)
    assert place.label == place.label == "一.2"
    assert place._replace(row=3).label == "一.3"


def test_matched_by_its_fields() -> None:
    match Place("一", 2):
        case Place(table, row, column=0):
            assert (table, row) == ("一", 2)
        case _:
            pytest.fail("not matched")


def test_pickled_between_processes() -> None:
    place = Place("一", 2, notes=("a",))
    copy = pickle.loads(pickle.dumps(place))
    assert copy == place
    assert type(copy) is Place
