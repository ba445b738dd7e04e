"""Fixes as an editor applies them: one after the other, or all safe ones in rounds."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.linter.checking import Linter
from gpar_lint.linter.diagnostics import Diagnostic
from gpar_lint.linter.edits import Batch
from gpar_lint.text.lines import LineIndex
from gpar_lint_page.drawing import Object
from gpar_lint_page.places import place_object

# Fixes that overlap wait for the next round; more rounds than this only rules that undo each
# other's work would need.
_MOST_ROUNDS = 20


def fix_one(linter: Linter, name: str, text: str, number: int) -> Object:
    """The fix of the finding with this number, counted from 1, in a text."""
    diagnostics = linter.look(name, text).result.diagnostics
    batch = _batch(text, diagnostics[number - 1 : number])
    return {"rounds": [_changes(text, batch)], "fixed": len(batch.mended)}


def fix_all(linter: Linter, name: str, text: str) -> Object:
    """All safe fixes of a text, round by round; the places of a round are those after the last."""
    rounds: list[object] = []
    fixed = 0
    for _ in range(_MOST_ROUNDS):
        found = linter.look(name, text).result.diagnostics
        batch = _batch(text, [each for each in found if each.remedy and each.remedy.safe])
        if not batch.mended:
            break
        rounds.append(_changes(text, batch))
        fixed += len(batch.mended)
        text = batch.applied()
    return {"rounds": rounds, "fixed": fixed}


def _batch(text: str, diagnostics: Sequence[Diagnostic]) -> Batch:
    batch = Batch(LineIndex(text))
    batch.take(diagnostics)
    return batch


def _changes(text: str, batch: Batch) -> list[object]:
    lines = LineIndex(text)
    return [[place_object(lines, made.span), made.text] for made in batch.replacements]
