"""Errors in data that people write (rules/, rule packs, configuration), at their place."""

from __future__ import annotations

from collections.abc import Mapping

#: What can be wrong, by language. "{due}" is one of the kinds of value below.
_PROBLEMS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "not-utf-8": "不是 UTF-8 编码：{error}",
        "not-toml": "不合 TOML 的语法：请核对引号和括号是否成对、符号是不是英文的、"
        "文字有没有加引号、同一个键有没有写两次",
        "unknown-key": "没有这个键",
        "missing": "缺少这个键，应为{due}",
        "wrong-type": "应为{due}",
        "no-choice": "没有“{word}”这个值，可用的有：{choices}",
        "taken": "已有 {word}",
        "no-edition": "没有“{word}”这一版格式",
        "no-editions": "没有任何一版格式",
        "no-line": "这张表没有“{word}”这一行或列",
        "no-vocabulary": "没有“{word}”这份词表",
        "no-kind": "没有“{word}”这一种检查",
        "no-identity-rule": "没有检查勾稽关系的规则“{word}”",
        "rule-fails": "这条规则不能运行：{error}",
        "no-rule": "没有规则“{word}”",
        "unchangeable": "已有这一项，不能更改",
        "page-title": "第一行应为：# 编号 名称 标题",
        "no-file": "没有这个文件",
        "cannot-read": "不能读取：{error}",
        "no-baseline": "不是基线文件：{error}",
        "no-range": "应为大于 {above} 的数",
        "no-range-to": "应为大于 {above}、不大于 {most} 的数",
        "no-place": "没有“{word}”这个位置，应为章节号、表/行 或 表/行/列，例如 三/denied_law",
        "no-pattern": "“{word}”不是可用的文件名模式",
        "no-version": "“{word}”不是版本要求，应写作 >=0.1 或 >=0.1,<1",
        "other-version": "要求 gpar-lint {word}，这里是 {version}",
        "did-you-mean": "；是不是 {nearest}？",
    },
    "en": {
        "not-utf-8": "not UTF-8: {error}",
        "not-toml": "{error}",
        "unknown-key": "unknown key",
        "missing": "missing; must be {due}",
        "wrong-type": "must be {due}",
        "no-choice": '"{word}" is none of {choices}',
        "taken": "{word} is there already",
        "no-edition": '"{word}" is no edition',
        "no-editions": "no edition there",
        "no-line": '"{word}" is no row or column of this table',
        "no-vocabulary": '"{word}" is no vocabulary',
        "no-kind": '"{word}" is no kind of check',
        "no-identity-rule": '"{word}" is no rule about sums',
        "rule-fails": "this rule cannot run: {error}",
        "no-rule": '"{word}" is no rule',
        "unchangeable": "is there already and cannot be changed",
        "page-title": "the first line must be: # CODE name 标题",
        "no-file": "there is no such file",
        "cannot-read": "cannot be read: {error}",
        "no-baseline": "is no baseline: {error}",
        "no-range": "must be a number above {above}",
        "no-range-to": "must be a number above {above}, at most {most}",
        "no-place": '"{word}" is no place; it is CHAPTER, TABLE/ROW or TABLE/ROW/COLUMN, '
        "such as 三/denied_law",
        "no-pattern": '"{word}" is no pattern of file names',
        "no-version": '"{word}" is no requirement of a version, such as >=0.1 or >=0.1,<1',
        "other-version": "requires gpar-lint {word}; this is {version}",
        "did-you-mean": "; did you mean {nearest}?",
    },
}

_KINDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "text": "加英文引号的文字",
        "number": "数",
        "strings": '一列加英文引号的文字，例如 ["甲", "乙"]',
        "lists": '几列加英文引号的文字，例如 [["甲", "乙"], ["丙"]]',
        "table": "表",
        "tables": "几个 [[ ]] 表",
        "date": "日期，例如 2026-03-31",
    },
    "en": {
        "text": "a string",
        "number": "a number",
        "strings": "a list of strings",
        "lists": "a list of lists of strings",
        "table": "a table",
        "tables": "a list of tables",
        "date": "a date, such as 2026-03-31",
    },
}


class DataError(Exception):
    """A file that does not hold what it must; says which file, key and (where known) line.

    `problem` is a key of the texts above; `values` fill them in. "due" is a kind of value,
    "nearest" a known word that was perhaps meant.
    """

    def __init__(
        self, file: str, problem: str, key: str = "", line: int | None = None, **values: object
    ) -> None:
        self.file = file
        self.problem = problem
        self.key = key  # rule[3].severity; "" for the whole file
        self.line = line  # from 1
        self.values = values
        super().__init__(self.explain("en"))

    def explain(self, language: str) -> str:
        """The error in words, with its place before it."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join([part for part in (place, self.key, self.message(language)) if part])

    def message(self, language: str) -> str:
        """The error in words."""
        values = dict(self.values)
        if "due" in values:
            values["due"] = _KINDS[language][str(values["due"])]
        message = _PROBLEMS[language][self.problem].format_map(values)
        if values.get("nearest"):
            message += _PROBLEMS[language]["did-you-mean"].format_map(values)
        return message
