"""The three tables of the format, found and read in whatever layout the document has them."""

from gpar_lint.report.tables.finding import find_tables

__all__ = ["find_tables"]
