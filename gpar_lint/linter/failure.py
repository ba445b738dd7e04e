"""What the program itself failed at, as a finding."""

from __future__ import annotations

from gpar_lint.checks.finding import Finding


def rule_failure(code: str, error: Exception) -> Finding:
    """The finding (Z006) that stands for the rule `code`, which raised an exception."""
    return _failure("message", code, error)


def reading_failure(error: Exception) -> Finding:
    """The finding (Z006) that stands for a file that the program failed to read."""
    return _failure("reading", "", error)


def _failure(text: str, code: str, error: Exception) -> Finding:
    from traceback import format_exception  # slow to import, rarely needed

    values = {
        "rule": code,
        "error": f"{type(error).__name__}: {error}",
        "traceback": "".join(format_exception(error)),
    }
    return Finding("Z006", None, values, text, "hint")
