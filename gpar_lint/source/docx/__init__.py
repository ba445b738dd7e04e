"""Word documents (.docx): the text that Word shows, with the way back into the file."""

from gpar_lint.source.docx.reading import read_docx

__all__ = ["read_docx"]
