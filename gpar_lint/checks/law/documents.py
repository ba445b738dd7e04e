"""The national documents that reports cite (rules/vocabulary/documents.toml)."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.checks.context import Context
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.fields import Fields
from gpar_lint.text.patterns import regex
from gpar_lint.text.records import Record

#: Marks within a title; they are often lost or mixed up.
TITLE_MARKS = frozenset('《》〈〉<>“”"「」『』')
_DECREE = regex(r"国务院(?:令\(?第?|第)([0-9]{1,4})号")
_NUMBER = regex(r"([^\W\x00-\x7f]{2,14})[〔\[【(﹝]?([0-9]{4})[〕\]】)﹞]?第?([0-9]{1,4})号")


class Document(Record):
    """A document, under every name by which it is rightly cited."""

    title: str  # without marks
    forms: tuple[str, ...]  # right ways to write the title, without marks
    shown: str  # as messages and fixes write it, without the outer 《》
    number: str  # "" where it has none
    former: tuple[str, ...]  # keys of numbers of editions no longer in force
    edition: str  # the edition of the format that it issued; "" for other documents
    near: bool  # a title that differs by a few characters is a misquotation

    @property
    def key(self) -> str:
        """Its number in comparable form."""
        return number_key(self.number)


class Library(Record):
    """The documents, and their right titles looked up."""

    documents: tuple[Document, ...]
    by_form: Mapping[str, tuple[Document, ...]]


def plain_title(text: str) -> str:
    """A title without the marks within it."""
    return text.translate(_WITHOUT_MARKS)


_WITHOUT_MARKS = {ord(mark): None for mark in TITLE_MARKS}


def number_key(text: str) -> str:
    """A document number in comparable form: 国办公开办函2021-30, 国务院令711; "" for none."""
    decree = _DECREE.search(text)
    if decree:
        return f"国务院令{decree[1]}"
    number = _NUMBER.search(text)
    return f"{number[1]}{number[2]}-{int(number[3])}" if number else ""


def find_library(context: Context) -> Library:
    """The documents of the vocabulary."""
    rows = vocabulary(context, "documents").tables("document")
    documents = tuple([_document(context, row) for row in rows])
    by_form: dict[str, tuple[Document, ...]] = {}
    for document in documents:
        for form in document.forms:
            by_form[form] = (*by_form.get(form, ()), document)
    return Library(documents, by_form)


def _document(context: Context, row: Fields) -> Document:
    title, issuer = row.text("title"), row.text("issuer", "")
    notice = bool(row.values.get("notice"))
    names = [title, *row.strings("short")]
    forms = dict.fromkeys([form for name in names for form in _forms(name, issuer, notice)])
    edition = context.rulebook.editions.get(row.text("edition", ""))
    number = edition.notice.number if edition else row.text("number", "")
    shown = f"{issuer}关于印发〈{title}〉的通知" if notice else issuer + title
    former = tuple([number_key(text) for text in row.strings("former")])
    name = edition.name if edition else ""
    return Document(title, tuple(forms), shown, number, former, name, bool(row.values.get("near")))


def _forms(name: str, issuer: str, notice: bool) -> list[str]:
    """A name alone, with its issuer, and as the notice that issued it."""
    wrapped = [name]
    if notice:
        wrapped += [
            f"关于印发{name}的通知",
            f"印发{name}的通知",
            f"{name}的通知",
            f"关于印发{name}",
        ]
    if not issuer:
        return wrapped
    lost = [f"{issuer}关于印发的通知"] if notice else []  # a converter ate the inner 〈…〉
    return wrapped + [issuer + each for each in wrapped] + lost
