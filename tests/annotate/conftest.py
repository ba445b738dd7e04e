"""Reports annotated, and what is then in them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx as python_docx
import pytest

from gpar_lint.annotate import annotate
from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.checking import Linter
from gpar_lint.linter.config_files import ConfigFinder
from gpar_lint.linter.linters import Linters

DATE = datetime(2025, 1, 10, 9, 30)


@pytest.fixture(scope="session")
def linter() -> Linter:
    return Linters(load_rulebook(), ConfigFinder(None, isolated=True)).linter_for("年报.docx")


@pytest.fixture
def annotated(linter: Linter):
    """What annotating a .docx with the findings in it gives."""

    def annotated_of(data: bytes) -> bytes:
        return annotate(data, linter.check("年报.docx", data).diagnostics, date=DATE)

    return annotated_of


def marked(data: bytes) -> dict[int, str]:
    """The words that each comment of a document is on, as python-docx reads them."""
    document = python_docx.Document(BytesIO(data))
    found: dict[int, str] = {}
    going: set[int] = set()
    for element in document.element.body.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in ("commentRangeStart", "commentRangeEnd"):
            number = int(next(text for key, text in element.items() if key.endswith("}id")))
            (going.add if name == "commentRangeStart" else going.discard)(number)
            found.setdefault(number, "")
        elif name == "t":
            for number in going:
                found[number] += element.xpath("string()")
    return found


def comments(data: bytes) -> dict[int, str]:
    """What each comment says."""
    return {each.comment_id: each.text for each in python_docx.Document(BytesIO(data)).comments}
