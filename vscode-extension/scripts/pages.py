"""Write bundled/rules: a page for every rule, its examples in words, to be read without a network.

Run where gpar-lint can be imported; `gpar-lint rule` says the same.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.output.changes import edition_of, in_words

HERE = Path(__file__).resolve().parents[1]
ROOT = HERE.parent
PAGES = HERE / "bundled" / "rules"
_EXAMPLE = re.compile(r"^```change\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Write them anew."""
    shutil.rmtree(PAGES, ignore_errors=True)
    PAGES.mkdir(parents=True)
    rulebook = load_rulebook()
    for code in rulebook.rules:
        page = (ROOT / "rules" / "manual" / f"{code}.md").read_text("utf-8")
        (PAGES / f"{code}.md").write_text(readable(page, rulebook), "utf-8")


def readable(page: str, rulebook: Rulebook) -> str:
    """A page of the manual with each example as a list of what it changes in a sound report."""

    def example(match: re.Match[str]) -> str:
        changes = [line for line in match[1].split("\n") if line.strip()]
        edition = edition_of(changes)
        base = f"一份没有问题的{'' if edition == '2021' else f' {edition} 版'}报告"
        sentences = in_words(changes, rulebook, quote)
        if not sentences:
            return f"> {base}，原样。"
        listed = "\n".join(f"> - {sentence.strip()}" for sentence in sentences)
        return f"> {base}，改成：\n>\n{listed}"

    return _EXAMPLE.sub(example, page)


def quote(text: str) -> str:
    """A passage as code in Markdown."""
    fence = "``" if "`" in text else "`"
    padding = " " if text[:1] in " `" or text[-1:] in " `" else ""
    return f" {fence}{padding}{text}{padding}{fence} "


if __name__ == "__main__":
    main()
