"""github, gitlab and junit, as the services read them."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml

from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic, Position, Range
from tests.output.samples import BARE, FULL, HOSTILE, PATH, rendered, result_of

SEVERAL_LINES = Range(Position(3, 9), Position(5, 2))


def command(diagnostic: Diagnostic, path: str = PATH) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner takes it apart: name, properties, message."""
    text = rendered("github", result_of(diagnostic, path=path))
    assert text.count("\n") == 1 and text.endswith("\n")
    name, _, rest = text[:-1].removeprefix("::").partition(" ")
    listed, _, message = rest.partition("::")
    properties = dict(item.split("=", 1) for item in listed.split(","))
    return name, {key: unescaped(value) for key, value in properties.items()}, unescaped(message)


def unescaped(text: str) -> str:
    for escaped, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, char)
    return text


def test_a_workflow_command() -> None:
    assert command(FULL) == (
        "error",
        {
            "title": "A301 row-total",
            "file": PATH,
            "line": "45",
            "col": "31",
            "endLine": "45",
            "endColumn": "32",
        },
        "合计\u2028不符\n请核对",
    )


@pytest.mark.parametrize(("severity", "name"), [("warning", "warning"), ("info", "notice")])
def test_severities_of_workflow_commands(severity: str, name: str) -> None:
    assert command(BARE._replace(severity=severity))[0] == name


def test_nothing_breaks_out_of_a_workflow_command() -> None:
    path = "a,line=1::x%0A:b\n.txt"
    message = "一\n::stop-commands::x\r%0A"
    _, properties, text = command(BARE._replace(message=message), path)
    assert (properties["file"], text) == (path, message)
    assert properties["line"] == "45"


def test_places_of_workflow_commands() -> None:
    assert {"line": "3", "endLine": "5"}.items() <= command(BARE._replace(range=SEVERAL_LINES))[
        1
    ].items()
    for found, path in ((BARE._replace(range=WHOLE_FILE), PATH), (BARE, "年报.docx")):
        assert command(found, path)[1].keys() == {"title", "file"}


def issues(*results: Result) -> list[dict[str, Any]]:
    return list(json.loads(rendered("gitlab", *results).encode("utf-8", "backslashreplace")))


def test_a_code_quality_issue() -> None:
    (found,) = issues(result_of(FULL))
    assert found.pop("fingerprint").startswith(FULL.fingerprint)
    assert found == {
        "description": "合计\u2028不符",
        "check_name": "A301",
        "severity": "major",
        "location": {"path": PATH, "lines": {"begin": 45, "end": 45}},
    }


def test_an_issue_without_a_place_stands_on_the_first_line() -> None:
    (found,) = issues(result_of(BARE._replace(range=WHOLE_FILE)))
    assert found["location"]["lines"]["begin"] == 1


def test_the_same_finding_in_two_files_is_two_issues() -> None:
    found = issues(result_of(BARE, path="a.txt"), result_of(BARE, path="b.txt"))
    assert len({issue["fingerprint"] for issue in found}) == 2
    again = issues(result_of(BARE._replace(range=SEVERAL_LINES), path="b.txt"))
    assert again[0]["fingerprint"] == found[1]["fingerprint"]


def test_no_issues() -> None:
    assert issues(result_of()) == []


def suites(*results: Result) -> list[Any]:
    data = rendered("junit", *results).encode()
    ElementTree.fromstring(data)
    return list(JUnitXml.fromstring(data))


def test_a_suite_a_file() -> None:
    info = BARE._replace(severity="info", range=WHOLE_FILE)
    faulty, clean = suites(result_of(FULL, info), result_of(path="好 的.txt"))
    assert (faulty.name, faulty.tests, faulty.failures) == (PATH, 2, 1)
    failed, passed = list(faulty)
    assert (failed.name, failed.classname) == ("A301 row-total (45:31)", PATH)
    assert failed.result[0].message == "合计<U+2028>不符"
    for text in ("45:31", "另见", "请核对", "国办公开办函〔2021〕30号", FULL.url):
        assert text in failed.result[0].text
    assert passed.is_passed and "合计" in passed.system_out
    assert (clean.name, clean.tests, clean.failures) == ("好 的.txt", 1, 0)
    assert [case.is_passed for case in clean] == [True]


def test_no_suite() -> None:
    assert suites() == []


def test_xml_is_free_of_what_xml_forbids() -> None:
    hostile = FULL._replace(message=HOSTILE, hint=HOSTILE + "\n\r\n第二行")
    (suite,) = suites(result_of(hostile, path=HOSTILE))
    assert suite.name.startswith("<U+0000><U+0008><U+001B>[31m<U+202E><U+FFFE><U+DCD5><script>&")
    (case,) = suite
    assert "\n<U+000D>\n第二行" in case.result[0].text
