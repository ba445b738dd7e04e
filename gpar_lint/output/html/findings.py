"""The list of findings beside a report."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.format.catalogue import SEVERITIES
from gpar_lint.linter.diagnostics import WHOLE_FILE, Diagnostic, RelatedPlace, Remedy
from gpar_lint.output.addresses import has_lines
from gpar_lint.output.html.markup import link, text
from gpar_lint.output.html.places import Sheet, Sheets, old_texts
from gpar_lint.output.html.words import say
from gpar_lint.output.words import location_words, shown_related, word

_FEW = 4  # replacements of a fix that are all shown
_SHORT = 60  # code points of a replacement that is shown


def render_findings(sheet: Sheet, sheets: Sheets, language: str) -> str:
    """The findings of a file by severity, each with its number in the text."""
    if not sheet.findings:
        return f'<p class="clean">{text(say("no-findings", language))}</p>'
    groups = []
    for severity in SEVERITIES:
        entries = [
            _entry(number, found, sheet, sheets, language)
            for number, found in sheet.findings
            if found.severity == severity
        ]
        if entries:
            title = text(word(f"{severity}-count", language, count=len(entries)))
            listed = f"<ul>{''.join(entries)}</ul>"
            groups.append(f'<section class="{severity}"><h4>{title}</h4>\n{listed}</section>\n')
    return "".join(groups)


def rule_id(code: str) -> str:
    """The id of a rule's explanation on the page."""
    return f"rule-{code}"


def _entry(number: int, found: Diagnostic, sheet: Sheet, sheets: Sheets, language: str) -> str:
    reference = link(sheet.anchor(number), str(number), class_=f"ref {found.severity}")
    rule = link(rule_id(found.code), text(f"{found.code} {found.name}"))
    parts = [
        f"<p>{reference} {text(found.message)}</p>",
        *_notes(found, sheet, sheets, language),
        f'<p class="about">{text(_where(found, language))} · {rule}</p>',
    ]
    return f'<li id="{sheet.entry(number)}" class="{found.severity}">{"".join(parts)}</li>\n'


def _where(found: Diagnostic, language: str) -> str:
    parts = []
    if found.range == WHOLE_FILE:
        parts.append(say("whole-file", language))
    if found.chapter:
        parts.append(say("chapter", language, number=found.chapter))
    if found.location:
        parts.append(location_words(found.location, language))
    elif found.range != WHOLE_FILE and has_lines(found.path):
        parts.append(say("line", language, line=found.range.start.line))
    return word("comma", language).join(parts)


def _notes(found: Diagnostic, sheet: Sheet, sheets: Sheets, language: str) -> Iterator[str]:
    colon = word("colon", language)
    if found.hint:
        yield f"<p><b>{text(word('hint', language) + colon)}</b>{text(found.hint)}</p>"
    if found.remedy:
        label = word("fix-safe" if found.remedy.safe else "fix-unsafe", language) + colon
        changes = "".join(_changes(found.remedy, sheet))
        yield f"<p><b>{text(label)}</b>{text(found.remedy.message)}{changes}</p>"
    if found.related:
        shown, more = shown_related(found)
        items = "".join([_related(related, found, sheets, language) for related in shown])
        items += f"<li>{word('more-related', language, count=more)}</li>" if more else ""
        yield f"<p><b>{text(word('related', language) + colon)}</b></p><ul>{items}</ul>"
    if found.basis:
        yield f"<p><b>{text(say('basis', language))}</b>{text(found.basis)}</p>"


def _changes(remedy: Remedy, sheet: Sheet) -> Iterator[str]:
    """What a small fix puts in the place of what: all of it, or nothing."""
    lines = sheet.result.lines
    if lines is None or len(remedy.changes) > _FEW:
        return
    old = old_texts(lines, [change.range for change in remedy.changes])
    pairs = [
        (before.strip(), change.text.strip())
        for before, change in zip(old, remedy.changes, strict=True)
    ]
    if any(len(before + after) > _SHORT for before, after in pairs):
        return
    for before, after in pairs:
        deleted = f"<del>{text(before)}</del>" if before else ""
        inserted = f"<ins>{text(after)}</ins>" if after else ""
        yield f' <span class="change">{deleted}{inserted}</span>' if before + after else ""


def _related(related: RelatedPlace, found: Diagnostic, sheets: Sheets, language: str) -> str:
    line = say("line", language, line=related.range.start.line)
    where = line if related.path == found.path else f"{related.path} {line}"
    target = sheets.place_of(related)
    shown = link(target, text(where)) if target else text(where)
    return f"<li>{shown} {text(related.message)}</li>"
