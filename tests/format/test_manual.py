"""Manual pages as data."""

from __future__ import annotations

import pytest

from gpar_lint.format.errors import DataError
from gpar_lint.format.manual import parse_manual, read_manual

PAGE = """\
# A301 row-total 各类申请人之和与总计不符

## 检查内容

每一行。

## 不合规示例

总计多了一：

```change
三.granted.total = 11
```

两处：

```change
三.granted.total = 11

三.partial.total = 3
```

## 合规示例

没有改动：

```change
find nothing
```
"""


def test_a_page() -> None:
    page = parse_manual("manual/A301.md", PAGE)
    assert (page.code, page.name, page.title) == ("A301", "row-total", "各类申请人之和与总计不符")
    assert list(page.sections) == ["检查内容", "不合规示例", "合规示例"]
    assert page.sections["检查内容"] == "每一行。"
    first, second = page.bad_examples()
    assert first == ("总计多了一：", ("三.granted.total = 11",))
    assert second == ("两处：", ("三.granted.total = 11", "三.partial.total = 3"))
    assert [example.changes for example in page.good_examples()] == [("find nothing",)]


def test_windows_line_ends() -> None:
    assert parse_manual("x", PAGE.replace("\n", "\r\n")) == parse_manual("x", PAGE)


def test_a_page_without_its_title_line() -> None:
    with pytest.raises(DataError, match=r"manual/A301\.md:1: the first line"):
        parse_manual("manual/A301.md", "## 检查内容\n")


def test_reading() -> None:
    page = read_manual("Z001")
    assert page
    assert page.code == "Z001"
    assert read_manual("Z999") is None
