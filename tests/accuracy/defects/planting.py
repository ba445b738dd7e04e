"""What planting a defect takes and gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.accuracy.draft import Draft, Part


class Planted(NamedTuple):
    """What must be found: one of these codes, on the lines of one of these parts."""

    codes: tuple[str, ...]
    parts: tuple[str, ...]
    cell: tuple[str, str, str] | None = None  # where the finding names a cell: this one
    also: tuple[str, ...] = ()  # codes of what follows from it
    suffix: str = ""  # only in files of this kind
    needs: str = ""  # only in layouts with "levels" of headings, "whole" paragraphs or "no pages"


Defect = Callable[[Draft, Random], Planted | None]  # None: it does not fit this draft


def planted(
    code: str, *parts: str, also: tuple[str, ...] = (), suffix: str = "", needs: str = ""
) -> Planted:
    return Planted((code,), parts, also=also, suffix=suffix, needs=needs)


def said_instead(
    code: str, name: str, *pairs: tuple[str, str], also: tuple[str, ...] = ()
) -> Defect:
    """One of these replacements (a pattern, what stands in its place) in a part that has it."""

    def plant(draft: Draft, random: Random) -> Planted | None:
        text = draft.text(name)
        fitting = [pair for pair in pairs if re.search(pair[0], text)]
        if not fitting:
            return None
        pattern, instead = random.choice(fitting)
        draft.rewrite(name, re.sub(pattern, instead, text, count=1))
        return planted(code, name, also=also)

    return plant


def said_besides(code: str, name: str, *sentences: str, suffix: str = "") -> Defect:
    """One of these sentences at the end of a part; {year}, {short} … as the draft has them."""

    def plant(draft: Draft, random: Random) -> Planted | None:
        agency, year = draft.agency, draft.year
        draft.add(
            name,
            random.choice(sentences).format(
                year=year, last=year - 1, next=year + 1, short=agency.short, place=agency.place
            ),
        )
        return planted(code, name, suffix=suffix)

    return plant


def counted_wrong(code: str, name: str, *words: str) -> Defect:
    """The figure that follows one of these words is another."""

    def plant(draft: Draft, random: Random) -> Planted | None:
        text = draft.text(name)
        found = [
            match
            for word in words
            if (match := re.search(f"{word}[^0-9，。；：（）、]*?([0-9]+)(?![0-9.%])", text))
        ]
        if not found:
            return None
        match = random.choice(found)
        wrong = int(match[1]) + random.choice([4, 11, 500])
        draft.rewrite(name, f"{text[: match.start(1)]}{wrong}{text[match.end(1) :]}")
        return planted(code, name)

    return plant


def drop_chapter(draft: Draft, number: str) -> list[Part]:
    """A chapter taken out, heading and all."""
    start = draft.place(number)
    following = "一二三四五六七"["一二三四五六".index(number) + 1]
    end = draft.place(following) if draft.has(following) else len(draft.parts)
    dropped = draft.parts[start:end]
    del draft.parts[start:end]
    return dropped
