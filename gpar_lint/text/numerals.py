"""Numbers as Chinese reports write them: 12, １２, 1,234, 三件, 1.2万, 十余, 近百.

`read_figure` reads a table's cell, `find_numbers` a passage. Both are linear in their input.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from gpar_lint.text.folding import BLANK_CHARS, fold

#: Measure words that may follow a figure in a cell, and amounts of money.
CELL_UNITS = (
    "万元", "元", "件次", "人次", "件", "条", "个", "宗", "起", "份", "项", "次", "部", "例", "人",
)  # fmt: skip
#: Measure words before which a Chinese numeral is a number; the longer before the shorter.
MEASURES = (
    "人次", "批次", "件次", "家次", "场次", "万元", "篇次", "亿元",
    "件", "条", "个", "宗", "起", "份", "项", "次", "部", "篇", "期", "场", "人", "户", "家",
    "元", "例", "页", "批", "名", "张", "幅",
)  # fmt: skip

_LONGEST = 18  # digits: a longer run of them is a code, and no figure of a report
_DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_POWERS = {**_TENS, **_MYRIADS}


class Figure(NamedTuple):
    """What a table's cell says. `form` is one of report.model.TableCell's forms."""

    value: int | Decimal | None  # None: no figure is given, or it cannot be read
    form: str
    unit: str = ""  # the unit written with the figure; the value is in it: 1.2万元 is 1.2


class Number(NamedTuple):
    """A number in a passage."""

    start: int
    end: int  # past 余, 多 and 万; the measure word follows
    value: int | Decimal
    exact: bool  # False: 100余, 近百, 约3万, 5件以上, 3至5
    form: str  # "plain", "decimal", "thousands" (1,234), "multiplied" (1.2万), "chinese"
    code: bool  # part of a name or code (第3, A12, 0578-5550126, twelve digits): counts nothing


# ---- a table's cell

_NONE = frozenset({"无", "暂无", "没有"})
_PLAIN = re.compile("[0-9]{1,18}")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_DASHES = frozenset("-—–─−﹣━")
_MINUS = ("-", "−", "﹣", "–")
_SIGN_WORDS = {"+": 1, "增加": 1, "增": 1, "减少": -1, "减": -1}


def read_figure(text: str, units: tuple[str, ...] = CELL_UNITS) -> Figure:
    """Read a cell's text as it stands in the document.

    What could be two things is "text": `1 2` (one figure or two), `O`, `①`. A lone 一 is one.
    """
    text = text.strip(BLANK_CHARS)
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST:
        return Figure(int(text), "plain")
    if not text:
        return Figure(None, "blank")
    if len(text) > 2 * _LONGEST or "○" in text:  # a circle is a mark, or a zero
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
    if len(figure) > _LONGEST + 6:
        return None, "text"
    if _PLAIN.fullmatch(figure):
        return int(figure), "plain"
    if _DECIMAL.fullmatch(figure):
        return Decimal(figure), "decimal"
    if _THOUSANDS.fullmatch(figure):
        return _arabic(figure), "thousands"
    if len(figure) > 1 and figure[-1] in _MYRIADS and _PLAIN.match(figure):  # 1.2万
        value, form = _value(figure[:-1])
        if form in ("plain", "decimal", "thousands") and value is not None:
            return _whole(value * _MYRIADS[figure[-1]]), "multiplied"
    if (chinese := chinese_value(figure)) is not None:
        return chinese, "chinese"
    return None, "text"


def _arabic(figure: str) -> int | Decimal:
    digits = figure.replace(",", "").replace("，", "")
    return Decimal(digits) if "." in digits else int(digits)


def _whole(value: int | Decimal) -> int | Decimal:
    """`value` as an int where it is whole."""
    return int(value) if value == int(value) else value


def chinese_value(text: str) -> int | None:
    """The value of a Chinese numeral, a whole text: 十二, 一百零五, 二〇二四.

    None where it is none, or could be two: 三四 (three or four), 一百二 (102 or 120).
    """
    if len(text) > _LONGEST or not all(char in _DIGITS or char in _POWERS for char in text):
        return None
    if not any(char in _POWERS for char in text):
        return _digit_by_digit(text)
    total = section = 0
    digit: int | None = None
    power, myriad = 10_000, 10**16  # the last of each kind; they only fall
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _TENS:
            if _TENS[char] >= power:
                return None
            power = _TENS[char]
            section += (digit or 1) * power
            digit = None
        else:
            if _MYRIADS[char] >= myriad:
                return None
            myriad, power = _MYRIADS[char], 10_000
            total += (section + (digit or 0) or 1) * myriad
            section, digit = 0, None
    if digit and text[-2] in "百千万亿":
        return None
    return total + section + (digit or 0)


def _digit_by_digit(text: str) -> int | None:
    if len(text) == 1 or len(text) > 2 or "〇" in text or "零" in text:
        return int("".join(str(_DIGITS[char]) for char in text)) if text else None
    return None


# ---- a passage

_NUMERAL = re.compile(
    "(?P<thousands>(?<![0-9])(?<![0-9][,，])[1-9][0-9]{0,2}(?:[,，][0-9]{3}){1,5}"
    r"(?:\.[0-9]+)?(?![0-9])(?![,，][0-9]))"
    r"|(?P<arabic>[0-9]+(?:\.[0-9]+)?)"
    f"|(?P<chinese>[{''.join(_DIGITS)}{''.join(_POWERS)}]+)"
)
# What may follow the digits of a number: 余万, 万多, 百. 百分 is no hundred, 千克 no thousand.
_TAIL = re.compile(
    "([余多几]|来(?=[个件条次篇项]))?(百万|千万|[万亿]|百(?!分)|千(?![瓦克米卡伏]))?([余多])?"
)
_CHINESE_TAIL = re.compile("([余多几来])?([万亿])?([余多])?")
_REST = re.compile("[0-9]{1,4}[千百]?(?![0-9.])")  # 3万5千
_ABOUT = ("近", "约", "超", "逾", "破", "超过", "接近", "不足", "不到", "至少", "至多", "最多",
          "不少于", "多于", "少于")  # fmt: skip
_NOT_ABOUT = ("最近", "附近", "签约", "预约", "节约", "合约", "条约", "特约", "履约")
_SEVERAL = ("数", "几", "上", "成")
_RANGE = "至到~"
_JOINTS = "-—–−/.:@+&=_~"
# Ordinals, and words that end in 一: 统一部署, 同一个, 进一次, 每一件.
_NO_NUMBER_AFTER = tuple("第统同单唯逐之进合每任某另万专")
_NO_MEASURE = re.compile(
    "部[署门分长队位委]|个[人性]|次性|件事|条龙|份子|宗旨|起草|期[间限满]|项目"
    "|家[人庭长属]|人[员民大才士数]|名[单称义]|户[籍外]|场所|页面|张贴|例[如行]"
)


def find_numbers(text: str, measures: tuple[str, ...] = MEASURES) -> list[Number]:
    """The numbers of a squeezed passage, in order.

    Arabic ones all, whatever they count (the caller looks at what follows); runs of more than 18
    digits are none. Chinese ones only before one of `measures`, perhaps with 余 or 多 between, so
    that 一是, 统一 and 第一 are none.
    """
    measure = _measure_pattern(measures)
    numbers: list[Number] = []
    done = 0
    for found in _NUMERAL.finditer(text):
        if found.start() < done or found.end() - found.start() > 2 * _LONGEST:
            continue
        if found.lastgroup == "chinese":
            number = _chinese_number(text, found.start(), found.end(), measure)
        else:
            number = _arabic_number(text, found, measure)
        if number:
            numbers.append(number)
            done = number.end
    return numbers


@cache
def _measure_pattern(measures: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, measures), key=len, reverse=True)))


def _arabic_number(text: str, found: re.Match[str], measure: re.Pattern[str]) -> Number | None:
    start, end = found.span()
    digits = found[0]
    whole = digits.partition(".")[0]
    if len(whole) > _LONGEST and found.lastgroup == "arabic":
        return None
    value = _arabic(digits)
    form = (
        "thousands" if found.lastgroup == "thousands" else "decimal" if "." in digits else "plain"
    )
    code = (len(whole) >= 12 and form != "thousands") or _is_code(text, start, end)
    tail = _TAIL.match(text, end)
    if tail is None or tail.end() == end:
        return Number(start, end, value, _is_exact(text, start, end, measure), form, code)
    before, power, after = tail.groups()
    end = tail.end()
    if power:
        value, form = _whole(value * _power(power)), "multiplied"
        if power == "万" and not after and "." not in digits and (rest := _REST.match(text, end)):
            value += _rest_value(rest[0])
            end = rest.end()
    exact = not (before or after) and _is_exact(text, start, end, measure)
    return Number(start, end, value, exact, form, code)


def _power(word: str) -> int:
    power = 1
    for char in word:
        power *= _POWERS[char]
    return power


def _rest_value(rest: str) -> int:
    return int(rest[:-1]) * _POWERS[rest[-1]] if rest[-1] in _POWERS else int(rest)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a name, a code, a date or a sum written with signs."""
    before = text[max(start - 2, 0) : start]
    after = text[end : end + 2]
    return (
        before[-1:] == "第"
        or (before[-1:].isascii() and before[-1:].isalpha())
        or (after[:1].isascii() and after[:1].isalpha())
        or (
            len(before) == 2
            and before[1] in _JOINTS
            and before[0].isascii()
            and before[0].isalnum()
        )
        or (len(after) == 2 and after[0] in _JOINTS and after[1].isascii() and after[1].isalnum())
    )


def _is_exact(text: str, start: int, end: int, measure: re.Pattern[str]) -> bool:
    """Whether nothing about a number says that it is a rough one, a bound or a range."""
    before = text[max(start - 4, 0) : start]
    if before.endswith(_ABOUT) and not before.endswith(_NOT_ABOUT):
        return False
    if before[-1:] in _RANGE and before[-2:-1].isdigit():
        return False
    if text[end : end + 1] in _RANGE and text[end + 1 : end + 2].isdigit():
        return False
    counted = measure.match(text, end)
    after = counted.end() if counted else end
    return not text.startswith(("以上", "以下", "以内", "左右", "上下", "不等"), after)


def _chinese_number(text: str, start: int, end: int, measure: re.Pattern[str]) -> Number | None:
    run = text[start:end]
    tail = _CHINESE_TAIL.match(text, end)
    end = tail.end() if tail else end
    if not measure.match(text, end) or _NO_MEASURE.match(text, end):
        return None
    before = text[max(start - 1, 0) : start]
    if before in _NO_NUMBER_AFTER:
        return None
    several = before in _SEVERAL and run[0] in _POWERS
    rough = several or end > start + len(run) or not _is_exact(text, start, end, measure)
    value = chinese_value(run)
    if value is None and len(run) == 2 and run[0] in _DIGITS and run[1] in _DIGITS:
        value, rough = _DIGITS[run[0]], True  # 两三件
    if value is None or (run[0] in "百千万亿" and not rough):  # 千家万户
        return None
    if tail and tail[2]:
        value *= _POWERS[tail[2]]
    return Number(start, end, value, not rough, "chinese", code=False)
