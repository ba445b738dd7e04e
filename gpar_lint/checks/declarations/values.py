"""Malformed telephone numbers, postcodes and e-mail addresses (D508, D509, D510)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.contact import Detail, details
from gpar_lint.checks.declarations.telephone import Fault, faults_in
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule

_FEWEST_DIGITS = 7  # of a number that no colon introduces: 电话05785550126, but 接听电话320次
_ADDRESS = re.compile(r"[A-Za-z0-9._%+\-]+@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}")
_PARTS = re.compile(r"[<>()\[\],;/、，。]|mailto:|(?<=[A-Za-z])\.$")


def check_telephone(context: Context, rule: Rule) -> Iterator[Finding]:
    """A telephone or fax number that is none (D508)."""
    measures = vocabulary(context, "declarations").table("contact").strings("measures")
    original = context.report.document.text
    for detail in context.once(details):
        if detail.kind != "telephone" or _is_count(detail, measures):
            continue
        for fault in faults_in(detail.value, original):
            yield _telephone_finding(rule, detail, fault, original)


def _is_count(detail: Detail, measures: tuple[str, ...]) -> bool:
    if detail.after in measures:
        return True
    digits = sum(char.isdigit() for char in detail.value.text)
    return not detail.colon and digits < _FEWEST_DIGITS


def _telephone_finding(rule: Rule, detail: Detail, fault: Fault, original: str) -> Finding:
    span = detail.value.span(fault.start, fault.end)
    values = {"number": original[span.start : span.end]}
    if not fault.dashes:
        return Finding(rule.code, span, values, hint="hint")
    edits = [Edit(detail.value.span(start, end), "-") for start, end in fault.dashes]
    fix = Fix(tuple(edits), safe=True)
    return Finding(rule.code, span, values, text="separator", fix=fix)


def check_postcode(context: Context, rule: Rule) -> Iterator[Finding]:
    """A postcode that is not six digits (D509)."""
    for detail in context.once(details):
        value = detail.value.text
        if detail.kind == "postcode" and not (value.isdigit() and len(value) == 6):
            values = {"value": value, "length": len(value)}
            yield Finding(rule.code, detail.value.span(), values, hint="hint")


def check_email(context: Context, rule: Rule) -> Iterator[Finding]:
    """An e-mail address that is none (D510)."""
    for detail in context.once(details):
        if detail.kind != "email" or not _is_given(detail):
            continue
        parts = [part for part in _PARTS.split(detail.value.text) if part]
        if not any("@" in part for part in parts) or any(
            "@" in part and not _ADDRESS.fullmatch(part) for part in parts
        ):
            value = detail.value.text.rstrip(").,;，。")
            yield Finding(
                rule.code, detail.value.span(0, len(value)), {"value": value}, hint="hint"
            )


def _is_given(detail: Detail) -> bool:
    """Whether an address is meant at all (邮箱12个 and 邮箱、电话 give none)."""
    value = detail.value.text
    return any("a" <= char <= "z" or "A" <= char <= "Z" for char in value) and (
        detail.colon or "@" in value
    )
