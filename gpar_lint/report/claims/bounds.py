"""Bounds: words that make a figure count less, or other things, than the tables do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gpar_lint.report.claims.mentions import Mention
from gpar_lint.report.claims.tokens import Token
from gpar_lint.text.records import Record

_SAID = frozenset(("verb", "topic", "result", "carry", "outcome", "applicant", "reason"))
_OTHERS = frozenset(("wider", "assist"))
_MANY = 3  # so many channels named are all of them


class Names(Record):
    """How a text may call the agency, and how agencies' names end."""

    text: str  # the passage's squeezed text
    agency: str
    endings: tuple[str, ...]

    def is_own(self, name: str) -> bool:
        """Whether a name is the agency's, or short for it: 区卫健局 of 沙坡头区卫生健康局."""
        if not name or not self.agency or name[-1] not in self.agency:
            return False
        chars = iter(self.agency)
        return all(char in chars for char in name)

    def of(self, token: Token) -> str:
        """The text of a token."""
        return self.text[token.start : token.end]


def is_limited(mention: Mention, names: Names) -> bool:
    """Whether words beside a figure limit it: a channel, another agency, a matter of its own."""
    head = mention.head
    return (
        any(token.kind == "scope" and token.sense in _OTHERS for token in head)
        or any(token.kind == "time" and token.sense in ("partial", "plan") for token in head)
        or is_one_channel(head)
        or _counts_what_follows(mention)
        or _has_another_subject(head, names)
        or bool(unknown_words(head if _is_told_behind(mention) else _after_first(head), names))
    )


def _is_told_behind(mention: Mention) -> bool:
    """Whether a verb behind the figure says what was done with it: 10件直接答复."""
    return not mention.left_headed and any(token.kind == "verb" for token in mention.head)


def _counts_what_follows(mention: Mention) -> bool:
    """Whether a noun follows at once that the vocabulary does not know: 申请情况等六个部分."""
    return mention.left_headed and bool(mention.right) and mention.right[0].kind == "text"


def is_one_channel(tokens: Sequence[Token]) -> bool:
    """Whether a channel is named (网上), and not as an example or together with all others."""
    channels = [token for token in tokens if token.kind == "channel"]
    if any(token.sense == "any" for token in channels):
        return False
    if any(token.kind == "list" and token.sense in ("open", "each") for token in tokens):
        return False
    return 0 < len(channels) < _MANY


def unknown_words(tokens: Iterable[Token], names: Names) -> list[Token]:
    """Words of two characters or more that no vocabulary has, the agency's own name apart."""
    return [
        token
        for token in tokens
        if token.kind == "text"
        and token.end - token.start > 1
        and not names.is_own(names.of(token))
    ]


def _after_first(tokens: Sequence[Token]) -> Sequence[Token]:
    """From the first word that says something on: what stands before it tells who and how."""
    for place, token in enumerate(tokens):
        if token.kind in _SAID:
            return tokens[place:]
    return tokens


def _has_another_subject(tokens: Sequence[Token], names: Names) -> bool:
    """Whether another agency is named before the verb: 县公安局收到."""
    for token in tokens:
        if token.kind in _SAID:
            return False
        name = names.of(token)
        agency = token.kind == "text" and len(name) > 1 and name.endswith(names.endings)
        if agency and not names.is_own(name):
            return True
    return False
