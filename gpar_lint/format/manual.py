"""A rule's page (rules/manual/CODE.md): why it is there, on what basis, examples."""

from __future__ import annotations

import re

from gpar_lint.format.errors import DataError
from gpar_lint.format.resources import Resources, builtin
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

SECTIONS = ("检查内容", "依据", "为什么", "不合规示例", "合规示例", "怎么改")

_TITLE = regex(r"# ([A-Z][0-9]+) ([a-z0-9-]+) (.+)")
_SECTION = regex(r"^## +(.+?)[ \t]*$", re.MULTILINE)
_EXAMPLE = regex(r"^```change\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


class Example(Record):
    """Changes to the built-in clean report, and the sentence that explains them."""

    text: str
    changes: tuple[str, ...]  # one a line, as written


class Manual(Record):
    """A rule's page, in Markdown by section."""

    code: str
    name: str
    title: str
    sections: dict[str, str]  # heading → text

    def bad_examples(self) -> list[Example]:
        """What the rule must find."""
        return _examples(self.sections.get("不合规示例", ""))

    def good_examples(self) -> list[Example]:
        """The neighbours that it must not find."""
        return _examples(self.sections.get("合规示例", ""))


def read_manual(code: str, root: str | None = None) -> Manual | None:
    """The page of the rule with this code; None where it has none. Raises DataError."""
    resources = Resources(root) if root else builtin()
    path = f"manual/{code}.md"
    try:
        text = resources.read(path).decode()
    except FileNotFoundError:
        return None
    return parse_manual(path, text)


def clean_report(edition: str, root: str | None = None) -> str:
    """The clean report that the examples of an edition change. Raises FileNotFoundError."""
    resources = Resources(root) if root else builtin()
    return resources.read(f"manual/clean-{edition}.txt").decode()


def parse_manual(path: str, text: str) -> Manual:
    """A page from its text. Raises DataError."""
    text = text.replace("\r\n", "\n")
    first, _, body = text.partition("\n")
    title = _TITLE.fullmatch(first.rstrip())
    if not title:
        raise DataError(path, "page-title", line=1)
    parts = _SECTION.split(body)
    sections = {
        heading: content.strip() for heading, content in zip(parts[1::2], parts[2::2], strict=True)
    }
    return Manual(title[1], title[2], title[3], sections)


def _examples(section: str) -> list[Example]:
    parts = _EXAMPLE.split(section)
    return [
        Example(text.strip(), tuple([line for line in changes.split("\n") if line.strip()]))
        for text, changes in zip(parts[::2], parts[1::2], strict=False)
    ]
