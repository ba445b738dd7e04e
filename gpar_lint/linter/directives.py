"""Suppressions written in a report: <!-- gpar-lint: ignore C421 -- why -->."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gpar_lint.linter.config import NAME
from gpar_lint.source.document import Block, Comment
from gpar_lint.text.excerpt import Excerpt
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

# Without the colon only where the word after it leaves no doubt.
_OPENING = regex(rf"{NAME}\s*(?:[:：]\s*|(?=ignore\b))")
_WORD = regex(r"[^\s,，、;；]+")
# Two hyphens (the one in ignore-file is single), or a dash as Chinese keyboards write it.
_REASON = regex(r"--+|[—–－]+")
_VERBS = {"ignore": False, "ignore-file": True}  # whether it holds for the whole file


class Word(Record):
    """A word of a suppression: a code, a name, a family or ALL."""

    text: str
    span: Span


class Directive(Record):
    """A suppression as it is written."""

    span: Span  # of the comment
    verb: str  # ignore, ignore-file, or what stands in their place
    words: tuple[Word, ...]
    reason: str  # "" where none is given

    @property
    def is_known(self) -> bool:
        """Whether it says what is to be done."""
        return self.verb in _VERBS

    @property
    def for_file(self) -> bool:
        """Whether it holds for the whole file, not for the next block."""
        return _VERBS.get(self.verb, False)


def find_directives(blocks: Iterable[Block]) -> Iterator[Directive]:
    """The suppressions in a document, in order."""
    for block in blocks:
        if isinstance(block, Comment):
            opening = _OPENING.match(block.content.text)
            if opening:
                yield _directive(block, opening.end())


def _directive(comment: Comment, start: int) -> Directive:
    content = comment.content
    dash = _REASON.search(content.text, start)
    end = dash.start() if dash else len(content.text)
    words = list(_words(content, start, end))
    verb = words[0].text.lower() if words else ""
    reason = content.text[dash.end() :].strip() if dash else ""
    return Directive(comment.span, verb, tuple(words[1:]), reason)


def _words(content: Excerpt, start: int, end: int) -> Iterator[Word]:
    for word in _WORD.finditer(content.text, start, end):
        yield Word(word[0], content.span(*word.span()))
