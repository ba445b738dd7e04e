"""The repository made: agencies over years, defects planted in some, which file has which."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, product
from pathlib import Path
from random import Random
from typing import NamedTuple

from gpar_lint.format.edition import Edition
from tests.accuracy.defects import DEFECTS
from tests.accuracy.draft import Agency, Draft
from tests.accuracy.layout import LAYOUT_LIST, encoded, lay_out
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
_NOTHING: frozenset[str] = frozenset()
_LINKS = {
    "copied": frozenset({"X903"}),
    "borrowed": frozenset({"X903"}),
    "carry-over": frozenset({"X901"}),
}
_TOPICS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")


class Filed(NamedTuple):
    """A report of the repository: its text, and what must be found in it (any of the codes)."""

    path: str
    data: bytes
    codes: frozenset[str]


def reports(edition: Edition, agencies: int, seed: int = 1) -> Iterator[Filed]:
    """The reports of so many agencies, agency by agency.

    Of the reports 1 in 10 has a planted defect, 1 in 20 the text of the year before (its own or
    another agency's), and 1 in 20 carries over what the year before did not carry forward.
    """
    random = Random(seed)
    words: dict[int, int] = {}
    for number, agency in zip(range(agencies), _agencies(), strict=False):
        yield from _of_agency(edition, agency, number, words, random)


def make(folder: Path, edition: Edition, agencies: int, seed: int = 1) -> dict[str, frozenset[str]]:
    """The repository written below a folder; what must be found in it, by path."""
    expected = {}
    for filed in reports(edition, agencies, seed):
        path = folder / filed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filed.data)
        if filed.codes:
            expected[str(path)] = filed.codes
    return expected


def _agencies() -> Iterator[Agency]:
    """Different agencies, as many as are wanted."""
    for suffix in count():
        for bureau, first, second in product(_BUREAUS, _FIRST, _SECOND):
            if first != second:
                place = f"{first}{second}{_SECOND[suffix - 1] if suffix else ''}县"
                yield Agency(f"{place}{bureau}", "我局", f"县{bureau}", place, "全局", False)


def _of_agency(
    edition: Edition, agency: Agency, number: int, words: dict[int, int], random: Random
) -> Iterator[Filed]:
    """An agency's reports. `words` has the words of the agency before it, by year."""
    layout = LAYOUT_LIST[number % len(LAYOUT_LIST)]
    quiet = number % 4 == 3
    figures: Figures | None = None
    other = dict(words)
    for year in YEARS:
        how = _spoilt(random, first=year == YEARS[0] or not other)
        words[year] = random.getrandbits(32)
        if how in ("copied", "borrowed"):
            words[year] = (words if how == "copied" else other)[year - 1]
        slip = random.randint(1, 3) if how == "carry-over" else 0
        figures = figures_for(edition, random, figures, quiet=quiet and not slip, slip=slip)
        draft, codes = (
            _draft(edition, year, agency, figures, words[year]),
            _LINKS.get(how, _NOTHING),
        )
        while how == "defect" and not codes:  # some defects do not fit a report
            draft = _draft(edition, year, agency, figures, words[year])
            planted = DEFECTS[random.choice(list(DEFECTS))](draft, random)
            codes = frozenset(planted.codes) if planted else _NOTHING
        path = f"{year}/{agency.name}{year}年度报告{layout.suffix}"
        yield Filed(path, encoded(lay_out(draft, layout).text, layout, random), codes)


def _spoilt(random: Random, *, first: bool) -> str:
    """What is wrong with a report, if anything; a first year has no links that can be wrong."""
    chance = random.random()
    if chance < 0.1:
        return "defect"
    if first or chance >= 0.25:
        return ""
    if chance < 0.175:  # 0.075 of two years in three: 1 in 20
        return random.choice(["copied", "borrowed"])
    return "carry-over"


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
