"""The process that reads a PDF for isolation: the file on standard input, a line a page out.

Standard input: the greatest number of pages and the file's bytes. Standard output, in JSON: an
object that says how many pages there are and the title, or what is the matter; then a page a line.
"""

from __future__ import annotations

import json
import sys
from typing import Any

MEMORY = 1 << 30  # bytes of address space that a file may take
SECONDS = 30  # of processor time
MOST_MARKS = 500_000  # characters and lines in a file; a report has some ten thousand

_MARKS = ("glyphs", "hidden", "across", "down")


def main() -> None:
    """Read standard input, write standard output."""
    _limit()
    most_pages = int(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    from gpar_lint.source.pdf import extraction

    try:
        document = extraction.document_of(data)
    except extraction.Refused as error:
        _say({"refused": str(error)})
        return
    count = extraction.page_count(document)
    _say({"pages": count, "title": extraction.title_of(document)})
    marks = 0
    for index in range(count if count <= most_pages else 0):
        page = extraction.page_of(document, index)
        marks += sum([len(page[key]) for key in _MARKS]) if page else 0
        if marks > MOST_MARKS or (page and page["cut"]):
            sys.exit(1)
        _say(page)


def _say(value: Any) -> None:
    json.dump(value, sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")
    sys.stdout.flush()


def _limit() -> None:
    """Let the system end this process if it takes too much; Windows knows no such limits."""
    try:
        import resource
    except ImportError:
        return
    limits = [("RLIMIT_CPU", SECONDS), ("RLIMIT_AS", MEMORY), ("RLIMIT_CORE", 0)]
    for name, value in limits:
        try:
            hard = resource.getrlimit(getattr(resource, name))[1]
            most = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(getattr(resource, name), (most, hard))
        except (ValueError, OSError):
            continue  # macOS does not take all of them


if __name__ == "__main__":
    main()
