"""The format `html`: one self-contained page, to be sent to the bureau that has to mend its report.

Every finding is marked in the report and listed beside it. The page asks for nothing from
elsewhere, needs no script, and shows whatever a report or a file's name holds as mere text.
"""

from gpar_lint.output.html.page import render

__all__ = ["render"]
