"""What every writer of a chapter has at hand."""

from __future__ import annotations

from random import Random

from tests.accuracy.draft import Draft


class Writer:
    """The draft, its agency and year, and a choice of words."""

    def __init__(self, draft: Draft, random: Random) -> None:
        self.draft, self.random = draft, random
        self.agency, self.year = draft.agency, draft.year
        self.count = draft.count

    def pick(self, *choices: str) -> str:
        return self.random.choice(choices)

    def maybe(self, *choices: str, chance: float = 0.5) -> str:
        """One of the wordings, or nothing."""
        return self.random.choice(choices) if self.random.random() < chance else ""

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def in_year(self) -> str:
        """A way to begin a sentence about the year."""
        year = self.year
        return self.pick(
            f"{year}年，",
            f"{year}年度，",
            f" {year} 年，",
            "全年",
            "本年度",
            "一年来，",
            f"{year}年",
        )

    def percent(self, part: float, whole: float, places: int | None = None) -> str:
        """A share, as it is rounded."""
        places = self.random.choice([0, 1, 2]) if places is None else places
        share = int(100 * part * 10**places / whole + 0.5) / 10**places
        return f"{share:.{places}f}%"

    def grown(self, now: int, before: int) -> str:
        """By how many per cent a figure has grown or fallen."""
        word = "增长" if now > before else "下降"
        return f"{word}{self.percent(abs(now - before), before, 1)}"
