"""Keys of a TOML text are found on their lines, whatever strings and lists hold."""

from __future__ import annotations

import pytest

from gpar_lint.format.places import Path, line_of

TEXT = '''\
# a = 1
select = [
  "A", # B
  'C]',
]
"a b".c = { d = 1 }
text = """
ignore = 1
[table]
"""

[table]
ignore = []

[[list]]
x = 1
[[list.inner]]
y = 1
[[list.inner]]
y = 2

[[list]]
x = 2
[list.sub]
z = '[[list]]'
["1.txt"]
w = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), None),
        (("select",), 2),
        (("select", 0), 3),
        (("select", 1), 4),
        (("select", 2), 2),
        (("a b", "c"), 6),
        (("a b", "c", "d"), 6),
        (("text",), 7),
        (("ignore",), None),
        (("table",), 12),
        (("table", "ignore"), 13),
        (("table", "missing"), 12),
        (("list", 0), 15),
        (("list", 0, "x"), 16),
        (("list", 0, "inner", 1, "y"), 20),
        (("list", 1), 22),
        (("list", 1, "x"), 23),
        (("list", 1, "sub", "z"), 25),
        (("1.txt", "w"), 27),
    ],
)
def test_lines(path: Path, line: int | None) -> None:
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize("text", ["[" * 100_000, '"' * 100_001, "a = [" * 50_000, "a.a" * 99_999])
def test_any_text_is_scanned_in_one_pass(text: str) -> None:
    assert line_of(text, ("missing",)) is None
