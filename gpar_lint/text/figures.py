"""A table's cell read as a figure: 12, １２, 0件, 1,234, 三, 减4, or why it is none."""

from __future__ import annotations

from decimal import Decimal

from gpar_lint.text.digits import LONGEST, MYRIADS, arabic_value, as_whole, chinese_value
from gpar_lint.text.folding import BLANK_CHARS, INVISIBLE_CHARS, fold
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

#: Measure words that may follow a figure in a cell, and amounts of money.
CELL_UNITS = (
    "万元", "元", "件次", "人次", "件", "条", "个", "宗", "起", "份", "项", "次", "部", "例", "人",
)  # fmt: skip


class Figure(Record):
    """What a table's cell says. `form` is one of report.model.TableCell's forms."""

    value: int | Decimal | None  # None: no figure is given, or it cannot be read
    form: str
    unit: str = ""  # the unit written with the figure; the value is in it: 1.2万元 is 1.2


_NO_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE_CHARS))
_NONE = frozenset({"无", "暂无", "没有"})
_PLAIN = regex("[0-9]{1,18}")
_DECIMAL = regex(r"[0-9]+\.[0-9]+")
_THOUSANDS = regex(r"[1-9][0-9]{0,2}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_DASHES = frozenset("-—–─−﹣━")
_MINUS = ("-", "−", "﹣", "–")
_SIGN_WORDS = {"+": 1, "增加": 1, "增": 1, "减少": -1, "减": -1}


def read_figure(text: str, units: tuple[str, ...] = CELL_UNITS) -> Figure:
    """Read a cell's text as it stands in the document.

    What could be two things is "text": `1 2` (one figure or two), `O`, `①`. A lone 一 is one.
    """
    text = text.strip(BLANK_CHARS)
    if text.isascii() and text.isdigit() and len(text) <= LONGEST:
        return Figure(int(text), "plain")
    if not text:
        return Figure(None, "blank")
    text = text.translate(_NO_INVISIBLE)
    if len(text) > 2 * LONGEST or "○" in text:  # a circle is a mark, or a zero
        return Figure(None, "text")
    folded = fold(text)
    if folded in ("/", "\\", "//"):
        return Figure(None, "slash")
    if _DASHES.issuperset(folded):
        return Figure(None, "dash")
    if folded in _NONE:
        return Figure(None, "none")
    return _signed(text, folded, units)


def _signed(text: str, folded: str, units: tuple[str, ...]) -> Figure:
    if folded.startswith(_MINUS):
        figure = _with_unit(text, folded[1:].lstrip(), units)
        negative = None if figure.value is None else -figure.value
        return figure._replace(value=negative, form="text" if negative is None else "negative")
    for word, factor in _SIGN_WORDS.items():
        if folded.startswith(word):
            figure = _with_unit(text, folded[len(word) :].lstrip(), units)
            if figure.value is None:
                return figure
            return figure._replace(value=factor * figure.value, form="signed")
    return _with_unit(text, folded, units)


def _with_unit(text: str, folded: str, units: tuple[str, ...]) -> Figure:
    unit = next((unit for unit in units if folded.endswith(unit)), "")
    figure = folded[: -len(unit)].rstrip() if unit else folded
    value, form = _value(figure)
    if value is None:
        return Figure(None, "text")
    if form == "multiplied":
        return Figure(value, "unit", folded[len(figure.rstrip("万亿")) :])
    if unit:
        return Figure(value, "unit", unit)
    if form in ("plain", "decimal") and any("０" <= char <= "９" or char == "．" for char in text):
        form = "full-width"
    return Figure(value, form)


def _value(figure: str) -> tuple[int | Decimal | None, str]:
    """The value and form of an unsigned figure without unit."""
    if len(figure) > LONGEST + 6:
        return None, "text"
    if _PLAIN.fullmatch(figure):
        return int(figure), "plain"
    if _DECIMAL.fullmatch(figure):
        return Decimal(figure), "decimal"
    if _THOUSANDS.fullmatch(figure):
        return arabic_value(figure), "thousands"
    if len(figure) > 1 and figure[-1] in MYRIADS and _PLAIN.match(figure):  # 1.2万
        value, form = _value(figure[:-1])
        if form in ("plain", "decimal", "thousands") and value is not None:
            return as_whole(value * MYRIADS[figure[-1]]), "multiplied"
    if (chinese := chinese_value(figure)) is not None:
        return chinese, "chinese"
    return None, "text"
