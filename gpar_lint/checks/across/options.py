"""The rules' own options: as the catalogue has them, or as the user sets them."""

from __future__ import annotations

from decimal import Decimal

from gpar_lint.checks.context import Context
from gpar_lint.format.catalogue import Rule


def number_option(context: Context, rule: Rule, key: str) -> Decimal:
    """An option that is a number. Raises KeyError where neither of the two has it."""
    value = context.settings.options.get(key)
    return Decimal(str(rule.options[key] if value is None else value))
