"""Which characters a page's bytes are, whatever it declares."""

from __future__ import annotations

import pytest

from gpar_lint.source.html.reading import declared_charset
from gpar_lint.source.reading import read

TEXT = "青禾县水务局2024年政府信息公开工作年度报告，镕"
META = '<meta charset="{}">'
OLD = '<META http-equiv=Content-Type content="text/html; charset={}">'


@pytest.mark.parametrize("meta", [META, OLD])
@pytest.mark.parametrize("declared", ["gb2312", "GBK", "utf-8", "iso-8859-1", "big5", "nonsense"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_a_wrong_declaration_does_no_harm(meta: str, declared: str, codec: str) -> None:
    if (declared, codec) == ("big5", "gb18030"):
        pytest.skip("bytes that are right in either: the page is believed")
    source = f"<html><head>{meta.format(declared)}</head><body><p>{TEXT}</p></body></html>"
    data = source.encode(codec)
    document = read("年报.html", data)
    assert document.kind == "html"
    assert TEXT in document.words
    assert document.decoded
    assert document.decoded.encode(document.text) == data


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<meta content='text/html;charset=gb2312' http-equiv=Content-Type>", "gb2312"),
        (b'<?xml version="1.0" encoding="GBK"?><html>', "gbk"),
        (b"<html><body>charset=gbk", None),
        (b" " * 5000 + b"<meta charset=gbk>", None),
    ],
)
def test_what_a_page_declares(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


def test_a_page_is_known_by_its_beginning() -> None:
    page = f"\n<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>"
    assert read("年报.txt", page.encode()).kind == "html"
