"""C401 to C408: a claim and its cell. One function; what differs is data (claim-subjects.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gpar_lint.checks.cells import cell_name, edition_of, figure, place_of, row_name, within
from gpar_lint.checks.claims.counting import Reading, Value, cells_of, fitting, readings_of
from gpar_lint.checks.claims.statements import statements
from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding, Related
from gpar_lint.checks.tables.units import unit_slips
from gpar_lint.format.catalogue import Rule
from gpar_lint.format.edition import TableFormat
from gpar_lint.report.claims import Statement
from gpar_lint.report.claims.attribution import Attribution
from gpar_lint.report.claims.denials import Denial
from gpar_lint.report.claims.mentions import Mention
from gpar_lint.report.claims.subjects import Subject
from gpar_lint.report.claims.wholes import Whole
from gpar_lint.report.model import TableCell
from gpar_lint.text.records import Record
from gpar_lint.text.span import Span

_MYRIAD = 10_000  # 元 in 万元
_NONE = "C402"
_DENIED_BY_NAME = frozenset(("C401", "C405", "C406"))
_SHOWN = 6  # cells named as related places


class Contradiction(Record):
    """A claim that the tables contradict."""

    code: str
    span: Span  # the stated figure, or the words that deny it
    sentence: tuple[int, int]  # statement and sentence, by number
    said: str  # the claim's words
    value: Value
    readings: Sequence[Reading]
    mention: Mention | None


def check_claim_cell(context: Context, rule: Rule) -> Iterator[Finding]:
    """The contradictions that are this rule's."""
    for found in _one_a_sentence(context.once(contradictions), rule.code):
        yield _finding(context, rule, found)


def contradictions(context: Context) -> list[Contradiction]:
    """Every claim that the tables contradict, in the order of the text."""
    found: list[Contradiction] = []
    for number, statement in enumerate(context.once(statements)):
        comparer = _Comparer(context, statement, number)
        found.extend(sorted(comparer.compare(), key=lambda one: one.span))
    return found


class _Place(Record):
    """Where a claim stands in its passage."""

    start: int  # of the figure, or of the denial
    end: int
    said_from: int  # where its words begin
    sentence: int


class _Comparer:
    """Holds one statement's claims against the tables."""

    def __init__(self, context: Context, statement: Statement, number: int) -> None:
        self._context = context
        self._report = context.report
        self._statement = statement
        self._number = number
        self._apart = _counted_apart(statement)
        self._answered = _answered(statement)

    def compare(self) -> Iterator[Contradiction]:
        """The claims of the statement that are contradicted."""
        for mention, about in zip(self._statement.figures, self._statement.about, strict=True):
            if about.subject.table:
                yield from self._figure(mention, about)
        for denial in self._statement.denials:
            for subject in denial.subjects:
                if self._counts(denial.sure):
                    yield from self._denied(subject, denial)
        for whole in self._statement.wholes:
            if whole.total and self._counts(whole.sure):
                yield from self._whole(whole, whole.total)

    def _counts(self, sure: bool) -> bool:
        self._context.tally["claims" if sure else "uncertain_claims"] += 1
        return sure

    def _figure(self, mention: Mention, about: Attribution) -> Iterator[Contradiction]:
        if not self._counts(about.sure and mention.figure.exact):
            return
        readings = self._readings(about)
        if readings is None or self._fits(mention, about, readings):
            return
        code = about.subject.code
        value = mention.figure.value
        if value == 0 and code in _DENIED_BY_NAME and about.subject.columns == ("total",):
            code = _NONE
        if value == 0 and code == "C407" and mention.figure.measure == "money":
            code = _NONE
        start = min(token.start for token in (*mention.left, mention.token))
        place = _Place(mention.token.start, mention.token.end, start, mention.clause.sentence)
        yield self._contradiction(code, place, value, readings, mention)

    def _readings(self, about: Attribution) -> list[Reading] | None:
        """The readings to hold a claim against; of a part, those that its total is counted by."""
        readings = readings_of(about.subject, self._report)
        if readings is None or about.total is None:
            return readings
        whole = readings_of(about.subject._replace(columns=("total",)), self._report)
        if whole is None:
            return None
        value = about.total.figure.value
        fits = [
            reading
            for reading, its_whole in zip(readings, whole, strict=True)
            if its_whole.gives(value)
        ]
        return fits or readings

    def _fits(self, mention: Mention, about: Attribution, readings: Sequence[Reading]) -> bool:
        value = mention.figure.value
        if mention.figure.measure == "money":
            return self._is_amount(mention, readings)
        if fitting(readings, value):
            return True
        if about.subject.code != "C403":
            return False
        sentence = mention.clause.sentence
        if any(fitting(readings, value + part) for part in self._apart.get(sentence, ())):
            return True
        answered = [its for its in self._answered.get(sentence, ()) if its > value]
        return about.kind == "received" and any(fitting(readings, its) for its in answered)

    def _is_amount(self, mention: Mention, readings: Sequence[Reading]) -> bool:
        """Amounts agree when they differ by less than a unit of the coarser one's last digit."""
        if self._context.once(unit_slips):
            return True
        for reading in readings:
            stated = reading.value * _MYRIAD
            decimals = len(str(reading.value).partition(".")[2])
            step = max(mention.figure.step, _MYRIAD / (10**decimals))
            if abs(mention.figure.value - stated) < step:
                return True
        return False

    def _denied(self, subject: Subject, denial: Denial) -> Iterator[Contradiction]:
        readings = readings_of(subject, self._report)
        if readings is None or fitting(readings, 0):
            return
        code = subject.code
        if code in _DENIED_BY_NAME or code == "C407":
            code = _NONE
        place = _Place(denial.start, denial.end, denial.start, denial.sentence)
        yield self._contradiction(code, place, 0, readings)

    def _whole(self, whole: Whole, total: Mention) -> Iterator[Contradiction]:
        """均予以公开, 均为自然人: all of the total, or of the answers given."""
        subject = whole.subject
        if subject is None:
            return
        if whole.kind == "applicant":
            about = self._statement.about[total.number].subject
            subject = about._replace(code=subject.code, columns=subject.columns)
        readings = self._readings(
            Attribution(subject, True, "", total if whole.kind == "applicant" else None)
        )
        if readings is None:
            return
        values = {total.figure.value}
        if whole.kind == "result":
            done = Subject("", table="三", readings=(("results_total",),))
            values.update(reading.value for reading in readings_of(done, self._report) or ())
        else:
            alike = readings_of(subject._replace(columns=("total",)), self._report) or ()
            if any(
                reading.gives(its_total.value)
                for reading, its_total in zip(readings, alike, strict=False)
            ):
                return
        if not any(fitting(readings, value) for value in values):
            place = _Place(whole.start, whole.end, whole.start, whole.sentence)
            yield self._contradiction(subject.code, place, total.figure.value, readings)

    def _contradiction(
        self,
        code: str,
        place: _Place,
        value: Value,
        readings: Sequence[Reading],
        mention: Mention | None = None,
    ) -> Contradiction:
        content = self._statement.passage.content
        said = content.text[place.said_from : place.end].lstrip("、，")
        sentence = (self._number, place.sentence)
        span = content.span(place.start, place.end)
        return Contradiction(code, span, sentence, said, value, readings, mention)


def _answered(statement: Statement) -> dict[int, list[Value]]:
    """By sentence, the numbers of answers: one of several may be of all, the others parts of it."""
    found: dict[int, list[Value]] = {}
    for mention, about in zip(statement.figures, statement.about, strict=True):
        if about.kind == "received" and about.subject.code == "C403":
            found.setdefault(mention.clause.sentence, []).append(mention.figure.value)
    return found


def _counted_apart(statement: Statement) -> dict[int, list[Value]]:
    """By sentence, what is among the results, but told apart from the answers.

    Withdrawals, and last year's applications: 答复11件，…；办结上年结转申请1件.
    """
    found: dict[int, list[Value]] = {}
    for mention, about in zip(statement.figures, statement.about, strict=True):
        words = {token.sense for token in (*mention.left, *mention.right)}
        if "withdrawn" in words or (about.kind == "carried" and words & {"done", "answer"}):
            found.setdefault(mention.clause.sentence, []).append(mention.figure.value)
    return found


def _one_a_sentence(found: Sequence[Contradiction], code: str) -> Iterator[list[Contradiction]]:
    """The contradictions of a rule; what one sentence denies of two things is one of them."""
    group: list[Contradiction] = []
    for one in found:
        if one.code != code:
            continue
        if group and (code != _NONE or one.sentence != group[0].sentence):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _finding(context: Context, rule: Rule, group: Sequence[Contradiction]) -> Finding:
    first = group[0]
    cells = [cell for one in group for cell in cells_of(one.readings)]
    told = [_described(context, reading) for one in group for reading in one.readings]
    language = {
        "said": first.said,
        "stated": figure(first.value),
        "counted": "；".join(dict.fromkeys(told)),
        "table": "、".join(dict.fromkeys(cell.table for cell in cells)),
    }
    related = [
        Related(place_of(cell), "cell", {"cell": _name(context, cell), "value": _figure(cell)})
        for cell in cells
        if cell.value or len(cells) <= _SHOWN
    ]
    return Finding(rule.code, first.span, language, related=tuple(related[:_SHOWN]))


def _figure(cell: TableCell) -> str:
    return "" if cell.value is None else figure(cell.value)


def _described(context: Context, reading: Reading) -> str:
    """A reading in words: “一、本年新收…”加“二、上年结转…”为 14."""
    table = context.report.table(reading.cells[0].table)
    form = edition_of(context, table).table(table.name) if table else None
    if form is None:
        return figure(reading.value)
    names = _names(form, reading)
    return f"{names} {figure(reading.value)}"


def _names(form: TableFormat, reading: Reading) -> str:
    rows = [form.row(key) for key in reading.rows]
    groups = {row.group for row in rows if row}
    columns = list(dict.fromkeys(cell.column for cell in reading.cells))
    if len(reading.rows) > 1 and len(groups) == 1 and groups != {""}:
        name = f"“{groups.pop()}”"
    else:
        name = "＋".join(f"“{within(row_name(form, key))}”" for key in reading.rows)
    if columns == ["total"] or form.name == "二":
        return name
    labels = [form.column(key) for key in columns]
    return name + "＋".join(f"“{label.label}”" for label in labels if label)


def _name(context: Context, cell: TableCell) -> str:
    table = context.report.table(cell.table)
    form = edition_of(context, table).table(cell.table) if table else None
    return cell_name(form, cell) if form else f"{cell.row}.{cell.column}"
