"""What a comment says of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.linter.diagnostics import Diagnostic, RelatedPlace
from gpar_lint.output.words import location_words, shown_related, word

_ILLEGAL = dict.fromkeys((*range(32), 127, 65534, 65535, *range(55296, 57344)), " ")
_WORDS = {
    "zh": {"basis": "依据", "rule": "规则"},
    "en": {"basis": "basis", "rule": "rule"},
}


def lines_of(diagnostic: Diagnostic, language: str) -> list[str]:
    """The paragraphs of a comment; no character in them is one that XML does not allow."""
    return [" ".join(line.translate(_ILLEGAL).split()) for line in _lines(diagnostic, language)]


def _lines(diagnostic: Diagnostic, language: str) -> Iterator[str]:
    colon, words = word("colon", language), _WORDS[language]
    yield f"{word(diagnostic.severity, language)}{colon}{diagnostic.message}"
    shown, more = shown_related(diagnostic)
    for related in shown:
        yield f"{word('related', language)}{colon}{_related(related, diagnostic, language)}"
    if more:
        yield f"{word('related', language)}{colon}{word('more-related', language, count=more)}"
    if diagnostic.hint:
        yield f"{word('hint', language)}{colon}{diagnostic.hint}"
    if diagnostic.basis:
        yield f"{words['basis']}{colon}{diagnostic.basis}"
    yield f"{words['rule']}{colon}{diagnostic.code} {diagnostic.name}"


def _related(related: RelatedPlace, diagnostic: Diagnostic, language: str) -> str:
    path = "" if related.path == diagnostic.path else related.path
    place = location_words(related.location, language) if related.location else ""
    return " ".join(part for part in (path, place, related.message) if part)
