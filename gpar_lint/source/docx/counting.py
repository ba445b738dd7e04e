"""The forms in which Word writes the numbers of its lists (ST_NumberFormat)."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 9999  # what is larger is written in digits: no list has as many points


def in_format(number: int, form: str) -> str:
    """A list's number as Word writes it; in digits where the form is none of those known here."""
    if form in _CHINESE:
        return in_chinese(number, *_CHINESE[form])
    if form in _DIGIT_BY_DIGIT:
        return "".join([_DIGIT_BY_DIGIT[form][int(digit)] for digit in str(max(number, 0))])
    if form in _ENCLOSED:
        first, last = _ENCLOSED[form]
        place = ord(first) + number - 1
        return chr(place) if ord(first) <= place <= ord(last) else str(number)
    if form in _CYCLES:
        cycle = _CYCLES[form]
        return cycle[number - 1] if 0 < number <= len(cycle) else str(number)
    return _western(number, form)


def in_chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """一, 十, 十一, 二十, 一百零一; a formal one writes 壹拾 where this has 十."""
    if not 0 < number <= _MOST:
        return str(number) if number else digits[0]
    zero = "零" if digits[0] == "〇" else digits[0]
    text, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(text)
            continue
        text += (zero if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = False
    return text[1:] if units[0] == "十" and 10 <= number < 20 else text


def _western(number: int, form: str) -> str:
    if form == "decimalZero":
        return f"{number:02}"
    if form.endswith("Roman") and 0 < number <= _MOST:
        return _cased(_roman(number), form)
    if form.endswith("Letter") and 0 < number <= _MOST:  # …, y, z, aa, bb
        times, letter = divmod(number - 1, 26)
        return _cased(chr(ord("a") + letter) * (times % 30 + 1), form)
    return "" if form in ("none", "bullet") else str(number)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (number // size)
        number %= size
    return text


_CHINESE = {
    "chineseCounting": (_DIGITS, "十百千"),
    "chineseCountingThousand": (_DIGITS, "十百千"),
    "japaneseCounting": (_DIGITS, "十百千"),
    "taiwaneseCounting": (_DIGITS, "十百千"),
    "taiwaneseCountingThousand": (_DIGITS, "十百千"),
    "chineseLegalSimplified": (_LEGAL, "拾佰仟"),
    "ideographLegalTraditional": ("零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "japaneseLegal": ("〇壱弐参四伍六七八九", "拾百阡"),
}
_DIGIT_BY_DIGIT = {
    "ideographDigital": _DIGITS,
    "japaneseDigitalTenThousand": _DIGITS,
    "taiwaneseDigital": "○一二三四五六七八九",
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
}
_ENCLOSED = {
    "decimalEnclosedCircle": ("①", "⑳"),
    "decimalEnclosedCircleChinese": ("①", "⑳"),
    "decimalEnclosedParen": ("⑴", "⒇"),
    "decimalEnclosedFullstop": ("⒈", "⒛"),
    "ideographEnclosedCircle": ("㊀", "㊉"),
}
_CYCLES = {"ideographTraditional": _STEMS, "ideographZodiac": _BRANCHES}
