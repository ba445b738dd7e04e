"""The value of digits: 1,234 and 一百零五. What they count, and how surely, is others' matter."""

from __future__ import annotations

from decimal import Decimal

#: More digits than any figure of a report has: a longer run of them is a code.
LONGEST = 18
DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
POWERS = {**TENS, **MYRIADS}


def arabic_value(figure: str) -> int | Decimal:
    """The value of ASCII digits with a decimal point and separators of thousands, or without."""
    digits = figure.replace(",", "").replace("，", "")
    return Decimal(digits) if "." in digits else int(digits)


def as_whole(value: int | Decimal) -> int | Decimal:
    """`value` as an int where it is whole."""
    return int(value) if value == int(value) else value


def chinese_value(text: str) -> int | None:
    """The value of a Chinese numeral, a whole text: 十二, 一百零五, 二〇二四.

    None where it is none, or could be two: 三四 (three or four), 一百二 (102 or 120).
    """
    if len(text) > LONGEST or not all(char in DIGITS or char in POWERS for char in text):
        return None
    if not any(char in POWERS for char in text):
        return _digit_by_digit(text)
    total = section = 0
    digit: int | None = None
    power, myriad = 10_000, 10**16  # the last of each kind; they only fall
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in TENS:
            if TENS[char] >= power:
                return None
            power = TENS[char]
            section += (digit or 1) * power
            digit = None
        else:
            if MYRIADS[char] >= myriad:
                return None
            myriad, power = MYRIADS[char], 10_000
            total += (section + (digit or 0) or 1) * myriad
            section, digit = 0, None
    if digit and text[-2] in "百千万亿":
        return None
    return total + section + (digit or 0)


def _digit_by_digit(text: str) -> int | None:
    if len(text) == 1 or len(text) > 2 or "〇" in text or "零" in text:
        return int("".join(str(DIGITS[char]) for char in text)) if text else None
    return None
