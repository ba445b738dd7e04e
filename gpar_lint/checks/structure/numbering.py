"""Ordinals written out."""

from __future__ import annotations

from gpar_lint.report.ordinals import NUMERALS


def chinese_numeral(value: int) -> str:
    """A number from 1 to 99 in Chinese numerals: 七, 十二, 二十一."""
    tens, units = divmod(value, 10)
    ten = "十" if tens == 1 else NUMERALS[tens - 1] + "十" if tens else ""
    return ten + (NUMERALS[units - 1] if units else "")
