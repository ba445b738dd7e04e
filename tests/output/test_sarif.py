"""SARIF, valid by its schema and as code scanning services read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from gpar_lint.linter.diagnostics import WHOLE_FILE, Position, Range, RelatedPlace
from tests.output.samples import (
    BARE,
    FULL,
    HOSTILE,
    IN_WORD,
    PATH,
    RULEBOOK,
    rendered,
    result_of,
)

# The schema of OASIS as npm's @microsoft/jest-sarif (MIT) ships it.
SCHEMA = json.loads(
    (Path(__file__).parent / "data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
URI = "%E5%90%84%E5%8D%95%E4%BD%8D%20%E5%B9%B4%E6%8A%A5/%E6%8A%A5%E5%91%8A%EF%BC%881%EF%BC%89.txt"
REGION = {"startLine": 45, "startColumn": 31, "endLine": 45, "endColumn": 32}
ARTIFACT = {"uri": URI, "uriBaseId": "%SRCROOT%"}


def log(*results: Any, language: str = "zh") -> dict[str, Any]:
    """The one run of a SARIF log, which must be valid."""
    text = rendered("sarif", *results, language=language).encode("utf-8", "backslashreplace")
    made = json.loads(text)
    Draft4Validator(SCHEMA).validate(made)
    (run,) = made["runs"]
    return dict(run)


def only_result(*results: Any) -> dict[str, Any]:
    (found,) = log(*results)["results"]
    return dict(found)


def test_a_finding_with_everything() -> None:
    found = only_result(result_of(FULL))
    location = {"physicalLocation": {"artifactLocation": ARTIFACT, "region": REGION}}
    assert found == {
        "ruleId": "A301",
        "ruleIndex": list(RULEBOOK.rules).index("A301"),
        "level": "error",
        "message": {"text": "合计\u2028不符\n请核对"},
        "locations": [location],
        "partialFingerprints": {"gparLint/v1": FULL.fingerprint},
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {"artifactLocation": ARTIFACT},
                "message": {"text": "另见"},
            }
        ],
        "fixes": [
            {
                "description": {"text": "改为 5"},
                "artifactChanges": [
                    {
                        "artifactLocation": ARTIFACT,
                        "replacements": [
                            {"deletedRegion": REGION, "insertedContent": {"text": "5"}}
                        ],
                    }
                ],
                "properties": {"applicability": "safe"},
            }
        ],
    }


def test_columns_count_code_points() -> None:
    assert log()["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_findings(count: int) -> None:
    assert len(log(result_of(*[BARE] * count), result_of())["results"]) == count


def test_a_finding_without_a_place_has_no_region() -> None:
    found = only_result(result_of(BARE._replace(range=WHOLE_FILE)))
    assert found["locations"] == [{"physicalLocation": {"artifactLocation": ARTIFACT}}]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_is_described(language: str) -> None:
    run = log(language=language)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULEBOOK.rules)
    for rule in rules:
        described = RULEBOOK.rules[rule["id"]]
        assert rule["helpUri"].endswith(rule["id"])
        assert rule["shortDescription"]["text"] == described.title[language]
        assert rule["fullDescription"]["text"]
        assert "{notice}" not in rule["help"]["text"]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert (levels["A301"], levels["A306"], levels["F702"]) == ("error", "warning", "note")


def test_a_severity_that_was_changed_is_the_result_s_own() -> None:
    assert only_result(result_of(BARE._replace(severity="info")))["level"] == "note"


def test_a_rule_that_the_catalogue_lacks() -> None:
    found = only_result(result_of(BARE._replace(code="Q001")))
    assert (found["ruleId"], found.get("ruleIndex")) == ("Q001", None)


def test_a_document_has_logical_places_only() -> None:
    found = only_result(result_of(FULL, path="年报 1.docx"))
    (location,) = found["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "%E5%B9%B4%E6%8A%A5%201.docx"
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "三.new_received.total"
    assert "fixes" not in found


def test_a_document_s_own_place_is_a_logical_one() -> None:
    (location,) = only_result(result_of(IN_WORD, path="年报.docx"))["locations"]
    names = [place["fullyQualifiedName"] for place in location["logicalLocations"]]
    assert names == ["三.new_received.total", "table 3/row 5/column 9"]


def test_a_related_place_in_another_file() -> None:
    elsewhere = RelatedPlace("去年", "2023 年报.txt", Range(Position(2, 1), Position(2, 3)))
    (related,) = only_result(result_of(BARE._replace(related=(elsewhere,))))["relatedLocations"]
    assert related["physicalLocation"] == {
        "artifactLocation": {"uri": "2023%20%E5%B9%B4%E6%8A%A5.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 3},
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("年#报?.txt", "%E5%B9%B4%23%E6%8A%A5%3F.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("100%.txt", "100%25.txt"),
        ("./x//y.txt", "x/y.txt"),
        ("../x.txt", "../x.txt"),
        (str(Path.cwd() / "x.txt"), "x.txt"),
        ("/不在此处/x.txt", "file:///%E4%B8%8D%E5%9C%A8%E6%AD%A4%E5%A4%84/x.txt"),
        ("\udcd5.txt", "%D5.txt"),
    ],
)
def test_addresses_are_percent_encoded(path: str, uri: str) -> None:
    found = only_result(result_of(BARE, path=path))
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_whatever_a_report_holds() -> None:
    assert HOSTILE in only_result(result_of(BARE._replace(message=HOSTILE)))["message"]["text"]
    assert PATH not in rendered("sarif", result_of(BARE))
