"""Identity, mobile and bank card numbers (P801 to P803).

Identity numbers carry a check digit (GB 11643), bank cards one by Luhn's rule (GB/T 14504); eleven
digits that begin like a mobile number are one only where they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.statements import made
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex

_ALONE = r"(?<![0-9A-Za-z.\-]){}(?![0-9A-Za-z]|[.\-][0-9])"
_IDENTITY = regex(
    _ALONE.format(
        r"[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
    )
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_MOBILE = regex(_ALONE.format(r"1[3-9][0-9]{9}"))
# UnionPay begins with 62, Visa with 4, Mastercard with 51 to 55; 60 to 69 are issued in China too.
_CARD = regex(_ALONE.format(r"(?:6[0-9]{15,18}|4[0-9]{15}|5[1-5][0-9]{14})"))
_DIGITS = regex("[0-9]{11}")
_CLAUSE_END = regex("[。;!?]")
_RIGHT_BEFORE = 8
_BEFORE = 30  # characters before a number in which words say whose it is


def check_identity(context: Context, rule: Rule) -> Iterator[Finding]:
    """Citizen identity numbers whose check digit holds (P801)."""
    for passage in _numbered(context):
        for found in _IDENTITY.finditer(passage.content.text):
            if _identity_holds(found[0]):
                yield _finding(rule, passage, found)


def _identity_holds(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1].upper()


def check_card(context: Context, rule: Rule) -> Iterator[Finding]:
    """Bank card numbers whose check digit holds (P803). One number in ten passes it by chance."""
    codes = vocabulary(context, "privacy").strings("codes")
    for passage in _numbered(context):
        for found in _CARD.finditer(passage.content.text):
            if _luhn_holds(found[0]) and not _is_code(found, codes):
                yield _finding(rule, passage, found)


def _luhn_holds(number: str) -> bool:
    """Luhn's rule: every second digit from the right is doubled, its digits added."""
    total = 0
    for place, char in enumerate(reversed(number)):
        digit = int(char)
        total += sum(divmod(2 * digit, 10)) if place % 2 else digit
    return total % 10 == 0


def check_mobile(context: Context, rule: Rule) -> Iterator[Finding]:
    """Mobile numbers that are not given as an official contact (P802)."""
    words = vocabulary(context, "privacy")
    for passage in _numbered(context):
        for found in _MOBILE.finditer(passage.content.text):
            if _is_personal(context, passage, found, words):
                yield _finding(rule, passage, found)


def _is_personal(context: Context, passage: Passage, found: re.Match[str], words: Fields) -> bool:
    """Whose number it is, by the words before it in its clause."""
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    clause = _CLAUSE_END.split(before)[-1]
    if _is_code(found, words.strings("codes")) or _holds(clause, words.strings("official")):
        return False
    if _holds(clause, words.strings("private")):
        return True
    if _is_contact(context, passage):
        return False
    return _holds(clause, words.strings("person")) or not _holds(clause, words.strings("contact"))


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _is_contact(context: Context, passage: Passage) -> bool:
    statement = made(context, "contact")
    return statement is not None and statement.passage is passage


def _is_code(found: re.Match[str], codes: tuple[str, ...]) -> bool:
    """Whether words right before a number say that it is a code of something."""
    before = found.string[max(0, found.start() - _RIGHT_BEFORE) : found.start()]
    return any(word in before for word in codes)


def _numbered(context: Context) -> Iterator[Passage]:
    """The passages with eleven digits in a row."""
    for passage in context.report.passages:
        if _DIGITS.search(passage.content.text):
            yield passage


def _finding(rule: Rule, passage: Passage, found: re.Match[str]) -> Finding:
    """The number is not repeated in full: messages are logged and published too."""
    number = found[0]
    shown = f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"
    return Finding(rule.code, passage.content.span(*found.span()), {"number": shown})
