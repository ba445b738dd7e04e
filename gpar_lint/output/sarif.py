"""The format `sarif`: SARIF 2.1.0 (OASIS), as code scanning services take it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from gpar_lint import __version__
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.checking import Result
from gpar_lint.linter.diagnostics import (
    WHOLE_FILE,
    Diagnostic,
    Range,
    RelatedPlace,
    Remedy,
    rule_page,
)
from gpar_lint.output.addresses import has_lines, uri_of
from gpar_lint.output.json_array import render_array
from gpar_lint.output.objects import Object, location_object
from gpar_lint.output.rule_texts import basis_of, section_of
from gpar_lint.output.run import Run

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_HOME = "https://gpar-lint.github.io/"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "gparLint/v1"


def render(results: Iterable[Result], run: Run) -> Iterator[str]:
    """The results as one SARIF log, written as they come."""
    about = {
        "tool": {"driver": _driver(run.rulebook, run.style.language)},
        "columnKind": "unicodeCodePoints",
    }
    head = json.dumps({"$schema": _SCHEMA, "version": "2.1.0"}, indent=2)
    yield f'{head[:-2]},\n"runs": [{json.dumps(about, ensure_ascii=False, indent=2)[:-2]},\n'
    yield '"results": '
    indexes = {code: index for index, code in enumerate(run.rulebook.rules)}
    yield from render_array(
        _result(diagnostic, indexes) for result in results for diagnostic in result.diagnostics
    )
    yield "}]}\n"


def _driver(rulebook: Rulebook, language: str) -> Object:
    return {
        "name": "gpar-lint",
        "semanticVersion": __version__,
        "informationUri": _HOME,
        "language": "zh-CN" if language == "zh" else "en",
        "rules": [_rule(rule, rulebook, language) for rule in rulebook.rules.values()],
    }


def _rule(rule: Rule, rulebook: Rulebook, language: str) -> Object:
    title, basis = rule.title[language], basis_of(rule, rulebook, language)
    advice = section_of(rule, "怎么改", language)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {
            "text": section_of(rule, "检查内容", language) or f"{title}\n\n{basis}"
        },
        "help": {"text": f"{basis}\n\n{advice}".strip()},
        "helpUri": rule_page(rule.code),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _result(diagnostic: Diagnostic, indexes: Mapping[str, int]) -> Object:
    made: Object = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _message(diagnostic)},
        "locations": [_location(diagnostic)],
        "partialFingerprints": {_FINGERPRINT: diagnostic.fingerprint},
    }
    if diagnostic.code in indexes:  # a rule of a pack that only some of the files have is not
        made["ruleIndex"] = indexes[diagnostic.code]
    if diagnostic.related:
        made["relatedLocations"] = [
            _related(related, number) for number, related in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.remedy and has_lines(diagnostic.path):
        made["fixes"] = [_fix(diagnostic.remedy, diagnostic.path)]
    return made


def _message(diagnostic: Diagnostic) -> str:
    return "\n".join([text for text in (diagnostic.message, diagnostic.hint) if text])


def _location(diagnostic: Diagnostic) -> Object:
    location: Object = {"physicalLocation": _physical(diagnostic.path, diagnostic.range)}
    if not has_lines(diagnostic.path) and (names := list(_logical_names(diagnostic))):
        location["logicalLocations"] = [
            {"fullyQualifiedName": name, "kind": "element"} for name in names
        ]
    return location


def _logical_names(diagnostic: Diagnostic) -> Iterator[str]:
    """Where a finding is by the report's own parts, and by those of its .docx or .pdf."""
    if diagnostic.cell:
        yield ".".join(diagnostic.cell)
    elif diagnostic.chapter:
        yield diagnostic.chapter
    if diagnostic.location:
        numbers = location_object(diagnostic.location)
        yield "/".join([f"{key} {number}" for key, number in numbers.items()])


def _physical(path: str, place: Range) -> Object:
    location: Object = {"artifactLocation": _artifact(path)}
    if has_lines(path) and place != WHOLE_FILE:
        location["region"] = _region(place)
    return location


def _artifact(path: str) -> Object:
    uri = uri_of(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _region(place: Range) -> Object:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _related(related: RelatedPlace, number: int) -> Object:
    location: Object = {
        "id": number,
        "physicalLocation": _physical(related.path, related.range),
    }
    return location | {"message": {"text": related.message}} if related.message else location


def _fix(remedy: Remedy, path: str) -> Object:
    replacements = [
        {"deletedRegion": _region(change.range), "insertedContent": {"text": change.text}}
        for change in remedy.changes
    ]
    return {
        "description": {"text": remedy.message},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
        "properties": {"applicability": "safe" if remedy.safe else "unsafe"},
    }
