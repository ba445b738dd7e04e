"""Ratios as reports state them: half-up rounding and truncation are both right."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from gpar_lint.checks.claims.counting import Value

_HUNDRED = Decimal(100)


def percent_of(part: Value, whole: Value) -> Decimal:
    """`part` in per cent of `whole`, which is not 0."""
    return _HUNDRED * Decimal(part) / Decimal(whole)


def is_stated(true: Decimal, stated: Value, step: Decimal) -> bool:
    """Whether a true value may be stated so, with a last digit worth `step`."""
    units = true / step
    told = Decimal(stated) / step
    return told in (
        units.to_integral_value(ROUND_HALF_UP),
        units.to_integral_value(ROUND_DOWN),
    )


def shown(value: Decimal) -> str:
    """A percentage as messages show it: two decimals at most."""
    text = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
