"""How two short texts differ: the fewest characters to put in, take out or exchange."""

from __future__ import annotations

from collections import Counter

from gpar_lint.text.records import Record


class Change(Record):
    """`start` to `end` of the one text is `text` in the other."""

    start: int
    end: int
    text: str


def changes_between(one: str, other: str, limit: int) -> list[Change] | None:
    """The changes that make `one` into `other`; None where there are more than `limit`.

    What both begin and end with is left out first, and characters are counted before their order
    is looked at: most pairs are told apart by that.
    """
    if abs(len(one) - len(other)) > limit:
        return None
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    left_only, right_only = Counter(left), Counter(right)
    if max((left_only - right_only).total(), (right_only - left_only).total()) > limit:
        return None
    costs = _costs(left, right)
    if costs[-1][-1] > limit:
        return None
    steps = [
        Change(start + change.start, start + change.end, change.text)
        for change in _walk(left, right, costs)
    ]
    return _merged(steps)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


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
