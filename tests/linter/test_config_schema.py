"""The JSON Schema of the configuration is the one that the table of keys makes."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from gpar_lint.format.loading import load_rulebook
from gpar_lint.linter.config_keys import KEYS, PARENT_KEYS, SUPPRESS_KEYS
from gpar_lint.linter.config_schema import FILE, schema_text

RULES = Path(__file__).parents[2] / "rules"


def test_the_file_is_not_stale() -> None:
    made = schema_text(load_rulebook())
    assert (RULES / FILE).read_text(encoding="utf-8") == made, (
        "python -m gpar_lint.linter.config_schema"
    )


def test_every_key_is_described() -> None:
    schema = json.loads(schema_text(load_rulebook()))
    assert list(schema["properties"]) == [key.name for key in KEYS]
    for keys, name in ((SUPPRESS_KEYS, "suppress"), (PARENT_KEYS, "parent")):
        row = schema["properties"][name]["items"]
        assert list(row["properties"]) == [key.name for key in keys]
        assert row["additionalProperties"] is False
    assert schema["properties"]["fail-on"]["enum"] == ["error", "warning", "info"]
    assert "row-total" in schema["definitions"]["rule"]["anyOf"][0]["enum"]


def test_it_accepts_what_is_right_and_no_more() -> None:
    schema = json.loads(schema_text(load_rulebook()))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    assert validator.is_valid(
        {"select": ["A", "Q101"], "severity": {"A301": "info"}, "suppress": [{"rules": ["A301"]}]}
    )
    for wrong in (
        {"selects": []},
        {"fail-on": "fatal"},
        {"suppress": [{"path": "a"}]},
        {"copied-share": 2},
    ):
        assert not validator.is_valid(wrong)
