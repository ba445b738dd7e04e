"""Malformed telephone numbers, postcodes and e-mail addresses (D508, D509, D510)."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.declarations.contact import Detail, details
from gpar_lint.checks.declarations.telephone import Fault, faults_in
from gpar_lint.checks.finding import Edit, Finding, Fix
from gpar_lint.format.catalogue import Rule
from gpar_lint.text.patterns import regex

_ADDRESS = regex(r"[A-Za-z0-9._%+\-]+@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}")
_PARTS = regex(r"[<>()\[\],;/、，。]|mailto:|(?<=[A-Za-z])\.$")


def check_telephone(context: Context, rule: Rule) -> Iterator[Finding]:
    """A telephone or fax number that is none (D508)."""
    for detail in context.once(details):
        if detail.kind != "telephone":
            continue
        original = context.report.document.letters(detail.value.offsets)
        for fault in faults_in(detail.value, original):
            yield _telephone_finding(rule, detail, fault, original)


def _telephone_finding(rule: Rule, detail: Detail, fault: Fault, original: str) -> Finding:
    span = detail.value.span(fault.start, fault.end)
    values = {"number": original[fault.start : fault.end]}
    if not fault.dashes:
        return Finding(rule.code, span, values)
    edits = [Edit(detail.value.span(start, end), "-") for start, end in fault.dashes]
    fix = Fix(tuple(edits), safe=True)
    return Finding(rule.code, span, values, "separator", hint="", fix=fix)


def check_postcode(context: Context, rule: Rule) -> Iterator[Finding]:
    """A postcode that is not six digits (D509)."""
    for detail in context.once(details):
        if detail.kind != "postcode" or _is_postcode(detail.value.text):
            continue
        if not any(_is_postcode(head) for head in detail.heads()):
            values = {"value": detail.value.text, "length": len(detail.value.text)}
            yield Finding(rule.code, detail.value.span(), values)


def _is_postcode(text: str) -> bool:
    return len(text) == 6 and text.isdigit()


def check_email(context: Context, rule: Rule) -> Iterator[Finding]:
    """An e-mail address that is none (D510)."""
    document = context.report.document
    for detail in context.once(details):
        if detail.kind != "email" or not _is_given(detail):
            continue
        wide = "＠" in document.letters(detail.value.offsets)
        if not wide and _is_email(detail.value.text):
            continue
        if wide or not any(_is_email(head) for head in detail.heads()):
            value = detail.value.text.rstrip(").,;，。")
            span = detail.value.span(0, len(value))
            yield Finding(rule.code, span, {"value": value})


def _is_email(text: str) -> bool:
    """One address, or several."""
    parts = [part for part in _PARTS.split(text) if "@" in part]
    return bool(parts) and all(_ADDRESS.fullmatch(part) for part in parts)


def _is_given(detail: Detail) -> bool:
    """Whether an address is meant at all (邮箱12个 and the address of a mail site give none)."""
    value = detail.value.text
    if value.lower().startswith(("http", "www.")):
        return False
    letters = any("a" <= char <= "z" or "A" <= char <= "Z" for char in value)
    return letters and (detail.colon or "@" in value)
