"""`--diff`: what fixes would change, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from gpar_lint.linter.fixing import Change
from gpar_lint.output.style import Style, legible

_COLOURS = {"---": "1", "+++": "1", "-": "31", "+": "32", "@": "36"}
_NO_END = "\\ No newline at end of file"  # as diff and patch have it in every language


def render_diff(path: str, change: Change, style: Style, *, spelled: bool) -> Iterator[str]:
    """A diff that `patch` takes; `spelled`: for a terminal, invisible characters spelled out.

    Lines end at \\n, as they do for patch; a \\r before it belongs to the line.
    """
    old, new = _lines(change.before.text), _lines(change.after)
    for line in unified_diff(old, new, legible(path), legible(path)):
        text = line.rstrip("\n")
        shown = legible(text.rstrip("\r")) if spelled else text
        yield _coloured(shown, style) + "\n"
        if not line.endswith("\n"):
            yield style.dim(_NO_END) + "\n"


def _lines(text: str) -> Sequence[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _coloured(line: str, style: Style) -> str:
    colour = _COLOURS.get(line[:3]) or _COLOURS.get(line[:1])
    return style.paint(line, colour) if colour else line
