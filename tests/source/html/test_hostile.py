"""Pages that nobody writes: they are read, and in time that grows as they do."""

from __future__ import annotations

import pytest

from tests.source.html.reading import page

_SIZE = 300_000
HOSTILE = {
    name: piece * (_SIZE // len(piece))
    for name, piece in {
        "signs": "<",
        "tags without an end": "<a ",
        "one tag": "<a",
        "paragraphs": "<p>一。",
        "bold": "<b>一",
        "quotes": '<a b="',
        "quoted ends": '<a b=">" ',
        "comments": "<!--",
        "declarations": "<!",
        "end tags": "</div>",
        "titles": "<title>",
        "scripts": "<script>",
        "nested": "<div>",
        "nested lists": "<ul><li>一。",
        "nested tables": "<table><tr><td>一。",
        "cells": "<table><tr><td>一。<td>二",
        "wide cells": "<table><tr><td colspan=1000>一<td>二",
        "tall cells": "<table><tr><td rowspan=60000>一<td>二",
        "entities": "&nbsp;",
        "broken entities": "&#1",
        "hidden": "<div hidden>一",
        "links": "<a href=x><p>一。",
        "line breaks": "一。<br>",
        "pre": "<pre>一\n",
    }.items()
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_read(name: str) -> None:
    document = page(HOSTILE[name])
    assert document.seen
    assert all(0 <= block.span.start <= block.span.end <= _SIZE for block in document.blocks)


def test_a_report_below_a_hundred_thousand_elements() -> None:
    source = "<div>" * 100_000 + "<p>一、总体情况</p><p>全年公开3条。</p>" + "</div>" * 100_000
    assert "全年公开3条。" in (page(source).seen or "")[0]


def test_a_page_on_one_line() -> None:
    source = "<div><p>一、总体情况</p>" + "<p>全年公开信息3条。</p>" * 8_000 + "</div>"
    assert len(page(source).blocks) == 8_001
