"""A PDF read in a process of its own, which is ended when it takes too much."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from gpar_lint.source.document import Unreadable
from gpar_lint.source.pdf.drawn import Box, Glyph, Page, Rule
from gpar_lint.text.records import Record

#: Pages; a report has some twenty.
MOST_PAGES = 200
#: Of the clock, for all pages; a report takes well under one.
SECONDS = 60
# Characters with a code of their font's own (bullets have one), as a share of all, from which the
# text says nothing; and characters with none, from which it says too little: perhaps no figure.
_TOO_MANY_UNKNOWN = 0.3
_TOO_MANY_LOST = 0.01

# Started so, Python reads neither its site's start-up files nor the user's environment, and finds
# this package wherever it was found here: a folder, a wheel, a .pyz.
_STARTING = "import sys;sys.path[:]={path!r};from gpar_lint.source.pdf.worker import main;main()"


class Drawn(Record):
    """What is drawn in a PDF."""

    title: str
    pages: tuple[Page, ...]


def drawn_in(data: bytes) -> Drawn:
    """The pages of a PDF.

    Raises Unreadable: "empty", "no-pdf-support", "encrypted", "damaged-pdf", "scanned-pdf",
    "pdf-without-characters", "pdf-too-long" (values: pages, limit), "pdf-too-costly" (seconds).
    """
    if not data:
        raise Unreadable("empty")
    if find_spec("pypdfium2_raw") is None or not sys.executable:
        raise Unreadable("no-pdf-support")
    first, *rest = _answers(data)
    if "refused" in first:
        raise Unreadable("encrypted" if first["refused"] == "encrypted" else "damaged-pdf")
    count = first["pages"]
    if count > MOST_PAGES:
        raise Unreadable("pdf-too-long", pages=count, limit=MOST_PAGES)
    if not count or not any(rest):
        raise Unreadable("damaged-pdf")
    return Drawn(first["title"], tuple(_pages(rest)))


def _answers(data: bytes) -> list[Any]:
    """What the other process says, line by line."""
    command = [sys.executable, "-I", "-S", "-B", "-c", _STARTING.format(path=sys.path)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows
    )
    try:
        output, _ = process.communicate(b"%d\n" % MOST_PAGES + data, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise Unreadable("pdf-too-costly", seconds=SECONDS) from None
    finally:
        process.kill()
        process.communicate()
    if process.returncode:
        raise Unreadable("pdf-too-costly", seconds=SECONDS)
    return [json.loads(line) for line in output.split(b"\n") if line]


def _pages(answers: Sequence[Any]) -> Iterator[Page]:
    shown = sum([len(page["glyphs"]) for page in answers if page])
    hidden = sum([len(page["hidden"]) for page in answers if page])
    unknown = sum([page["unknown"] for page in answers if page])
    lost = sum([page["lost"] for page in answers if page])
    every = shown + hidden + unknown + lost
    if unknown > _TOO_MANY_UNKNOWN * every or lost > max(5, _TOO_MANY_LOST * every):
        raise Unreadable("pdf-without-characters")
    if not shown + hidden:
        raise Unreadable("scanned-pdf")
    for number, page in enumerate(answers, 1):
        if page:
            yield _page(number, page)


def _page(number: int, page: Any) -> Page:
    glyphs, hidden = page["glyphs"], page["hidden"]
    # Words that no person sees are read only where they are about all there is: a scan's own.
    if len(hidden) > 5 * len(glyphs):
        glyphs = glyphs + hidden
    return Page(
        number,
        page["width"],
        page["height"],
        [Glyph(*glyph) for glyph in glyphs],
        [Rule(*rule) for rule in page["across"]],
        [Rule(*rule) for rule in page["down"]],
        [Box(*picture) for picture in page["pictures"]],
    )
