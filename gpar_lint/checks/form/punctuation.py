"""Half-width punctuation beside Chinese characters, repeated marks and words (F702, F707)."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Edit, Finding
from gpar_lint.checks.form.slips import Slip, finding_of, original, source
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex

_MARK = regex("[,;:?!]")
_HALFWIDTH = regex("[,;:?!()]")
_BEFORE = frozenset("”》）)")  # beside these and letters a mark is as wide as what follows it
_BEHIND = frozenset("“《（(<")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_ENTITY = regex("&#?[A-Za-z0-9]{2,8}$")  # &nbsp; is markup, not a semicolon
_BRACKET = regex("[()（）]")

# Squeezed text: ；：！？ are half width there.
_MARKS_REPEATED = regex(r"[。，、;:!?]{2,}")
_STRENGTH = "、，:;!?。"  # of two marks the one further on is kept
_FULL_STOP_ELLIPSIS = "。。。"
_WORD_REPEATED = regex(r"([^\W\x00-\x7f〇]{3,8})\1")  # of letters that are not Latin: Chinese


def check_halfwidth(context: Context, rule: Rule) -> Iterator[Finding]:
    """, ; : ? ! ( ) beside a Chinese character, outside tables, addresses and numbers (F702)."""
    for passage in context.report.passages:
        if not _HALFWIDTH.search(source(context, passage).text):
            continue
        text = original(context, passage)
        places = [
            found.start()
            for found in _MARK.finditer(text)
            if _is_beside_chinese(text, found.start()) and not _ends_entity(text, found.start())
        ]
        if "(" in text or ")" in text:
            places += _brackets_around_chinese(text)
        if places:
            slips = [_widened(passage, text, place) for place in sorted(places)]
            yield finding_of(rule, slips, values={"right": _FULL[slips[0].stated]})


def _is_beside_chinese(text: str, place: int) -> bool:
    """Whether the mark at a place stands within Chinese text, or at its edge."""
    before, behind = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if _is_han(before):
        return not behind or _is_han(behind) or _is_latin(behind) or behind in _BEHIND
    return (_is_latin(before) or before in _BEFORE) and _is_han(behind)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufad9"


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _ends_entity(text: str, place: int) -> bool:
    return text[place] == ";" and bool(_ENTITY.search(text[max(0, place - 10) : place]))


def _brackets_around_chinese(text: str) -> list[int]:
    """Half-width brackets with Chinese between them; around letters and figures they are right."""
    places: list[int] = []
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] in "(（":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if any(map(_is_han, text[start : found.start()])):
                places += [place for place in (start, found.start()) if text[place] in "()"]
    return places


def _widened(passage: Passage, text: str, place: int) -> Slip:
    span = passage.content.span(place, place + 1)
    return Slip(span, text[place], (Edit(span, _FULL[text[place]]),))


def check_repetition(context: Context, rule: Rule) -> Iterator[Finding]:
    """Marks and words written twice (F707)."""
    short = vocabulary(context, "terms").table("repetition").strings("words")
    passages = context.report.passages
    text = "\n".join([passage.content.text for passage in passages])
    doubled = [word for word in short if word + word in text]
    for passage in passages:
        marks = list(_repeated_marks(passage))
        if marks:
            yield finding_of(rule, marks)
        words = list(_repeated_words(passage, doubled))
        if words:
            yield finding_of(rule, words, safe=False, text="word")


def _repeated_words(passage: Passage, doubled: list[str]) -> Iterator[Slip]:
    """Words of three characters or more written twice, and the shorter ones given."""
    content = passage.content
    places = [(found.start(), len(found[1])) for found in _WORD_REPEATED.finditer(content.text)]
    for word in doubled:
        place = content.text.find(word + word)
        if place >= 0:
            places.append((place, len(word)))
    for start, length in sorted(places):
        first = content.span(start, start + length)
        stated = content.text[start : start + length]
        yield Slip(content.span(start, start + 2 * length), stated, (Edit(first, ""),))


def _repeated_marks(passage: Passage) -> Iterator[Slip]:
    for found in _MARKS_REPEATED.finditer(passage.content.text):
        marks = found[0]
        if set(marks) <= {"!", "?"}:
            continue  # ？！ is said with emphasis, not by mistake
        kept = max(range(len(marks)), key=lambda place: _STRENGTH.index(marks[place]))
        start = found.start()
        edits = [
            Edit(passage.content.span(start + place, start + place + 1), "")
            for place in range(len(marks))
            if place != kept
        ]
        yield Slip(passage.content.span(*found.span()), marks, tuple(edits))
