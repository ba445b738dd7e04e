"""Applications received and answered, reviews and litigation, in the accountings agencies use."""

from __future__ import annotations

from collections.abc import Iterator

from tests.accuracy.draft import Draft
from tests.accuracy.wordings.writer import Writer

_NUMERALS = "零一二三四五六七八九十"
_RESULTS = (
    ("予以公开", "granted"),
    ("部分公开", "partial"),
    ("不予公开", "denied"),
    ("无法提供", "unavailable"),
    ("不予处理", "rejected"),
    ("其他处理", "other"),
)


def results_of(draft: Draft) -> list[tuple[str, int]]:
    """What became of the applications, by the groups of table 三."""
    return [(name, draft.sum(start)) for name, start in _RESULTS]


class Applications(Writer):
    def paragraph(self) -> str:
        return self.lead() + self.received() + self.cases()

    def lead(self) -> str:
        return self.maybe(
            "畅通当面、信函、网络等申请渠道，规范登记、审核、办理、答复各环节。",
            "严格按照《条例》规定办理依申请公开事项，确保答复时限和内容合法合规。",
            "完善依申请公开工作机制，加强与申请人沟通，提高答复质量。",
        )

    def received(self) -> str:
        new, old = self.count("三.new_received.total"), self.count("三.carried_over.total")
        done, left = self.count("三.results_total.total"), self.count("三.carried_forward.total")
        if new == old == done == left == 0:
            return self.none()
        return self.random.choice([*self.some(new, old, done, left)])

    def none(self) -> str:
        year, short = self.year, self.agency.short
        return self.pick(
            f"{year}年，{short}未收到政府信息公开申请。",
            f"本年度{short}未收到公民、法人或其他组织提出的政府信息公开申请。",
            "全年共收到政府信息公开申请0件，办结0件。",
            f"截至{year}年12月31日，{short}未接收到公民、法人或其他社会组织提出的政府信息公开申请。",
            "全年未接到信息公开申请。",
            f"本年度{short}未收到申请人提出的依申请公开申请，故也未出现不予公开情况。",
            f"{year}年，{short}无依申请公开事项。",
            f"{year}年，{self.agency.named}共接收政府信息公开申请0件。",
            "全年新收政府信息公开申请数量0件，上年结转政府信息公开申请数量0件。",
            f"{year}年共收到、办理依申请公开0件，其中当面申请0件，信函申请0件，网上申请0件。",
            "全年未收到和处理政府信息公开申请，零报告。",
            "本年度没有收到任何形式的依申请公开申请，也无上年结转申请。",
            f"{year}年，{short}没有收到要求公开政府信息的申请。",
            "全年受理政府信息公开申请0件，予以公开0件，不予公开0件。",
            f"{year}年未收到依申请公开诉求。",
            f"{year}年政府信息公开申请数量为0。",
        )

    def some(self, new: int, old: int, done: int, left: int) -> Iterator[str]:
        """Every way to say it that fits these figures."""
        year, short = self.year, self.agency.short
        said = "、".join(f"{name}{count}件" for name, count in results_of(self.draft) if count)
        every = "，".join(f"{name}{count}件" for name, count in results_of(self.draft))
        people = self.count("三.new_received.natural_person")
        firms = new - people
        yield (
            f"{year}年，{short}新收政府信息公开申请{new}件，上年结转{old}件，办结{done}件，"
            f"结转下年度继续办理{left}件。"
        )
        yield f"全年共受理政府信息公开申请{new}件，上年结转{old}件；已办结{done}件，结转下年度{left}件。"
        yield f"本年度收到政府信息公开申请 {new + old} 件（含上年结转 {old} 件），答复 {done} 件。"
        yield f"{self.in_year()}新收到政府信息公开申请{new}件，答复{done}件，结转下年度继续办理{left}件。"
        yield f"{self.in_year()}应办理政府信息公开申请{new + old}件，办结{done}件。"
        yield f"{year}年全年共收到政府信息公开申请{new}份，均依法依规办理。"
        yield (
            f"{self.in_year()}共接到依申请公开申请{new}宗，上年结转办理{old}宗，年内共办结{done}宗，"
            f"结转下年度{left}宗。"
        )
        if new:
            yield (
                f"{self.in_year()}共受理政府信息公开申请{new}件，其中自然人{people}件，法人或其他组织"
                f"{firms}件。"
            )
            yield from self.with_last_year(new)
            yield from self.by_channel(new)
        if new and people:
            yield (
                f"{self.in_year()}新收政府信息公开申请{new}件，其中自然人申请{people}件，占"
                f"{self.percent(people, new)}。"
            )
        if done and said:
            yield f"{year}年，答复政府信息公开申请{done}件，其中{said}。"
            yield f"{self.in_year()}共办结政府信息公开申请{done}件：{every}。"
            yield (
                f"{self.in_year()}收到信息公开申请{new}件，上年度结转{old}件；{said}，结转下年继续办理"
                f"{left}件。"
            )
            yield (
                f"{self.in_year()}{self.agency.named}办理政府信息公开申请{done}件，办理结果为：{every}。"
            )
            granted = self.draft.sum("granted")
            if granted:
                yield (
                    f"所有{done}件答复件中，予以公开{granted}件，占{self.percent(granted, done)}；"
                    f"其余按规定办理。全年新收政府信息公开申请{new}件。"
                )
        if left == 0:
            yield f"{year}年，{short}收到政府信息公开申请{new}件，均已按时办结，无结转下年度办理的申请。"
            yield f"{self.in_year()}办理依申请公开{done}件，均已全部办结并予以答复。"
        else:
            yield (
                f"{self.in_year()}受理政府信息公开申请{new + old}件（含上年结转{old}件），办结{done}件，"
                f"另有{left}件结转{year + 1}年继续办理。"
            )
            yield f"{self.in_year()}收到政府信息公开申请{new}件，均在法定期限内答复。"
        if old:
            yield (
                f"{self.in_year()}受理政府信息公开申请{new}件，答复{done}件（含上年度结转{old}件，"
                f"另有{left}件顺延下年度）。"
            )
            yield f"{self.in_year()}新收政府信息公开申请{new}件，加上上年结转的{old}件，共应办理{new + old}件。"
        if 0 < new <= 10:
            yield f"{self.in_year()}共收到政府信息公开申请{_NUMERALS[new]}件，均依法办理。"

    def with_last_year(self, new: int) -> Iterator[str]:
        before = self.number(1, 60)
        if before != new:
            yield (
                f"{self.in_year()}共收到政府信息公开申请{new}件，比{self.year - 1}年（{before}件）"
                f"{self.grown(new, before)}。"
            )
            more = "增加" if new > before else "减少"
            yield (
                f"{self.in_year()}收到政府信息公开申请{new}件，较上年{more}{abs(new - before)}件，主要涉及"
                "征地拆迁、项目审批等事项。"
            )

    def by_channel(self, new: int) -> Iterator[str]:
        web = self.number(0, new)
        yield f"{self.in_year()}共收到政府信息公开申请{new}件，其中网上申请{web}件，信函申请{new - web}件。"
        yield f"{self.in_year()}收到政府信息公开申请{new}件，其中网络{web}件，当面{new - web}件，已依法处理。"

    def cases(self) -> str:
        review = self.count("四.review.total")
        direct = self.count("四.litigation_direct.total")
        after = self.count("四.litigation_after_review.total")
        if review == direct == after == 0:
            return self.pick(
                "未发生因政府信息公开引起的行政复议和行政诉讼。",
                "没有因政府信息公开申请引起的行政复议、行政诉讼。",
                "全年没有被申请行政复议和提起行政诉讼的情况。",
                "未发生由政府信息公开引发的行政复议、行政诉讼案件。",
                f"{self.year}年因政府信息公开引起的行政复议0件，行政诉讼0件。",
                "无因政府信息公开引发的行政复议、提起行政诉讼和申诉的情况。",
                "",
            )
        return self.random.choice([*self.some_cases(review, direct, after)])

    def some_cases(self, review: int, direct: int, after: int) -> Iterator[str]:
        suits = direct + after
        yield f"因政府信息公开工作引起行政复议{review}件、行政诉讼{suits}件。"
        yield f"全年发生政府信息公开行政复议 {review} 件，行政诉讼 {suits} 件。"
        yield f"引发行政复议{review}件，引发行政诉讼{suits}件。"
        yield (
            f"因政府信息公开被申请行政复议{review}件，被提起行政诉讼{suits}件（未经复议直接起诉{direct}件，"
            f"复议后起诉{after}件）。"
        )
        outcomes = [
            (name, self.count(f"四.review.{key}"))
            for name, key in (
                ("结果维持", "upheld"),
                ("结果纠正", "corrected"),
                ("其他结果", "other"),
                ("尚未审结", "pending"),
            )
        ]
        said = "，".join(f"{name}{count}件" for name, count in outcomes if count)
        if said:
            yield f"政府信息公开行政复议案件{review}件，其中{said}；政府信息公开行政诉讼案件{suits}件。"
            yield f"受理政府信息公开行政复议{review}件，{said}。"
        if not suits:
            yield f"因不服答复引起行政复议{review}件，未发生行政诉讼。"
        if not review:
            yield f"因政府信息公开引起行政诉讼{suits}件，无行政复议。"
