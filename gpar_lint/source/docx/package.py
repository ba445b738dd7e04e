"""The zip file that a .docx is: its parts, within bounds that no report comes near."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from gpar_lint.source.document import Unreadable
from gpar_lint.text.patterns import regex

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ENTRY = b"PK\x01\x02"  # begins each entry of a zip file's directory
_MOST_ENTRIES = 5000
_LARGEST_PART = 24 * 2**20  # bytes; the text of a report takes one or two million
_MOST_TAGS = 800_000  # 500 pages have about half as many
_MOST_ATTRIBUTES = 1_200_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # Word writes no other
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii"})  # UTF-8 and UTF-16 by the standard
_DECLARED = regex(r"<\?xml[^<>]{0,80}?encoding\s{0,9}=\s{0,9}[\"']([^\"'<>]{1,40})[\"']")
_DOCUMENT = "officeDocument"  # the end of a relationship's type
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


def open_package(data: bytes) -> Package:
    """The package in a file's bytes. Raises Unreadable: no-docx, damaged-docx, suspect-docx."""
    if not data:
        raise Unreadable("empty")
    if not data.startswith(b"PK"):
        raise Unreadable("no-docx")
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise Unreadable("suspect-docx")
    try:
        return Package(zipfile.ZipFile(BytesIO(data)))
    except _FAILURES:
        raise Unreadable("damaged-docx") from None


class Package:
    """The parts of a .docx, by name: word/document.xml."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self.file = file
        self._entries = {entry.filename: entry for entry in file.infolist()}
        self.main = self._main_part()

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is no such part.

        Raises Unreadable: suspect-docx (larger than any report's), encrypted, damaged-docx.
        """
        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise Unreadable("encrypted")
        if entry.file_size > _LARGEST_PART:
            raise Unreadable("suspect-docx")
        if entry.compress_type not in _METHODS:
            raise Unreadable("damaged-docx")
        try:
            with self.file.open(entry) as part:
                data = part.read(_LARGEST_PART + 1)
        except _FAILURES:
            raise Unreadable("damaged-docx") from None
        if len(data) > _LARGEST_PART:
            raise Unreadable("suspect-docx")
        return data

    def root(self, name: str) -> Element | None:
        """The root element of a part; None where there is no such part. Raises Unreadable."""
        data = self.read(name)
        return None if data is None else parsed(data)

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part refers to, by the last word of the relation's type: styles."""
        folder = dirname(part)
        root = self.root(join(folder, "_rels", part[len(folder) :].lstrip("/") + ".rels"))
        targets: dict[str, str] = {}
        for relation in [] if root is None else root:
            kind = relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                target = join("/", folder, relation.get("Target", ""))
                targets.setdefault(kind, normpath(target).lstrip("/"))
        return targets

    def _main_part(self) -> str:
        """The name of the part with the document's text. Raises Unreadable where there is none."""
        if "mimetype" in self._entries or "OFD.xml" in self._entries:
            raise Unreadable("other-package")
        main = self.related("").get(_DOCUMENT, "")
        if main.startswith(("xl/", "ppt/")):
            raise Unreadable("other-package")
        if main in self._entries:
            return main
        is_package = "[Content_Types].xml" in self._entries
        raise Unreadable("damaged-docx" if is_package else "archive")


def parsed(data: bytes) -> Element:
    """The root element of an XML part. Raises Unreadable: damaged-docx, suspect-docx."""
    _require_plain(data)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):
        raise Unreadable("damaged-docx") from None


def _require_plain(data: bytes) -> None:
    """See to it that a part declares no entities and has no more elements than a report may."""
    if data.count(b"<") > _MOST_TAGS or data.count(b"=") > _MOST_ATTRIBUTES:
        raise Unreadable("suspect-docx")
    wide = data[:2] in (b"\xfe\xff", b"\xff\xfe") or b"\0" in data[:4]
    declared = _DECLARED.match(
        data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff").decode("latin-1")
    )
    if declared and declared[1].lower() not in _ENCODINGS:
        raise Unreadable("damaged-docx")
    # No text can hold this: in XML, a < that is no tag is written &lt;.
    if b"<!DOCTYPE" in (data.replace(b"\0", b"") if wide else data):
        raise Unreadable("suspect-docx")
