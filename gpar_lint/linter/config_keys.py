"""The keys of a configuration: one table, for reading, for the JSON Schema, for people."""

from __future__ import annotations

from collections.abc import Sequence

from gpar_lint.text.records import Record


class Key(Record):
    """A key. `kind` says what its value may be (see config_reading and config_schema)."""

    name: str
    kind: str
    zh: str
    en: str
    default: object = None

    def explanation(self, language: str) -> str:
        """What it does, in a few words."""
        return self.zh if language == "zh" else self.en


#: `copied-share` and `abrupt-factor` have the defaults of X903 and X904 in the catalogue.
KEYS = (
    Key("select", "rules", "只用这些规则：编号、名称、类别字母或 ALL",
        "only these rules: codes, names, families or ALL", ["ALL"]),
    Key("extend-select", "rules", "另加这些规则", "these rules as well", []),
    Key("ignore", "rules", "不用这些规则", "not these rules", []),
    Key("severity", "severities", "改变规则的级别", "raise or lower the severity of rules", {}),
    Key("fail-on", "severity", "达到这一级别时退出状态为 1",
        "least severity that makes the exit status 1", "warning"),
    Key("edition", "edition", "按哪一版格式检查，auto 为按报告年度",
        "the format to check against; auto: by the reporting year", "auto"),
    Key("lang", "language", "所用语言", "language of the messages", "zh"),
    Key("exclude", "globs", "跳过的文件，写法同 .gitignore",
        "files to pass over, in the form of .gitignore", []),
    Key("previous", "path", "上一年度的报告，或其所在的文件夹",
        "last year's report, or a folder of them"),
    Key("compare", "path", "其他机关报告所在的文件夹，用于 X903",
        "a folder of other agencies' reports, for X903"),
    Key("baseline", "path", "基线文件：只给出其中没有的问题",
        "the baseline: only findings that are not in it are given"),
    Key("per-file-ignores", "per-file", "对某些文件不用的规则",
        "rules that do not run for some files", {}),
    Key("suppress", "suppressions", "不予给出的问题", "findings that are let be", []),
    Key("parent", "parents", "汇总报告及其各部分，用于 X905",
        "a report that sums up others, and these, for X905", []),
    Key("rule-packs", "paths", "自定规则的文件", "files of rules of one's own", []),
    Key("required-version", "version", "所要求的 gpar-lint 版本，例如 >=0.1",
        "the version of gpar-lint that is required, such as >=0.1"),
    Key("today", "date", "当作今天的日期，用于测试", "the date taken for today, for tests"),
    Key("copied-share", "share", "X903：相同文字占几成以上才给出",
        "X903: the share of copied text that is too much"),
    Key("abrupt-factor", "factor", "X904：变化几倍以上才给出",
        "X904: the factor by which a figure may change"),
)  # fmt: skip

SUPPRESS_KEYS = (
    Key("rules", "rules", "不予给出的规则", "the rules whose findings are let be"),
    Key("path", "glob", "对哪些文件，写法同 .gitignore；不写则对所有文件",
        "for which files, in the form of .gitignore; all, if not given"),
    Key("place", "place", "在报告的何处：章节号、表/行 或 表/行/列，例如 三/denied_law",
        "where in the report: CHAPTER, TABLE/ROW or TABLE/ROW/COLUMN, such as 三/denied_law"),
    Key("reason", "text", "理由", "why"),
    Key("until", "date", "到哪一天为止", "the last day on which it holds"),
)  # fmt: skip

PARENT_KEYS = (
    Key("report", "path", "汇总报告", "the report that sums up the others"),
    Key("parts", "paths", "各部分的报告", "the reports of its parts"),
)


def names(keys: Sequence[Key]) -> frozenset[str]:
    """The names of keys."""
    return frozenset([key.name for key in keys])
