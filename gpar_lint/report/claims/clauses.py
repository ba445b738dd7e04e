"""Sentences and clauses of a passage's tokens; what stands in brackets is a clause of its own."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.report.claims.tokens import Token

_LONGEST = 200  # tokens of a clause; more is no language
_DEEPEST = 4  # brackets within brackets; what is deeper is read at this depth


class Clause:
    """What stands between two marks at one depth of brackets. 、 is no boundary.

    A clause that brackets interrupt goes on behind them: 收到申请（含网上申请）13件.
    """

    __slots__ = ("after", "before", "depth", "sentence", "tokens")

    def __init__(self, sentence: int, depth: int, before: str) -> None:
        self.tokens: list[Token] = []
        self.sentence = sentence  # number of its sentence in the passage
        self.depth = depth
        self.before = before  # the mark before it, "" at the start
        self.after = ""  # the mark after it


def split_clauses(tokens: Sequence[Token]) -> list[tuple[Token, Clause]]:
    """Every token but the marks with the clause that it belongs to, in order."""
    placed: list[tuple[Token, Clause]] = []
    inside = [Clause(0, 0, "")]
    for token in tokens:
        current = inside[-1]
        if len(current.tokens) >= _LONGEST:
            current = inside[-1] = Clause(current.sentence, current.depth, "")
        if token.kind != "mark" or token.sense == "、":
            current.tokens.append(token)
            placed.append((token, current))
        elif token.sense == "(":
            if len(inside) <= _DEEPEST:
                inside.append(Clause(current.sentence, len(inside), "("))
        elif token.sense == ")":
            if len(inside) > 1:
                inside.pop().after = ")"
        elif token.sense != "quote":
            current.after = token.sense
            if token.sense == "。":
                inside = [Clause(current.sentence + 1, 0, "。")]
            else:
                inside[-1] = Clause(current.sentence, current.depth, token.sense)
    return placed
