"""What the report says of the fee for processing information (信息处理费), D512 and D513.

国办函〔2020〕109号: by pages, 10, 20 or 40 yuan a page beyond the thirtieth; by pieces, 100 yuan
each beyond the tenth in a month. Every sum that it can give is a multiple of 10 yuan.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.checks.reporting_year import reporting_year
from gpar_lint.checks.sentences import Sentence, find_sentences
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.fields import Fields
from gpar_lint.report.model import Passage
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_AMOUNT = regex(r"([0-9][0-9,]{0,15}(?:\.[0-9]{1,6})?)(万?)元(?!/|每)")
_NOTICES = regex(r"[^0-9。;]{0,8}?([0-9]{1,6})[件份次个笔]")
_PIECES = regex(r"[1-9][0-9]*[件份]")
_YEAR = regex(r"(?<![0-9])([0-9]{4})年")
_TEN_THOUSAND = 10_000
_TARIFF_STEP = 10  # yuan


class Amount(Record):
    """A sum of money in a fee statement."""

    kind: str  # "charged", "received"
    yuan: Decimal
    in_yuan: bool  # stated in 元, not in 万元
    text: str
    span: Span


class FeeStatement(Record):
    """What one passage says of fees for disclosure in the reporting year."""

    passage: Passage
    none: Span | None  # where it says that none were charged
    notices: tuple[int, Span] | None  # how many notices of charge were issued
    amounts: tuple[Amount, ...]

    def total(self, kind: str) -> Amount | None:
        """The sum of this kind, where just one is given."""
        found = [amount for amount in self.amounts if amount.kind == kind]
        return found[0] if len(found) == 1 else None


def find_fees(context: Context) -> list[FeeStatement]:
    """What the report says of fees, passage by passage."""
    words = vocabulary(context, "declarations").table("fee")
    year = reporting_year(context)
    groups: dict[int, list[Sentence]] = {}
    for sentence in context.once(find_sentences):
        text = sentence.nameless
        known = groups.get(sentence.passage.span.start)
        about = _is_about_fees(text, words) if "费" in text else bool(known) and "元" in text
        if about and _is_this_year(text, year, words):
            groups.setdefault(sentence.passage.span.start, []).append(sentence)
    return [_statement(group, words) for group in groups.values()]


def _is_about_fees(text: str, words: Fields) -> bool:
    if any(word in text for word in words.strings("subject")):
        return True
    charge = any(word in text for word in words.strings("charge"))
    return charge and any(word in text for word in words.strings("context"))


def _is_this_year(text: str, year: int | None, words: Fields) -> bool:
    if any(word in text for word in words.strings("elsewhere")):
        return False
    return all(int(found) == year for found in _YEAR.findall(text))


def _statement(group: list[Sentence], words: Fields) -> FeeStatement:
    amounts = [amount for sentence in group for amount in _amounts_in(sentence, words)]
    none = next((each.content.span() for each in group if _says_none(each, words)), None)
    notices = next((found for each in group if (found := _notices_in(each, words))), None)
    return FeeStatement(group[0].passage, none, notices, tuple(amounts))


def _says_none(sentence: Sentence, words: Fields) -> bool:
    text = sentence.nameless
    if not any(word in text for word in words.strings("none")):
        return False
    if _AMOUNT.search(text) or _PIECES.search(text):
        return False
    return not any(word in text for word in words.strings("partial"))


def _notices_in(sentence: Sentence, words: Fields) -> tuple[int, Span] | None:
    text = sentence.text
    for word in words.strings("notices"):
        place = text.find(word)
        found = _NOTICES.match(text, place + len(word)) if place >= 0 else None
        if found:
            return int(found[1]), sentence.content.span(place, found.end())
    return None


def _amounts_in(sentence: Sentence, words: Fields) -> Iterator[Amount]:
    text, seen = sentence.text, 0
    for found in _AMOUNT.finditer(text):
        before = text[seen : found.start()]
        charged = _last_of(before, words.strings("charged"))
        received = _last_of(before, words.strings("received"))
        seen = found.end()
        if max(charged, received) < (0, 0):
            continue
        number = Decimal(found[1].replace(",", ""))
        yield Amount(
            "charged" if charged > received else "received",
            number * _TEN_THOUSAND if found[2] else number,
            not found[2],
            found[0],
            sentence.content.span(found.start(), found.end()),
        )


def _last_of(text: str, words: tuple[str, ...]) -> tuple[int, int]:
    """Where the last of the words ends in a text, and its length (of two, the longer one)."""
    ends = [(text.rfind(word) + len(word), len(word)) for word in words if word in text]
    return max(ends, default=(-1, 0))


def check_fee_contradiction(context: Context, rule: Rule) -> Iterator[Finding]:
    """Statements on fees that cannot all be true (D512)."""
    statements = context.once(find_fees)
    for statement in statements:
        yield from _within(rule, statement)
    yield from _none_but_received(rule, statements)
    yield from _different_sums(rule, statements)


def _within(rule: Rule, statement: FeeStatement) -> Iterator[Finding]:
    charged, received = statement.total("charged"), statement.total("received")
    notices = statement.notices
    some = next((each for each in (received, charged) if each and each.yuan > 0), None)
    if notices and notices[0] == 0 and some:
        yield Finding(rule.code, notices[1].join(some.span), {"sum": some.text}, "notices", "hint")
    elif charged and received and received.yuan > charged.yuan:
        values = {"charged": charged.text, "received": received.text}
        yield Finding(rule.code, charged.span.join(received.span), values, "exceeds", "hint")
    elif notices and notices[0] > 0 and charged and charged.yuan == 0:
        values = {"notices": str(notices[0]), "charged": charged.text}
        yield Finding(rule.code, notices[1].join(charged.span), values, "nothing", "hint")


def _none_but_received(rule: Rule, statements: list[FeeStatement]) -> Iterator[Finding]:
    none = next((each.none for each in statements if each.none), None)
    sums = [amount for each in statements for amount in each.amounts]
    received = next((each for each in sums if each.kind == "received" and each.yuan > 0), None)
    if none and received:
        values = {"sum": received.text}
        related = (Related(none, "none"),)
        yield Finding(rule.code, received.span, values, related=related)


def _different_sums(rule: Rule, statements: list[FeeStatement]) -> Iterator[Finding]:
    totals = [total for each in statements if (total := each.total("received")) and total.yuan]
    for first, second in pairwise(totals):
        if first.yuan != second.yuan:
            values = {"first": first.text, "second": second.text}
            related = (Related(first.span, "other", {"first": first.text}),)
            yield Finding(rule.code, second.span, values, "different", "hint", related)


def check_fee_tariff(context: Context, rule: Rule) -> Iterator[Finding]:
    """A fee that the tariff cannot give, or above all charges of the agency (D513)."""
    table = context.report.table("二")
    cell = table.cell("fees", "amount") if table else None
    for statement in context.once(find_fees):
        for amount in statement.amounts:
            if amount.in_yuan and amount.yuan % _TARIFF_STEP:
                yield Finding(rule.code, amount.span, {"sum": amount.text})
            elif cell and cell.value is not None and amount.kind == "received":
                limit = Decimal(cell.value)
                if amount.yuan > _most(limit):
                    values = {"sum": amount.text, "limit": cell.content.text}
                    related = (Related(cell.span, "cell", {"limit": cell.content.text}),)
                    yield Finding(rule.code, amount.span, values, "above", "hint", related)


def _most(limit: Decimal) -> Decimal:
    """The greatest sum in yuan that a figure in 万元 may have been rounded from."""
    exponent = limit.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) else 0
    return (limit + Decimal(5).scaleb(-digits - 1)) * _TEN_THOUSAND
