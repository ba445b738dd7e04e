"""C432: another agency's name where the report speaks of its own."""

from __future__ import annotations

from collections.abc import Iterator

from gpar_lint.checks.context import Context
from gpar_lint.checks.finding import Finding
from gpar_lint.checks.sentences import Sentence, find_sentences
from gpar_lint.checks.vocabulary import vocabulary
from gpar_lint.format.catalogue import Rule
from gpar_lint.report.agency import Agency, describe_agency, short_names
from gpar_lint.text.patterns import regex

_NAME = r"(?P<name>[^，,。;:、()《》〈〉“”0-9]{3,30}?)"
_ANNOUNCED = regex(
    rf"(?:现将|现发布|现公布|发布|公布|编制|形成|制作)(?:了)?《?(?:本年度)?{_NAME}"
    r"(?:20[0-9]{2}年|关于20[0-9]{2}年|年度)"
)
_CONTACT = regex(
    rf"(?:请与|请联系|请向|请致电|联系单位:|联系部门:|联系方式:|可与|径与|直接与){_NAME}"
    r"(?=联系|咨询|反映|[，,。;(]|办公室|$)"
)
_FEE = regex(
    rf"(?:^|[，,。])(?:(?:20[0-9]{{2}}年度?|本年度|全年)[，,]?)?{_NAME}"
    r"(?:均|也|共|暂|并)?(?:未|没有|无|不存在|收取|共收取)[^。;]{0,16}(?:信息处理费|信息公开收费)"
)
_ALIKE = 0.5  # of the shorter name's characters: with more in common, it may be a short form
_SPOKEN = ("我", "本", "全", "各", "该")  # 我街道, 本委 and 全镇 name nobody
_TOWNS = ("镇", "乡", "镇人民政府", "乡人民政府", "镇政府", "乡政府")


def check_agency_name(context: Context, rule: Rule) -> Iterator[Finding]:
    """C432: names in preamble, fee and contact statement; what the text calls itself."""
    if not context.report.agency:
        return
    checker = _Checker(context)
    called: set[str] = set()
    for sentence in context.once(find_sentences):
        for name, start, end in checker.names(sentence):
            values = {"agency": context.report.agency, "name": name}
            yield Finding(rule.code, sentence.content.span(start, end), values)
        for name, start, end in checker.calls(sentence):
            if name not in called:
                called.add(name)
                values = {"agency": context.report.agency, "name": name}
                span = sentence.content.span(start, end)
                yield Finding(rule.code, span, values, text="self")


class _Checker:
    def __init__(self, context: Context) -> None:
        facts = context.rulebook.vocabulary["agency"]
        words = vocabulary(context, "claim-agencies")
        self._agency = describe_agency(context.report.agency, facts)
        self._known = (self._agency.name, *short_names(self._agency, facts))
        self._not_self = words.table("not_self").strings(_kind(self._agency))
        self._inner = words.table("inner").strings("words")
        self._endings = words.table("names").strings("endings")
        self._superior = words.table("names").strings("superior")

    def names(self, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
        """The names of other agencies where the report's own is due."""
        text, chapter = sentence.text, sentence.passage.chapter
        patterns = []
        if chapter is None and "报告" in text:
            patterns.append(_ANNOUNCED)
        if "联系" in text or "咨询" in text:
            patterns.append(_CONTACT)
        if "费" in text and ("信息处理" in text or "信息公开收" in text):
            patterns.append(_FEE)
        for pattern in patterns:
            found = pattern.search(text)
            name = _without(found["name"], self._inner) if found else ""
            if found and self._is_another(name):
                yield name, found.start("name"), found.start("name") + len(name)

    def calls(self, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
        """What the text calls itself and cannot be."""
        text = sentence.nameless
        if "我" not in text and "本" not in text:
            return
        for name in self._not_self:
            start = sentence.text.find(name)
            if start >= 0 and name in text and not _is_within_word(sentence.text, start, name):
                yield name, start, start + len(name)

    def _is_another(self, bare: str) -> bool:
        """Whether a name is surely another agency's: short forms and higher organs are not."""
        if bare.startswith(_SPOKEN):
            return False
        if not bare.endswith(self._endings) or any(word in bare for word in self._superior):
            return self._is_another_town(bare)
        return not self._is_own(bare)

    def _is_another_town(self, name: str) -> bool:
        return name.endswith(_TOWNS) and not self._is_own(name)

    def _is_own(self, name: str) -> bool:
        if any(name in known or known in name for known in self._known):
            return True
        own, other = _core(self._agency.own or self._agency.name), _core(name)
        for place in self._agency.places:
            other = other.removeprefix(place)
        if not self._agency.own:
            own = _core(self._agency.name)
        shared = len(set(own) & set(other))
        return not other or shared > _ALIKE * min(len(set(own)), len(set(other)))


def _is_within_word(text: str, start: int, name: str) -> bool:
    """Whether a name is but part of other words: 自我局限, 我乡村振兴."""
    following = text[start + len(name) :]
    return text[start - 1 : start] == "自" or following.startswith(("村", "土", "限"))


def _kind(agency: Agency) -> str:
    if agency.kind == "government" and agency.rank == "town":
        return "town"
    return agency.kind or ""


def _without(name: str, inner: tuple[str, ...]) -> str:
    for word in sorted(inner, key=len, reverse=True):
        name = name.removesuffix(word)
    return name


def _core(name: str) -> str:
    """A name without its common endings: what tells it from others."""
    for ending in ("街道办事处", "人民政府", "委员会", "局", "委", "厅", "镇", "乡", "街道"):
        name = name.removesuffix(ending)
    return name
