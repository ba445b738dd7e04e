"""What the agency published: totals, lists, shares, growth, and figures that count other things."""

from __future__ import annotations

from tests.accuracy.wordings.writer import Writer

_KINDS = (
    "工作动态",
    "政策文件",
    "公告公示",
    "财政信息",
    "人事信息",
    "行政执法信息",
    "重点领域信息",
    "部门动态信息",
    "建议提案办理结果",
    "规划计划",
)
_CHANNELS = ("政府网站", "微信公众号", "政务微博", "视频号", "今日头条号", "政务公开栏", "客户端")


class Disclosure(Writer):
    def paragraph(self) -> str:
        forms = (
            self.listed,
            self.listed,
            self.by_channel,
            self.by_channel,
            self.parallel,
            self.nested,
            self.shares,
            self.growth,
            self.open_list,
            self.plain,
        )
        lead = self.maybe(
            "坚持“以公开为常态、不公开为例外”，及时公开群众关心的信息。",
            "聚焦重点领域，持续拓展公开的广度和深度。",
            "严格落实主动公开基本目录，做到应公开尽公开。",
        )
        return lead + self.random.choice(forms)() + self.beside()

    def parts(self, names: tuple[str, ...], least: int = 2) -> list[tuple[str, int]]:
        chosen = self.random.sample(names, self.number(least, 4))
        high = self.random.choice([9, 90, 900])
        return [(name, self.number(1, high)) for name in chosen]

    def things(self) -> str:
        return self.pick("政府信息", "各类政府信息", "信息", "各类信息", "政务信息")

    def listed(self) -> str:
        parts = self.parts(_KINDS)
        total = sum(count for _, count in parts)
        unit = self.pick("条", "条", "篇", "件")
        items = [f"{name}{count}{unit}" for name, count in parts]
        text = self.pick("、", "，").join(items)
        year, things = self.year, self.things()
        return self.pick(
            f"全年通过政府门户网站主动公开{things}{total}{unit}，其中{text}。",
            f"{year}年共在门户网站发布{things}{total}{unit}，包括{text}。",
            f"本年度主动公开{things} {total} {unit}，其中，{text}。",
            f"{year}年，主动公开{things}{total}{unit}（其中：{text}）。",
            f"全年共公开{things}{total}{unit}，分别为{text}。",
            f"{year}年共主动公开{things}{total}{unit}，具体包括：{text}。",
            f"截至{year}年12月31日，{self.agency.short}累计主动公开{things}{total}{unit}。其中：{text}。",
        )

    def by_channel(self) -> str:
        parts = self.parts(_CHANNELS)
        total = sum(count for _, count in parts)
        through = "，".join(f"通过{name}公开{count}条" for name, count in parts)
        bare = "、".join(f"{name}{count}条" for name, count in parts)
        things = self.things()
        return self.pick(
            f"{self.in_year()}通过各类渠道主动公开{things}{total}条，其中{through}。",
            f"{self.in_year()}主动公开{things}共计{total}条，其中{bare}。",
            f"{self.in_year()}{through}，共计{total}条。",
            f"{self.in_year()}共发布{things}{total}条，{bare}。",
        )

    def parallel(self) -> str:
        first, second, third = self.random.sample(_KINDS, 3)
        a, b, c, rest = (self.number(3, 40) for _ in range(4))
        return (
            f"{self.year}年，{self.agency.short}发布各类信息{a + b + c + rest}篇，其中{first}、{second}、{third}栏目"
            f"各发布信息{a}篇、{b}篇、{c}篇，其他栏目发布信息{rest}篇。"
        )

    def nested(self) -> str:
        a, b, c, d = (self.number(3, 80) for _ in range(4))
        return self.pick(
            f"全年共公开政府信息{a + b + c + d}条，政府网站{a + b}条（其中政策文件{a}条，工作动态{b}条），"
            f"微信公众号{c}条，视频号{d}条。",
            f"{self.in_year()}主动公开政府信息{a + b + c}条。其中，门户网站公开{a + b}条，包括公告公示{a}条、"
            f"财政信息{b}条；微信公众号公开{c}条。",
        )

    def shares(self) -> str:
        a, b = self.number(20, 400), self.number(20, 400)
        places = self.number(0, 2)
        first, second = self.percent(a, a + b, places), self.percent(b, a + b, places)
        return self.pick(
            f"{self.in_year()}主动公开政府信息{a + b}条，其中门户网站公开{a}条，占{first}；微信公众号公开{b}条，占{second}。",
            f"{self.in_year()}共发布政府信息{a + b}条，其中政策文件{a}条，占比{first}，工作动态{b}条，占比{second}。",
        )

    def growth(self) -> str:
        now, before = self.number(60, 900), self.number(60, 900)
        before += now == before
        last = self.year - 1
        more = "增加" if now > before else "减少"
        grown, change = self.grown(now, before), abs(now - before)
        return self.pick(
            f"{self.in_year()}主动公开政府信息{now}条，比{last}年的{before}条{grown}。",
            f"{self.in_year()}主动公开政府信息{now}条，较上年（{before}条）{grown}。",
            f"{self.in_year()}共公开政府信息{now}条，比上年{more}{change}条。",
            f"{self.in_year()}主动公开政府信息{now}条，上年同期为{before}条，同比{grown}。",
            f"{self.in_year()}公开政府信息{now}条，{last}年公开{before}条，{more}{change}条。",
            f"{self.in_year()}发布政府信息{now}条，同比{grown}。",
        )

    def open_list(self) -> str:
        parts = self.parts(_KINDS)
        total = sum(count for _, count in parts) + self.number(1, 30)
        text = "、".join(f"{name}{count}条" for name, count in parts)
        return self.pick(
            f"{self.in_year()}公开政府信息{total}条，其中{text}等。",
            f"{self.in_year()}公开各类信息{total}条，主要包括{text}。",
            f"{self.in_year()}公开政府信息{total}条（含{text}）。",
            f"{self.in_year()}公开政府信息{total}余条，其中{text}。",
        )

    def plain(self) -> str:
        count = self.number(20, 3000)
        return self.pick(
            f"{self.in_year()}通过政府门户网站主动公开政府信息{count}条。",
            f"{self.in_year()}在网站发布政府信息{count}条，按照要求及时公开。",
            f"{self.in_year()}主动公开机构设置、财政预决算、工作动态等政府信息{count}条。",
            f"{self.in_year()}依托政务公开栏、微信群等渠道发布各类信息{count}余条。",
            f"{self.in_year()}主动公开政府信息近{count}条，发放宣传资料1.2万份。",
        )

    def beside(self) -> str:
        """Figures of the same words that count something else."""
        place, year = self.agency.place, self.year
        return self.maybe(
            f"“{place}发布”微信公众号发布信息{self.number(50, 999)}条。",
            f"制作图文解读{self.number(2, 20)}篇，视频解读{self.number(1, 5)}个。",
            f"办理12345政务服务便民热线工单{self.number(100, 900)}件，办结率100%。",
            f"公开{year}年部门预算和{year - 1}年部门决算。",
            f"公开行政许可信息{self.number(300, 900)}条、行政处罚信息{self.number(100, 200)}条。",
            "开展新闻发布会2场，在线访谈3期，民意征集5次。",
            f"公开人大代表建议和政协提案办理结果{self.number(2, 9)}件。",
            f"全年答复网民留言{self.number(10, 99)}条，受理群众来信来访{self.number(10, 99)}件次，均已办结。",
            "召开政府常务会议20次，审议议题160个。",
            f"网站总访问量达{self.number(2, 90)}.5万人次。",
            chance=0.6,
        )
