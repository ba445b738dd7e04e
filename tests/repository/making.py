"""The repository made: agencies over years, defects planted in some, which file has which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, product
from pathlib import Path
from random import Random
from typing import NamedTuple

from gpar_lint.format.edition import Edition
from tests.accuracy.defects import DEFECTS
from tests.accuracy.draft import Agency, Draft
from tests.accuracy.layout import LAYOUT_LIST, Layout, encoded, lay_out
from tests.accuracy.wordings import write
from tests.repository.figures import Figures, figures_for
from tests.repository.narrative import own_sentences

YEARS = (2022, 2023, 2024)

_FIRST = "青松白望柳石南云澄溪岚霞梧桐芦枫槐杏梅兰"
_SECOND = "禾岭塘川泉桥浦台湾陂冲坝埠岗"
_BUREAUS = (
    "水务局", "教育局", "财政局", "民政局", "交通运输局", "农业农村局", "文化和旅游局", "应急管理局", "审计局", "统计局",
    "司法局", "林业局", "医疗保障局", "退役军人事务局", "市场监督管理局",
)  # fmt: skip
_LINKS = {"copied": "X903", "borrowed": "X903", "carry-over": "X901"}
_TOPICS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")


class Due(NamedTuple):
    """What must be found in a report: one of these codes; and what may be found besides."""

    codes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Filed(NamedTuple):
    """A report of the repository: its text, and what must be found in it."""

    path: str
    data: bytes
    due: Due


class Maker:
    """Makes the reports of many agencies, agency by agency.

    Of the reports 1 in 10 has a planted defect, 1 in 20 the text of the year before (its own or
    another agency's), and 1 in 20 carries over what the year before did not carry forward.
    """

    def __init__(
        self, edition: Edition, seed: int, defects: Sequence[str] = tuple(DEFECTS)
    ) -> None:
        self.edition = edition
        self.random = Random(seed)
        self.defects = defects  # names of those that may be planted
        self.words: dict[int, int] = {}  # of the agency before, by year

    def reports(self, agencies: int) -> Iterator[Filed]:
        """The reports of so many agencies."""
        for number, agency in zip(range(agencies), _agencies(), strict=False):
            yield from self._of_agency(agency, number)

    def _of_agency(self, agency: Agency, number: int) -> Iterator[Filed]:
        layout = LAYOUT_LIST[number % len(LAYOUT_LIST)]
        quiet = number % 4 == 3
        figures: Figures | None = None
        other, own = self.words, {}
        for year in YEARS:
            how = self._spoilt(first=year == YEARS[0] or not other)
            own[year] = self.random.getrandbits(32)
            if how in ("copied", "borrowed"):
                own[year] = (own if how == "copied" else other)[year - 1]
            slip = self.random.randint(1, 3) if how == "carry-over" else 0
            quiet = quiet and not slip
            figures = figures_for(self.edition, self.random, figures, quiet=quiet, slip=slip)
            draft = _draft(self.edition, year, agency, figures, own[year])
            due = Due((_LINKS[how],)) if how in _LINKS else Due()
            while how == "defect" and not due.codes:  # some defects do not fit a report
                draft = _draft(self.edition, year, agency, figures, own[year])
                due = self._planted(draft, layout)
            data = encoded(lay_out(draft, layout).text, layout, self.random)
            yield Filed(f"{year}/{agency.name}{year}年度报告{layout.suffix}", data, due)
        self.words = own

    def _spoilt(self, *, first: bool) -> str:
        """What is wrong with a report, if anything; a first year has no links to be wrong."""
        chance = self.random.random()
        if chance < 0.1:
            return "defect"
        if first or chance >= 0.25:
            return ""
        if chance < 0.175:  # 0.075 of two years in three: 1 in 20
            return self.random.choice(["copied", "borrowed"])
        return "carry-over"

    def _planted(self, draft: Draft, layout: Layout) -> Due:
        """A defect planted at random, if it fits the report and its kind of file."""
        planted = DEFECTS[self.random.choice(self.defects)](draft, self.random)
        fits = planted and layout.suffix.endswith(planted.suffix)
        return Due(planted.codes, planted.also) if planted and fits else Due()


def make(folder: Path, maker: Maker, agencies: int) -> dict[str, Due]:
    """The repository written below a folder; what must be found in it, by path."""
    expected = {}
    for filed in maker.reports(agencies):
        path = folder / filed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filed.data)
        if filed.due.codes:
            expected[str(path)] = filed.due
    return expected


def _agencies() -> Iterator[Agency]:
    """Different agencies, as many as are wanted."""
    for suffix in count():
        for bureau, first, second in product(_BUREAUS, _FIRST, _SECOND):
            if first != second:
                place = f"{first}{second}{_SECOND[suffix - 1] if suffix else ''}县"
                yield Agency(f"{place}{bureau}", "我局", f"县{bureau}", place, "全局", False)


def _draft(edition: Edition, year: int, agency: Agency, figures: Figures, words: int) -> Draft:
    """A report in its own words; the same number gives the same words about other figures."""
    random = Random(words)
    draft = write(Draft(edition, year, agency, figures), random)
    random.seed(words)
    draft.rewrite("开头", draft.text("开头") + "".join(own_sentences("开头", 2, random)))
    for topic in _TOPICS:
        draft.rewrite(topic, draft.text(topic) + "".join(own_sentences(topic, 3, random)))
    for part, lead in (("问题", "存在的主要问题："), ("改进", "改进情况：")):
        first, second, third = own_sentences(part, 3, random)
        draft.rewrite(part, f"{lead}一是{first}；二是{second}；三是{third}。")
    return draft
