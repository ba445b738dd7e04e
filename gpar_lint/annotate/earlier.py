"""What an earlier run has left in a document: its comments, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping

from gpar_lint.annotate.comments import Comments, answered, without
from gpar_lint.annotate.markup import Markup
from gpar_lint.source.docx.names import value
from gpar_lint.source.docx.package import Package


class Earlier:
    """The comments of a document, and those among them that an earlier run has made."""

    def __init__(self, package: Package, related: Mapping[str, str], author: str) -> None:
        self._package = package
        self._related = related
        self.name = related.get("comments") or _free_name(package)
        root = package.root(package.main)
        namespace = root.tag[1:].partition("}")[0] if root is not None else ""
        self.comments = Comments(package.read(self.name), namespace)
        own = self.comments.of(author)
        with_answers = answered(self._part("commentsExtended"))
        kept = {
            key for key in own if not with_answers.isdisjoint(self.comments.paragraph_ids({key}))
        }
        self.dropped = own.keys() - kept
        self._said = {self.comments.text(own[key]) for key in kept}

    def says(self, text: str) -> bool:
        """Whether a comment that stays, because it has answers, says this."""
        return text in self._said

    def changes(self) -> dict[str, bytes]:
        """The parts that speak of the comments which go, by name, without them."""
        dropped = self.comments.paragraph_ids(self.dropped)
        if not dropped:
            return {}
        changes = {}
        durable: set[str] = set()
        ids = self._part("commentsIds")
        if ids is not None:
            rows = [each for each in Markup(ids).root if value(each, "paraId") in dropped]
            durable = {value(each, "durableId") or "" for each in rows}
        for kind, attribute, keys in (
            ("commentsExtended", "paraId", dropped),
            ("commentsIds", "paraId", dropped),
            ("commentsExtensible", "durableId", durable),
        ):
            part = self._part(kind)
            if part is not None and keys:
                changes[self._related[kind]] = without(part, attribute, keys)
        return changes

    def _part(self, kind: str) -> bytes | None:
        return self._package.read(self._related[kind]) if kind in self._related else None


def _free_name(package: Package) -> str:
    """A name for a part with comments that no part has."""
    folder = package.main.rpartition("/")[0]
    names = set(package.file.namelist())
    number = ""
    while f"{folder}/comments{number}.xml".lstrip("/") in names:
        number = str(int(number or 1) + 1)
    return f"{folder}/comments{number}.xml".lstrip("/")
