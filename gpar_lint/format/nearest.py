"""The known name that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name with the fewest edits from `word` (case does not count), if it is near.

    Near is at most a third of the word's length in edits, and one edit for the shortest words.
    """
    best, fewest = None, max(1, len(word) // 3) + 1
    for name in known:
        if abs(len(name) - len(word)) < fewest:
            edits = edit_distance(word.lower(), name.lower())
            if edits < fewest:
                best, fewest = name, edits
    return best


def edit_distance(left: str, right: str) -> int:
    """How many insertions, deletions, replacements and swaps of neighbours part two words."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, char in enumerate(left, 1):
        current = [i]
        for j, other in enumerate(right, 1):
            cost = min(above[j] + 1, current[-1] + 1, above[j - 1] + (char != other))
            if before and j > 1 and char == right[j - 2] and left[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, above = above, current
    return above[-1]
