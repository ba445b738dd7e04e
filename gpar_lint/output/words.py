"""The words of the outputs for people, in Chinese and English."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "info": "提示",
        "related": "相关",
        "hint": "建议",
        "safe-fix": "可自动修复",
        "unsafe-fix": "可修复，须人工复核",
        "explain": "规则说明：gpar-lint rule {code}",
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
        "error-count": "{count} 个错误",
        "warning-count": "{count} 个警告",
        "info-count": "{count} 个提示",
        "nothing": "没有发现问题",
        "comma": "，",
        "semicolon": "；",
        "colon": "：",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "info": "info",
        "related": "related",
        "hint": "hint",
        "safe-fix": "safe fix",
        "unsafe-fix": "unsafe fix",
        "explain": "The rules are explained by: gpar-lint rule {code}",
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
        "error-count": "errors: {count}",
        "warning-count": "warnings: {count}",
        "info-count": "infos: {count}",
        "nothing": "no problems found",
        "comma": ", ",
        "semicolon": "; ",
        "colon": ": ",
    },
}


def word(key: str, language: str, **values: object) -> str:
    """A word or phrase with its values filled in."""
    return WORDS[language][key].format_map(values)
