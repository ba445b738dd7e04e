"""json and jsonl, as other programs read them."""

from __future__ import annotations

import json

import pytest

from gpar_lint.linter.diagnostics import Diagnostic
from tests.output.samples import BARE, FULL, IN_WORD, PATH, rendered, result_of

RANGE = {"start": {"line": 45, "column": 31}, "end": {"line": 45, "column": 32}}
WHOLE = {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}}


def render(name: str, *diagnostics: Diagnostic) -> str:
    return rendered(name, *[result_of(found) for found in diagnostics] or [result_of()])


def test_every_key_of_a_finding() -> None:
    (found,) = json.loads(render("json", FULL))
    assert list(found.items()) == [
        ("code", "A301"),
        ("name", "row-total"),
        ("severity", "error"),
        ("message", "合计\u2028不符"),
        ("hint", "请核对"),
        ("path", PATH),
        ("range", RANGE),
        ("chapter", "三"),
        ("cell", {"table": "三", "row": "new_received", "column": "total"}),
        ("related", [{"message": "另见", "path": PATH, "range": WHOLE}]),
        (
            "fix",
            {
                "applicability": "safe",
                "message": "改为 5",
                "edits": [{"range": RANGE, "text": "5"}],
            },
        ),
        ("basis", "国办公开办函〔2021〕30号"),
        ("url", "https://gpar-lint.github.io/rules/A301"),
        ("fingerprint", FULL.fingerprint),
    ]


def test_a_finding_in_word_says_where_in_the_document() -> None:
    (found,) = json.loads(rendered("json", result_of(IN_WORD, path="年报.docx")))
    assert found["location"] == {"table": 3, "row": 5, "column": 9}
    assert found["related"][0]["location"] == {"paragraph": 12}
    assert found["range"] == RANGE
    assert found["fix"] is None


def test_what_a_finding_lacks_is_null() -> None:
    (found,) = json.loads(render("json", BARE))
    assert [found[key] for key in ("hint", "chapter", "cell", "fix")] == [None] * 4
    assert found["related"] == []


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_array_of_findings(count: int) -> None:
    text = render("json", *[BARE] * count)
    assert len(json.loads(text)) == count
    assert text.endswith("]\n")


def test_one_object_a_line() -> None:
    lines = render("jsonl", FULL, BARE).split("\n")
    assert lines[-1] == ""
    assert [json.loads(line)["hint"] for line in lines[:-1]] == ["请核对", None]
    assert "合计" in lines[0]


def test_a_path_that_is_no_text_is_valid_json() -> None:
    odd = result_of(BARE, path="\udcd5.txt")
    for name in ("json", "jsonl"):
        data = rendered(name, odd).encode("utf-8", "backslashreplace")
        assert json.loads(data.decode().strip("[]\n"))["path"] == "\udcd5.txt"
