"""How two short texts differ: the fewest characters to put in, take out or exchange."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple


class Change(NamedTuple):
    """`start` to `end` of the one text is `text` in the other."""

    start: int
    end: int
    text: str


def changes_between(one: str, other: str, limit: int) -> list[Change] | None:
    """The changes that make `one` into `other`; None where there are more than `limit`.

    Characters differ in number before they differ in order: most pairs are told apart by counting.
    """
    if abs(len(one) - len(other)) > limit:
        return None
    one_only, other_only = Counter(one), Counter(other)
    if max((one_only - other_only).total(), (other_only - one_only).total()) > limit:
        return None
    costs = _costs(one, other)
    return _merged(_walk(one, other, costs)) if costs[-1][-1] <= limit else None


def _costs(one: str, other: str) -> list[list[int]]:
    """costs[i][j]: changes that make the first i characters of `one` the first j of `other`."""
    costs = [list(range(len(other) + 1))]
    for i, char in enumerate(one, 1):
        above, row = costs[-1], [i]
        for j, target in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (char != target)))
        costs.append(row)
    return costs


def _walk(one: str, other: str, costs: list[list[int]]) -> list[Change]:
    """The single-character changes along the cheapest way, from the start."""
    steps: list[Change] = []
    i, j = len(one), len(other)
    while i or j:
        cost = costs[i][j]
        if i and j and cost == costs[i - 1][j - 1] + (one[i - 1] != other[j - 1]):
            i, j = i - 1, j - 1
            if one[i] != other[j]:
                steps.append(Change(i, i + 1, other[j]))
        elif i and cost == costs[i - 1][j] + 1:
            i -= 1
            steps.append(Change(i, i + 1, ""))
        else:
            j -= 1
            steps.append(Change(i, i, other[j]))
    return steps[::-1]


def _merged(steps: list[Change]) -> list[Change]:
    """What is put in at one place, as one change."""
    merged: list[Change] = []
    for step in steps:
        if merged and merged[-1][:2] == step[:2] and step.start == step.end:
            step = step._replace(text=merged.pop().text + step.text)
        merged.append(step)
    return merged
