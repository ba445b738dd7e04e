"""Tables and their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gpar_lint.linter.portrait import Addend, Box, SumShown, TableShown
from gpar_lint.output.html.marks import Marker
from gpar_lint.output.html.markup import link, text
from gpar_lint.output.html.places import Sheet
from gpar_lint.output.html.words import say
from gpar_lint.output.words import word

_WIDE = 6  # columns that a narrow screen shows without squeezing them
_OUTCOMES = ("broken", "unknown", "holds")
_SIGNS = {"holds": "＝", "broken": "≠", "unknown": "？"}
_FIGURE = frozenset("0123456789０１２３４５６７８９.,，．-－—+/／ ")


class TableWriter:
    """Writes the tables of one file."""

    def __init__(self, sheet: Sheet, marker: Marker, language: str) -> None:
        self._sheet = sheet
        self._marker = marker
        self._language = language

    def html(self, table: TableShown) -> str:
        """A table, its lines in the file, and its sums."""
        return "".join([*self._rows(table), *self._lines(table), *self._sums(table)])

    def _say(self, key: str, **values: object) -> str:
        return text(say(key, self._language, **values))

    def _rows(self, table: TableShown) -> Iterator[str]:
        if not table.rows:
            return
        name = self._say("table", name=table.name) if table.name else self._say("other-table")
        # What scrolls must be reached by the keyboard.
        yield f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">'
        yield '<table class="wide">\n' if _is_wide(table) else "<table>\n"
        for row in table.rows:
            yield f"<tr>{''.join([self._box(box) for box in row])}</tr>\n"
        yield "</table></div>\n"

    def _box(self, box: Box) -> str:
        tag = "th" if box.heading else "td"
        sizes = [("colspan", box.columns), ("rowspan", box.rows)]
        attributes = "".join([f' {name}="{size}"' for name, size in sizes if size > 1])
        if tag == "td" and not _FIGURE.issuperset(box.content.text):
            attributes += ' class="label"'
        if box.place is None:
            content = text(box.content.text)
        else:
            content = self._marker.cell_html(box.content, box.place)
        return f"<{tag}{attributes}>{content}</{tag}>"

    def _lines(self, table: TableShown) -> Iterator[str]:
        """The file's own lines; open where nothing else shows them, or shows a finding."""
        if not table.lines:
            return
        is_open = not table.rows or self._marker.has_left_within(table.lines)
        lines = "\n".join([self._marker.html(line) for line in table.lines])
        yield f"<details{' open' if is_open else ''}><summary>{self._say('lines')}</summary>"
        yield f'<pre tabindex="0">{lines}</pre></details>\n'

    def _sums(self, table: TableShown) -> Iterator[str]:
        if not table.sums:
            return
        counts = Counter([made.outcome for made in table.sums])
        joined = word("comma", self._language).join(
            [say(name, self._language, count=counts[name]) for name in _OUTCOMES if counts[name]]
        )
        broken = [made for made in table.sums if made.outcome == "broken"]
        others = [made for made in table.sums if made.outcome != "broken"]
        title = self._say("sums", name=table.name, count=len(table.sums), outcomes=joined)
        yield '<div class="sums">'
        if broken:
            yield f"<p>{title}</p>{self._listed(broken)}"
            title = "、".join(
                [self._say(name, count=counts[name]) for name in _OUTCOMES[1:] if counts[name]]
            )
        if others:
            yield f"<details><summary>{title}</summary>{self._listed(others)}</details>"
        yield "</div>\n"

    def _listed(self, sums: Iterable[SumShown]) -> str:
        return f"<ul>{''.join([self._sum(made) for made in sums])}</ul>"

    def _sum(self, made: SumShown) -> str:
        outcome = self._say(f"{made.outcome}-mark")
        left, right = (
            self._side(terms, total, made.outcome != "unknown")
            for terms, total in zip((made.left, made.right), made.totals, strict=True)
        )
        sign = (
            "≤" if made.relation == "at most" and made.outcome == "holds" else _SIGNS[made.outcome]
        )
        return (
            f'<li class="{made.outcome}"><strong>{text(made.line)}</strong> '
            f'{left} <b class="sign">{sign}</b> {right} <em>{outcome}</em></li>'
        )

    def _side(self, terms: Sequence[Addend], total: str, known: bool) -> str:
        """The terms that are not 0, and their sum."""
        seen = [term for term in terms if term.value != "0"]
        if not seen:
            return f"{text(terms[0].name)} 0" if len(terms) == 1 else "0"
        listed = "＋".join([self._term(term) for term in seen])
        return f"{listed}＝{total}" if len(seen) > 1 and known else listed

    def _term(self, term: Addend) -> str:
        name, value = text(term.name), term.value or say("blank", self._language)
        anchor = self._sheet.place_id(term.place) if term.place else ""
        if not self._marker.is_placed(anchor):
            return f"{name} {value}"
        return f"{name} {link(anchor, text(value))}"


def _is_wide(table: TableShown) -> bool:
    return any(sum([box.columns for box in row]) > _WIDE for row in table.rows)
