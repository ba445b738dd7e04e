"""A report as it is to be looked at: its text in pieces, its tables in rows, its sums.

Outputs that show a report draw it from this; it holds no more than they need, and can be sent from
one process to another.
"""

from gpar_lint.linter.portrait.drawing import portrait_of
from gpar_lint.linter.portrait.model import Addend, Box, Piece, Portrait, SumShown, TableShown

__all__ = ["Addend", "Box", "Piece", "Portrait", "SumShown", "TableShown", "portrait_of"]
