"""Claims: what a report's text says in figures, each with its place."""

from __future__ import annotations

from gpar_lint.report.claims.claim import Claim, find_claims
from gpar_lint.report.claims.statements import Statement, read_statements

__all__ = ["Claim", "Statement", "find_claims", "read_statements"]
