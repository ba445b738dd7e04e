"""Requirements of a version: >=0.1, ==0.2.1, >=0.1,<1."""

from __future__ import annotations

from itertools import zip_longest

from gpar_lint.text.patterns import regex

_CLAUSE = regex(r"\s*(==|!=|>=|<=|>|<|~=)?\s*([0-9]+(?:\.[0-9]+)*)\s*")
_NUMBERS = regex(r"[0-9]+(?:\.[0-9]+)*")


def is_requirement(text: str) -> bool:
    """Whether a text is a requirement."""
    return all(_CLAUSE.fullmatch(clause) for clause in text.split(","))


def meets(version: str, requirement: str) -> bool:
    """Whether a version meets every clause of a requirement. Suffixes (rc1, .dev0) do not count."""
    return all(_holds(version, clause) for clause in requirement.split(","))


def _holds(version: str, clause: str) -> bool:
    parsed = _CLAUSE.fullmatch(clause)
    if parsed is None:
        raise ValueError(clause)
    operator, asked = parsed[1] or "==", parsed[2]
    order = _compared(version, asked)
    if operator == "~=":  # at least, and the same but for the last number
        fixed = _numbers(asked)[:-1]
        return order >= 0 and _numbers(version)[: len(fixed)] == fixed
    return {
        "==": order == 0,
        "!=": order != 0,
        ">=": order >= 0,
        "<=": order <= 0,
        ">": order > 0,
        "<": order < 0,
    }[operator]


def _compared(left: str, right: str) -> int:
    """Below 0, 0 or above 0: the first number that differs decides; a missing one is 0."""
    pairs = zip_longest(_numbers(left), _numbers(right), fillvalue=0)
    return next((one - other for one, other in pairs if one != other), 0)


def _numbers(version: str) -> list[int]:
    found = _NUMBERS.match(version)
    return [int(number) for number in found[0].split(".")] if found else []
