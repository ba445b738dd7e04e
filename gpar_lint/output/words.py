"""The words of the outputs for people, in Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.linter.diagnostics import Diagnostic, RelatedPlace
from gpar_lint.output.objects import location_object
from gpar_lint.source.document import Place

_MOST_RELATED = 12  # as many as are still read; the message names what a sum is made of

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "info": "提示",
        "related": "相关",
        "more-related": "另有 {count} 处",
        "place": "位置",
        "in-page": "第{number}页",
        "in-paragraph": "第{number}段",
        "in-table": "第{number}个表格",
        "in-row": "第{number}行",
        "in-column": "第{number}列",
        "hint": "建议",
        "fix-none": "不能自动修复",
        "fix-safe": "可自动修复",
        "fix-unsafe": "可修复，须人工复核",
        "fix-both": "可修复，部分须人工复核",
        "edition": "{edition}版格式",
        "explain": "规则的依据和例子：gpar-lint rule 编号，例如 gpar-lint rule {code}",
        "report": "{year}，{edition}版",
        "year": "{year}年",
        "no-year": "年份不明",
        "reports": "{count} 份报告（{editions}）",
        "edition-count": "{edition}版 {count} 份",
        "no-report": "没有读到年度报告",
        "cells-all": "表格 {cells} 格全部读出",
        "cells-some": "表格 {cells} 格读出 {read} 格",
        "identities": "勾稽关系 {count} 项",
        "claims": "文表核对 {count} 处",
        "claims-uncertain": "文表核对 {count} 处（另有 {uncertain} 处不能确定）",
        "tracked-changes": "文中有修订 {count} 处，按接受后的文字检查",
        "clean-count": "没有问题的 {count} 份",
        "with-errors-count": "有错误的 {count} 份",
        "commonest": "最常见：{rules}",
        "rule-count": "{code} {count} 次",
        "error-count": "{count} 个错误",
        "warning-count": "{count} 个警告",
        "info-count": "{count} 个提示",
        "nothing": "没有发现问题",
        "besides": "（另有{counts}）",
        "suppressed-count": "已忽略的 {count} 个",
        "known-count": "基线文件中已有的 {count} 个",
        "comma": "，",
        "semicolon": "；",
        "colon": "：",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "info": "info",
        "related": "related",
        "more-related": "{count} more places",
        "place": "place",
        "in-page": "page {number} ",
        "in-paragraph": "paragraph {number} ",
        "in-table": "table {number} ",
        "in-row": "row {number} ",
        "in-column": "column {number} ",
        "hint": "hint",
        "fix-none": "no fix",
        "fix-safe": "safe fix",
        "fix-unsafe": "unsafe fix",
        "fix-both": "safe and unsafe fixes",
        "edition": "{edition} format",
        "explain": "What a rule is about: gpar-lint rule CODE, such as gpar-lint rule {code}",
        "report": "{year}, {edition} format",
        "year": "{year}",
        "no-year": "year unknown",
        "reports": "{count} reports ({editions})",
        "edition-count": "{count} in the {edition} format",
        "no-report": "no annual report read",
        "cells-all": "all {cells} table cells read",
        "cells-some": "{read} of {cells} table cells read",
        "identities": "sums checked: {count}",
        "claims": "figures compared with the tables: {count}",
        "claims-uncertain": "figures compared with the tables: {count} (uncertain: {uncertain})",
        "tracked-changes": "checked as if all tracked changes were accepted: {count}",
        "clean-count": "without findings: {count}",
        "with-errors-count": "with errors: {count}",
        "commonest": "most frequent: {rules}",
        "rule-count": "{code} {count}",
        "error-count": "errors: {count}",
        "warning-count": "warnings: {count}",
        "info-count": "infos: {count}",
        "nothing": "no problems found",
        "besides": " (besides, {counts})",
        "suppressed-count": "suppressed: {count}",
        "known-count": "in the baseline: {count}",
        "comma": ", ",
        "semicolon": "; ",
        "colon": ": ",
    },
}


def word(key: str, language: str, **values: object) -> str:
    """A word or phrase with its values filled in."""
    return WORDS[language][key].format_map(values)


def shown_related(diagnostic: Diagnostic) -> tuple[Sequence[RelatedPlace], int]:
    """The related places worth a line each, and how many more there are: a table that is blank
    from end to end has two hundred."""
    related = diagnostic.related
    shown = len(related) if len(related) <= _MOST_RELATED else _MOST_RELATED - 1
    return related[:shown], len(related) - shown


def location_words(place: Place, language: str) -> str:
    """Where in a .docx or .pdf, as a person counts."""
    numbers = location_object(place)
    return "".join([word(f"in-{key}", language, number=numbers[key]) for key in numbers]).strip()
