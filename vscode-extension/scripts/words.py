"""Write src/words.json: the words of the format by which the extension tells an annual report.

Run where gpar-lint can be imported. A test holds the file against the rules.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from gpar_lint.format.edition import Edition
from gpar_lint.format.loading import load_rulebook

TARGET = Path(__file__).resolve().parents[1] / "src" / "words.json"
_SHORT = 8  # characters: a shorter label stands in other texts too, as the engine has it


def words(editions: Iterable[Edition]) -> dict[str, list[str]]:
    """Chapter titles with their numbers, and row labels of the table of requests, squeezed."""
    chapters: dict[str, None] = {}
    rows: dict[str, None] = {}
    for edition in editions:
        for chapter in edition.chapters:
            for title in (chapter.title, *chapter.variants):
                chapters.setdefault(_squeeze(f"{chapter.number}、{title}"))
        for table in edition.tables:
            if table.shape == "matrix":
                rows.update({_squeeze(row.label): None for row in table.rows})
    return {"chapters": [*chapters], "rows": [label for label in rows if len(label) > _SHORT]}


def render() -> str:
    """The file's content."""
    return json.dumps(words(load_rulebook().editions.values()), ensure_ascii=False, indent=1) + "\n"


def _squeeze(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
    sys.stdout.write(f"{TARGET.name}\n")
