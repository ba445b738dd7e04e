"""A consistent report in random words: what its sentences count is what its tables count."""

from __future__ import annotations

from random import Random

from gpar_lint.format.edition import Edition
from tests.accuracy.draft import Agency, Draft, Part
from tests.support.layouts import consistent_figures

_PLACES = ("青禾", "松岭", "白塘", "望川", "柳泉", "石桥", "南浦", "云台")
_BUREAUS = (
    "水务局",
    "教育局",
    "财政局",
    "民政局",
    "交通运输局",
    "农业农村局",
    "文化和旅游局",
    "应急管理局",
)
_THEMES = ("农村供水", "义务教育", "惠农补贴", "社会救助", "农村公路", "安全生产", "营商环境")


def draw_agency(random: Random) -> Agency:
    """An invented agency."""
    place = random.choice(_PLACES)
    kind = random.randrange(5)
    if kind == 0:
        name = f"{place}县{random.choice(_PLACES)}镇人民政府"
        return Agency(name, "我镇", f"{place}县", True)
    if kind == 1:
        name = f"{place}县{random.choice(_PLACES)}街道办事处"
        return Agency(name, "我街道", f"{place}县", False)
    suffix = random.choice(["县", "县", "区", "市"])
    bureau = random.choice(_BUREAUS)
    return Agency(f"{place}{suffix}{bureau}", "我局", f"{place}{suffix}", False)


def draw(edition: Edition, year: int, random: Random) -> Draft:
    """A consistent report on a year."""
    figures = consistent_figures(edition, random)
    if random.random() < 0.3:
        figures = {cell: "0" if cell[0] in "三四" else text for cell, text in figures.items()}
    return write(Draft(edition, year, draw_agency(random), figures), random)


def write(draft: Draft, random: Random) -> Draft:
    """The draft with its parts written, in words drawn at random, about its figures."""
    writer = _Writer(draft, random)
    draft.parts = [
        Part("题", writer.title(), 1),
        Part("导言", writer.preamble()),
        Part("一", "一、总体情况", 2),
        Part("开头", writer.opening()),
        *writer.topics(),
        *writer.tables(),
        Part("五", "五、存在的主要问题及改进情况", 2),
        *writer.problems(),
        Part("六", "六、其他需要报告的事项", 2),
        Part("收费", writer.fees()),
        Part("联系", writer.contact()),
    ]
    return draft


class _Writer:
    def __init__(self, draft: Draft, random: Random) -> None:
        self.draft, self.random = draft, random
        self.agency, self.year = draft.agency, draft.year

    def pick(self, *choices: str) -> str:
        return self.random.choice(choices)

    def title(self) -> str:
        year = self.pick(f"{self.year}年", f" {self.year} 年")
        return f"{self.agency.name}{year}政府信息公开工作年度报告"

    def preamble(self) -> str:
        notice = self.draft.edition.notice
        title = notice.title.replace("《", "〈").replace("》", "〉")
        period = self.pick(
            f"本报告所列数据的统计期限自{self.year}年1月1日起至{self.year}年12月31日止。",
            f"本报告中所列数据的统计期限从{self.year}年1月1日到12月31日。",
            f"本报告数据统计期为{self.year}年1月1日至{self.year}年12月31日。",
        )
        online = self.pick(
            f"本报告的电子版可在{self.agency.place}人民政府门户网站（http://www.example.gov.cn）下载。",
            f"本报告在{self.agency.place}人民政府门户网站全文公开。",
            f"本报告电子版可从{self.agency.place}人民政府网站（www.example.gov.cn）查阅或下载。",
        )
        return (
            f"根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和《{title}》"
            f"（{notice.number}）要求，{self.pick('现发布', '现公布')}{self.agency.name}{self.year}年"
            f"政府信息公开工作年度报告。{period}{online}"
        )

    def opening(self) -> str:
        return (
            f"{self.year}年，{self.agency.short}认真贯彻落实《条例》，围绕{self.random.choice(_THEMES)}等"
            f"重点工作，{self.pick('扎实推进', '稳步做好', '持续深化')}政府信息公开工作。"
        )

    def topics(self) -> list[Part]:
        style = self.random.choice(["（一）主动公开。", "（一）主动公开情况。"])
        ending = style[len("（一）主动公开") :]
        texts = {
            "主动公开": self.disclosure(),
            "依申请公开": self.applications(),
            "政府信息管理": self.management(),
            "政府信息公开平台建设": self.platforms(),
            "监督保障": self.supervision(),
        }
        parts = []
        for number, (name, text) in zip("一二三四五", texts.items(), strict=True):
            parts.append(Part(name, f"（{number}）{name}{ending}{text}"))
        return parts

    def disclosure(self) -> str:
        kinds = self.random.sample(["工作动态", "政策文件", "公告公示", "财政信息", "人事信息"], 3)
        counts = [self.random.randint(2, 90) for _ in kinds]
        total = sum(counts)
        listed = self.pick("、", "，").join(
            f"{kind}{count}条" for kind, count in zip(kinds, counts, strict=True)
        )
        lead = self.pick(
            f"全年通过政府门户网站主动公开政府信息{total}条，其中{listed}。",
            f"{self.year}年共在门户网站发布政府信息{total}条，包括{listed}。",
            f"本年度主动公开政府信息 {total} 条，其中，{listed}。",
        )
        return lead + self.pick("", f"“{self.agency.place}发布”微信公众号发布信息{total + 31}条。")

    def applications(self) -> str:
        count = self.draft.count
        new, old = count("三.new_received.total"), count("三.carried_over.total")
        done, left = count("三.results_total.total"), count("三.carried_forward.total")
        if new == old == done == 0:
            received = self.pick(
                f"{self.year}年，{self.agency.short}未收到政府信息公开申请。",
                f"本年度{self.agency.short}未收到公民、法人或其他组织提出的政府信息公开申请。",
                "全年共收到政府信息公开申请0件，办结0件。",
            )
        else:
            received = self.pick(
                f"{self.year}年，{self.agency.short}新收政府信息公开申请{new}件，上年结转{old}件，"
                f"办结{done}件，结转下年度继续办理{left}件。",
                f"全年共受理政府信息公开申请{new}件，上年结转{old}件；已办结{done}件，结转下年度{left}件。",
                f"本年度收到政府信息公开申请 {new + old} 件（含上年结转 {old} 件），答复 {done} 件。",
                self.results(done),
            )
        return received + self.cases()

    def results(self, done: int) -> str:
        count = self.draft.count
        granted, partial = count("三.granted.total"), count("三.partial.total")
        return f"{self.year}年，答复政府信息公开申请{done}件，其中予以公开{granted}件、部分公开{partial}件。"

    def cases(self) -> str:
        count = self.draft.count
        review = count("四.review.total")
        suits = count("四.litigation_direct.total") + count("四.litigation_after_review.total")
        if review == suits == 0:
            return self.pick(
                "未发生因政府信息公开引起的行政复议和行政诉讼。",
                "没有因政府信息公开申请引起的行政复议、行政诉讼。",
            )
        return self.pick(
            f"因政府信息公开工作引起行政复议{review}件、行政诉讼{suits}件。",
            f"全年发生政府信息公开行政复议 {review} 件，行政诉讼 {suits} 件。",
        )

    def management(self) -> str:
        text = self.pick(
            "严格执行“三审三校”制度，做好公文公开属性源头认定和保密审查。",
            "健全政府信息动态管理机制，定期清理政策文件，规范信息发布流程。",
        )
        figures = self.draft.figures
        if self.draft.edition.name == "2021" and self.random.random() < 0.6:
            made, void, valid = (
                figures[f"二.normative_documents.{key}"]
                for key in ("issued", "repealed", "in_force")
            )
            text += f"全年制发行政规范性文件{made}件，废止{void}件，现行有效{valid}件。"
        return text

    def platforms(self) -> str:
        return self.pick(
            "依托政府门户网站政府信息公开专栏和政务新媒体发布信息，安排专人维护栏目。",
            "优化门户网站栏目设置，加强微信公众号管理，方便群众查阅。",
        )

    def supervision(self) -> str:
        times = self.random.randint(1, 5)
        return self.pick(
            f"将政府信息公开工作纳入年度考核，组织业务培训{times}次，未发生责任追究情形，主动接受社会评议。",
            f"明确分管领导和责任科室，开展业务培训{times}次，落实工作考核、社会评议和责任追究制度。",
        )

    def tables(self) -> list[Part]:
        parts = []
        for chapter in self.draft.edition.chapters:
            if chapter.table:
                parts.append(Part(chapter.number, f"{chapter.number}、{chapter.title}", 2))
                parts.append(Part(f"表{chapter.table}", ""))
        return parts

    def problems(self) -> list[Part]:
        problem = self.pick(
            "存在的主要问题：一是部分栏目更新不够及时；二是解读形式比较单一。",
            "政府信息公开工作还存在一些不足：一是公开内容还不够全面；二是业务能力有待提升。",
        )
        plan = self.pick(
            "改进情况：一是健全信息更新提醒机制；二是丰富解读形式。",
            "下一步改进措施：一是细化公开目录，二是加强业务培训。",
        )
        return [Part("问题", problem), Part("改进", plan)]

    def fees(self) -> str:
        if self.draft.edition.name == "2019":
            return self.pick("无其他需要报告的事项。", "本年度没有其他需要报告的事项。")
        return self.pick(
            f"{self.year}年，{self.agency.short}未收取信息处理费。",
            f"本年度{self.agency.short}没有收取信息处理费用。",
            f"{self.year}年发出收费通知0件，收取信息处理费0元。",
        )

    def contact(self) -> str:
        phone = self.pick("0578-5550126", "0578-5550126", "05785550126", "（0578）5550126")
        return (
            f"如对本报告有{self.pick('疑问', '任何疑问', '意见建议')}，请与{self.agency.name}"
            f"{self.pick('办公室', '')}联系（地址：{self.agency.place}文昌路{self.random.randint(1, 99)}号；"
            f"邮编：3239{self.random.randint(10, 99)}；电话：{phone}）。"
        )
