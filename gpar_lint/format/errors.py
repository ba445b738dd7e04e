"""Errors in rules/ and in rule packs, at their place."""

from __future__ import annotations


class RulesError(Exception):
    """A rules file that does not hold what it must; says which file, key and (where known) line."""

    def __init__(self, file: str, problem: str, key: str = "", line: int | None = None) -> None:
        self.file = file
        self.problem = problem
        self.key = key  # rule[3].severity; "" for the whole file
        self.line = line  # from 1
        place = file if line is None else f"{file}:{line}"
        super().__init__(f"{place}: {key}: {problem}" if key else f"{place}: {problem}")
