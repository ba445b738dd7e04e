"""Which reader a file gets, and what is said of files that none can read."""

from __future__ import annotations

import pytest

from gpar_lint.source.document import Unreadable
from gpar_lint.source.reading import SIZE_LIMIT, read

TEXT = "某县水利局2024年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", TEXT, "text"),
        ("-", TEXT, "text"),
        ("年报", TEXT, "text"),
        ("a.md", TEXT, "markdown"),
        ("A.MARKDOWN", TEXT, "markdown"),
        ("a.txt", "# " + TEXT, "markdown"),
    ],
)
def test_the_reader_goes_by_suffix_and_content(name: str, text: str, kind: str) -> None:
    document = read(name, text.encode())
    assert (document.kind, document.name, document.text) == (kind, name, text)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_document_knows_how_it_is_written_back(codec: str) -> None:
    data = TEXT.encode(codec)
    document = read("a.txt", data)
    assert document.text == TEXT
    assert document.decoded is not None
    assert document.decoded.encode(document.text) == data


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", TEXT.encode("utf-8")[:-2], "truncated"),
        ("a.txt", b"\x00\x01\x02" * 100, "binary"),
        ("a.txt", b"\xff\xff\xff", "undecodable"),
    ],
)
def test_bytes_that_are_no_text_say_why(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(name, data)
    assert caught.value.reason == reason


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.txt", TEXT.encode(), encoding="klingon")
    assert (caught.value.reason, caught.value.values) == (
        "unknown-encoding",
        {"encoding": "klingon"},
    )


def test_an_empty_file_is_a_document_without_blocks() -> None:
    assert read("a.txt", b"").blocks == []


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.txt", b" " * (SIZE_LIMIT + 1))
    assert caught.value.reason == "too-large"
