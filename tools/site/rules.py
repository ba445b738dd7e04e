"""A page for every rule, from its row of the catalogue and its page in rules/manual."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from gpar_lint.format.catalogue import Rule
from gpar_lint.format.manual import SECTIONS, read_manual
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.output.changes import edition_of, in_words
from gpar_lint.output.rule_texts import basis_of
from gpar_lint.output.words import word
from tools.site.examples import diagnostics_of

#: What the families are about, by their letters, in the order of the site.
FAMILIES = {
    "S": ("结构", "Structure", "标题、章节、次序、应写的内容"),
    "T": ("表格形式", "Form of the tables", "行、列、空格、写法"),
    "A": ("勾稽关系", "Sums", "表格内部的数对得上"),
    "C": ("文表一致", "Text against tables", "正文里的数与表格、与正文别处对得上"),
    "D": ("必要说明", "Declarations", "收费、联系方式、统计期限等该写的说明"),
    "L": ("引用文件", "Citations", "引用的法规和文件是否现行、名称文号是否准确"),
    "F": ("文字形式", "Form of the text", "标点、看不见的字符、重复、用语"),
    "P": ("个人信息", "Privacy", "身份证号、手机号、账号"),
    "X": ("多份报告", "Several reports", "与上年、与其他机关、与所属单位的报告对照"),
    "Z": ("工具自身", "The tool itself", "文件读不出、忽略说明写错"),
}
_CODE = re.compile(r"(?<![\w`/\[.-])([A-Z][0-9]{3})(?![\w\]])")
_CHANGE = re.compile(r"^```change\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


def rule_page(rule: Rule, rulebook: Rulebook) -> str:
    """The page rules/CODE.md."""
    return "\n".join(_page(rule, rulebook)) + "\n"


def _page(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    title = rule.title["zh"]
    yield f"---\ntitle: {rule.code} {title}\ndescription: {rule.name}\nsearch:\n  boost: 2\n---\n"
    yield f"# {rule.code} {title}\n"
    editions = "、".join([f"{name} 版" for name in rule.editions or rulebook.editions])
    facts = [f"`{rule.name}`", badge(rule), editions, word(f"fix-{rule.fix}", "zh")]
    yield "| 名称 | 级别 | 适用的格式 | 修复 |\n|---|---|---|---|"
    yield f"| {' | '.join(facts)} |\n"
    manual = read_manual(rule.code)
    sections = manual.sections if manual else {}
    if "依据" not in sections:
        yield f"## 依据\n\n{basis_of(rule, rulebook, 'zh')}\n"
    for heading in SECTIONS:
        if heading in sections:
            text = _linked(sections[heading], rule, rulebook)
            yield f"## {heading}\n\n{_with_examples(text, rule, rulebook, heading)}\n"
    yield "## 不用或忽略这条规则 { data-search-exclude }\n"
    yield f'```toml\n# gpar-lint.toml\nignore = ["{rule.code}"]\n```\n'
    yield "只忽略一处、改变级别，见[配置](../配置.md)。\n"


def _linked(text: str, rule: Rule, rulebook: Rulebook) -> str:
    """A text in which the codes of other rules lead to their pages; examples stay as they are."""

    def link(match: re.Match[str]) -> str:
        code = match[1]
        is_other = code in rulebook.rules and code != rule.code
        return f"[{code}]({code}.md)" if is_other else code

    parts = re.split(r"(^```.*?^```[ \t]*$|`[^`\n]*`)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join([part if part.startswith("`") else _CODE.sub(link, part) for part in parts])


def badge(rule: Rule) -> str:
    """The rule's severity, coloured."""
    return f'<span class="severity {rule.severity}">{word(rule.severity, "zh")}</span>'


def _with_examples(text: str, rule: Rule, rulebook: Rulebook, heading: str) -> str:
    bad = heading == "不合规示例"
    parts = _CHANGE.split(text)
    for place in range(1, len(parts), 2):
        changes = [line for line in parts[place].split("\n") if line.strip()]
        parts[place] = "\n".join(_example(changes, rule, rulebook, bad=bad))
    return "".join(parts)


def _example(changes: list[str], rule: Rule, rulebook: Rulebook, *, bad: bool) -> Iterator[str]:
    edition = edition_of(changes)
    words = in_words(changes, rulebook, _code)
    yield f'!!! {"failure" if bad else "success"} "{_heading(edition, bool(words), bad)}"\n'
    for sentence in words:
        yield f"    - {sentence}"
    if bad:
        for found in diagnostics_of(changes, rule):
            advice = f"<br>建议：{html.escape(found.hint)}" if found.hint else ""
            place = f"第 {found.range.start.line} 行"
            yield f'\n    <p class="said">{place}：{html.escape(found.message)}{advice}</p>'
    yield ""


def _code(text: str) -> str:
    """A passage as code in Markdown."""
    fence = "`" * (1 + max([len(run) for run in re.findall("`+", text)], default=0))
    padding = " " if text[:1] in " `" or text[-1:] in " `" else ""
    return f" {fence}{padding}{text}{padding}{fence} "


def _heading(edition: str, changed: bool, bad: bool) -> str:
    base = f"{'' if edition == '2021' else edition + ' 版的'}一份没有问题的报告"
    if not changed:
        return f"{base}，原样"
    return f"{base}，改成：" if bad else f"{base}，改成下面这样，仍然没有这个问题"


def index_page(rulebook: Rulebook) -> str:
    """rules/index.md: every rule, by family."""
    return "\n".join(_index(rulebook)) + "\n"


def _index(rulebook: Rulebook) -> Iterator[str]:
    rules = rulebook.rules.values()
    yield "# 规则\n"
    yield f"共 {len(rules)} 条。编号和名称都可以用在命令行、配置和上面的搜索框里；"
    yield "`gpar-lint rule 编号` 在屏幕上显示同样的说明。[English](../en/rules.md)\n"
    for family, (name, _, about) in FAMILIES.items():
        yield f"## {family} {name} {{ #{family} }}\n\n{about}。\n"
        yield "| 编号 | 检查 | 级别 | 修复 | 名称 |\n|---|---|---|---|---|"
        for rule in rules:
            if rule.family == family:
                fix = "" if rule.fix == "none" else word(f"fix-{rule.fix}", "zh")
                link = f"[{rule.code}]({rule.code}.md)"
                yield f"| {link} | {rule.title['zh']} | {badge(rule)} | {fix} | `{rule.name}` |"
        yield ""


def english_page(rulebook: Rulebook) -> str:
    """en/rules.md: every rule in English."""
    return "\n".join(_english(rulebook)) + "\n"


def _english(rulebook: Rulebook) -> Iterator[str]:
    yield "# Rules\n"
    yield "Each code leads to the rule's page, which is in Chinese, as the reports are. "
    yield "`gpar-lint rule CODE --lang en` says the same as this list.\n"
    for family, (_, name, _) in FAMILIES.items():
        yield f"## {family} {name} {{ #{family} }}\n"
        yield "| Code | Name | Checks | Severity | Basis |\n|---|---|---|---|---|"
        for rule in rulebook.rules.values():
            if rule.family == family:
                link = f"[{rule.code}](../rules/{rule.code}.md)"
                basis = basis_of(rule, rulebook, "en")
                yield f"| {link} | `{rule.name}` | {rule.title['en']} | {rule.severity} | {basis} |"
        yield ""
