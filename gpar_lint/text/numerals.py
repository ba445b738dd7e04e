"""The numbers of a passage as Chinese reports write them: 12, 1,234, 三件, 1.2万, 十余, 近百.

With `read_figure`, for a table's cell, this is all that other layers need. Linear in its input.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from gpar_lint.text.digits import DIGITS, LONGEST, POWERS, arabic_value, as_whole, chinese_value
from gpar_lint.text.figures import Figure as Figure
from gpar_lint.text.figures import read_figure as read_figure
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

#: Measure words before which a Chinese numeral is a number; the longer before the shorter.
MEASURES = (
    "人次", "批次", "件次", "家次", "场次", "万元", "篇次", "亿元",
    "件", "条", "个", "宗", "起", "份", "项", "次", "部", "篇", "期", "场", "人", "户", "家",
    "元", "例", "页", "批", "名", "张", "幅",
)  # fmt: skip


class Number(Record):
    """A number in a passage."""

    start: int
    end: int  # past 余, 多 and 万; the measure word follows
    value: int | Decimal
    exact: bool  # False: 100余, 近百, 约3万, 5件以上, 3至5
    form: str  # "plain", "decimal", "thousands" (1,234), "multiplied" (1.2万), "chinese"
    code: bool  # part of a name or code (第3, A12, 0578-5550126, twelve digits): counts nothing


_NUMERAL = regex(
    "(?P<thousands>(?<![0-9])(?<![0-9][,，])[1-9][0-9]{0,2}(?:[,，][0-9]{3}){1,5}"
    r"(?:\.[0-9]+)?(?![0-9])(?![,，][0-9]))"
    r"|(?P<arabic>[0-9]+(?:\.[0-9]+)?)"
    f"|(?P<chinese>[{''.join(DIGITS)}{''.join(POWERS)}]+)"
)
# What may follow the digits of a number: 余万, 万多, 百. 百分 is no hundred, 千克 no thousand.
_TAIL_STARTS = frozenset("余多几来百千万亿")
_TAIL = regex(
    "([余多几]|来(?=[个件条次篇项]))?(百万|千万|[万亿]|百(?!分)|千(?![瓦克米卡伏]))?([余多])?"
)
_CHINESE_TAIL = regex("([余多几来])?([万亿])?([余多])?")
_REST = regex("[0-9]{1,4}[千百]?(?![0-9.])")  # 3万5千
_ABOUT = ("近", "约", "超", "逾", "破", "超过", "接近", "不足", "不到", "至少", "至多", "最多",
          "不少于", "多于", "少于")  # fmt: skip
_NOT_ABOUT = ("最近", "附近", "签约", "预约", "节约", "合约", "条约", "特约", "履约")
_ROUGHLY = ("以上", "以下", "以内", "左右", "上下", "不等")  # after the measure word
_FURTHEST = 10  # characters behind a number in which they end: no measure word has more than 8
_SEVERAL = ("数", "几", "上", "成")
_RANGE = "至到~"
_JOINTS = "-—–−/.:@+&=_~"
# Words that end in 一: 统一部署, 同一个, 每一件.
_ENDING_IN_ONE = tuple("统同单唯逐之进合每任某万专")
_NO_MEASURE = (
    "部署", "部门", "部分", "部长", "部队", "部位", "部委", "个人", "个性", "次性", "件事", "条龙",
    "份子", "宗旨", "起草", "期间", "期限", "期满", "项目", "家人", "家庭", "家长", "家属", "人员",
    "人民", "人大", "人才", "人士", "人数", "名单", "名称", "名义", "户籍", "户外", "场所", "页面",
    "张贴", "例如", "例行",
)  # fmt: skip


def find_numbers(text: str, measures: tuple[str, ...] = MEASURES) -> list[Number]:
    """The numbers of a squeezed passage, in order.

    Arabic ones all, whatever they count (the caller looks at what follows); runs of more than 18
    digits are none. Chinese ones only before one of `measures`, perhaps with 余 or 多 between, so
    that 一是, 统一 and 第一 are none.
    """
    longest_first = _longest_first(measures)
    numbers: list[Number] = []
    done = 0
    for found in _NUMERAL.finditer(text):
        if found.start() < done or found.end() - found.start() > 2 * LONGEST:
            continue
        if found.lastgroup == "chinese":
            number = _chinese_number(text, found.start(), found.end(), longest_first)
        else:
            number = _arabic_number(text, found, longest_first)
        if number:
            numbers.append(number)
            done = number.end
    return numbers


@cache
def _longest_first(measures: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(measures, key=len, reverse=True))


def _arabic_number(text: str, found: re.Match[str], measures: tuple[str, ...]) -> Number | None:
    start, end = found.span()
    digits = found[0]
    whole = digits.partition(".")[0]
    if len(whole) > LONGEST and found.lastgroup == "arabic":
        return None
    value = arabic_value(digits)
    form = (
        "thousands" if found.lastgroup == "thousands" else "decimal" if "." in digits else "plain"
    )
    code = (len(whole) >= 12 and form != "thousands") or _is_code(text, start, end)
    tail = _TAIL.match(text, end) if text[end : end + 1] in _TAIL_STARTS else None
    if tail is None or tail.end() == end:
        return Number(start, end, value, _is_exact(text, start, end, measures), form, code)
    before, power, after = tail.groups()
    end = tail.end()
    if power:
        value, form = as_whole(value * _power(power)), "multiplied"
        if power == "万" and not after and "." not in digits and (rest := _REST.match(text, end)):
            value += _rest_value(rest[0])
            end = rest.end()
    exact = not (before or after) and _is_exact(text, start, end, measures)
    return Number(start, end, value, exact, form, code)


def _power(word: str) -> int:
    power = 1
    for char in word:
        power *= POWERS[char]
    return power


def _rest_value(rest: str) -> int:
    return int(rest[:-1]) * POWERS[rest[-1]] if rest[-1] in POWERS else int(rest)


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


def _is_exact(text: str, start: int, end: int, measures: tuple[str, ...]) -> bool:
    """Whether nothing about a number says that it is a rough one, a bound or a range."""
    before = text[max(start - 4, 0) : start]
    if before.endswith(_ABOUT) and not before.endswith(_NOT_ABOUT):
        return False
    if before[-1:] in _RANGE and before[-2:-1].isdigit():
        return False
    if text[end : end + 1] in _RANGE and text[end + 1 : end + 2].isdigit():
        return False
    if not any(word in text[end : end + _FURTHEST] for word in _ROUGHLY):
        return True
    measure = next((word for word in measures if text.startswith(word, end)), "")
    return not text.startswith(_ROUGHLY, end + len(measure))


def _chinese_number(text: str, start: int, end: int, measures: tuple[str, ...]) -> Number | None:
    run = text[start:end]
    tail = _CHINESE_TAIL.match(text, end)
    end = tail.end() if tail else end
    if not text.startswith(measures, end) or text.startswith(_NO_MEASURE, end):
        return None
    before = text[max(start - 1, 0) : start]
    if before == "第" or (run == "一" and before in _ENDING_IN_ONE):
        return None
    several = before in _SEVERAL and run[0] in POWERS
    rough = several or end > start + len(run) or not _is_exact(text, start, end, measures)
    value = chinese_value(run)
    if value is None and len(run) == 2 and run[0] in DIGITS and run[1] in DIGITS:
        value, rough = DIGITS[run[0]], True  # 两三件
    if value is None or (run[0] in "百千万亿" and not rough):  # 千家万户
        return None
    if tail and tail[2]:
        value *= POWERS[tail[2]]
    return Number(start, end, value, not rough, "chinese", code=False)
