"""A report's findings written into its .docx as Word comments, each at its place."""

from gpar_lint.annotate.annotating import annotate

__all__ = ["annotate"]
