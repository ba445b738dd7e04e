"""A report's findings written into its .docx as Word comments, each at its place."""

from gpar_lint.annotate.annotating import annotate, is_as_written

__all__ = ["annotate", "is_as_written"]
