"""The page around the reports: head, index, explanations of the rules, the run's last line."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pkgutil import get_data

from gpar_lint import __version__
from gpar_lint.format.catalogue import SEVERITIES, Rule
from gpar_lint.linter.checking import Result
from gpar_lint.linter.summary import Summary
from gpar_lint.output.closing import closing_line
from gpar_lint.output.html.body import render_body
from gpar_lint.output.html.findings import render_findings, rule_id
from gpar_lint.output.html.markup import link, prose, text
from gpar_lint.output.html.places import Sheet, Sheets
from gpar_lint.output.html.words import say
from gpar_lint.output.rule_texts import basis_of, section_of
from gpar_lint.output.run import Run
from gpar_lint.output.words import word

_SECTIONS = (("what", "检查内容"), ("why", "为什么"), ("advice", "怎么改"))


def render(results: Iterable[Result], run: Run) -> Iterator[str]:
    """The results as one page."""
    language = run.style.language
    sheets = Sheets(results)
    title = _page_title(sheets, language)
    yield _head(title, language)
    checked = text(say("checked", language, version=__version__))
    yield f'<header class="top" id="top"><h1>{text(title)}</h1><p>{checked}</p></header>\n'
    if len(sheets.all) > 1:
        yield _index(sheets, language)
    yield "<main>\n"
    bodies = [render_body(sheet, language) for sheet in sheets.all]  # they say what can be reached
    for sheet, body in zip(sheets.all, bodies, strict=True):
        yield _section(sheet, sheets, body, language)
    yield "</main>\n"
    yield _rules(run)
    yield f"<footer><p>{text(closing_line(run.summary, language))}</p></footer>\n"
    yield f"<script>{_data('page.js')}</script>\n</body>\n</html>\n"


def _page_title(sheets: Sheets, language: str) -> str:
    alone = len(sheets.all) == 1
    what = _name(sheets.all[0]) if alone else say("several", language, count=len(sheets.all))
    return say("page-title", language, what=what)


def _name(sheet: Sheet) -> str:
    portrait = sheet.result.portrait
    return (portrait.title if portrait else "") or sheet.result.path


def _data(name: str) -> str:
    return (get_data("gpar_lint.output.html", name) or b"").decode()


def _head(title: str, language: str) -> str:
    style, script = _data("page.css"), _data("page.js")
    # Nothing is fetched, and no other script or style runs than these, whatever a report holds.
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _index(sheets: Sheets, language: str) -> str:
    heads = "".join([f"<th>{text(word(severity, language))}</th>" for severity in SEVERITIES])
    rows = "".join([_index_row(sheet) for sheet in sheets.all])
    return (
        f'<nav class="index"><h2>{text(say("contents", language))}</h2>\n<table>'
        f"<tr><th>{text(say('report', language))}</th>{heads}</tr>\n{rows}</table></nav>\n"
    )


def _index_row(sheet: Sheet) -> str:
    counts = Counter([diagnostic.severity for diagnostic in sheet.result.diagnostics])
    cells = "".join(
        [
            f'<td class="{severity if counts[severity] else "none"}">{counts[severity]}</td>'
            for severity in SEVERITIES
        ]
    )
    path = f"<small>{text(sheet.result.path)}</small>"
    name = link(sheet.id, text(_name(sheet)))
    return f'<tr><td class="label">{name} {path}</td>{cells}</tr>\n'


def _section(sheet: Sheet, sheets: Sheets, body: str, language: str) -> str:
    summary = Summary()
    summary.add(sheet.result)
    several = len(sheets.all) > 1
    title = f"<h2>{text(_name(sheet))}</h2>" if several else ""
    to_top = f"<p>{link('top', text(say('to-top', language)))}</p>" if several else ""
    findings, about = text(say("findings", language)), text(say("text", language))
    return (
        f'<section class="sheet" id="{sheet.id}"><header>{title}'
        f'<p class="path">{text(sheet.result.path)}</p>'
        f"<p>{text(closing_line(summary, language))}</p>{to_top}</header>\n"
        f'<aside aria-label="{findings}"><h3>{findings}</h3>\n'
        f"{render_findings(sheet, sheets, language)}</aside>\n"
        f'<article lang="zh-CN" aria-label="{about}">\n{body}\n</article>\n'
        "</section>\n"
    )


def _rules(run: Run) -> str:
    """Every rule that was broken, explained in plain words."""
    known = run.rulebook.rules
    rules = [known[code] for code in sorted(run.summary.codes) if code in known]
    if not rules:
        return ""
    title = text(say("rules", run.style.language))
    articles = "".join([_rule(rule, run) for rule in rules])
    return f'<section class="rules"><h2>{title}</h2>\n{articles}</section>\n'


def _rule(rule: Rule, run: Run) -> str:
    language = run.style.language
    title = text(f"{rule.code} {rule.title[language]}")
    basis = text(basis_of(rule, run.rulebook, language))
    parts = [f"<p><b>{text(say('basis', language))}</b>{basis}</p>"]
    for key, heading in _SECTIONS:
        section = section_of(rule, heading, language)
        if section:
            parts.append(f"<h4>{text(say(key, language))}</h4>{prose(section)}")
    return f'<article id="{rule_id(rule.code)}"><h3>{title}</h3>{"".join(parts)}</article>\n'
