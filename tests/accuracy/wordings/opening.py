"""Title, preamble, how the overview begins."""

from __future__ import annotations

from tests.accuracy.draft import Part
from tests.accuracy.wordings.writer import Writer

_THEMES = (
    "农村供水",
    "义务教育",
    "惠农补贴",
    "社会救助",
    "农村公路",
    "安全生产",
    "营商环境",
    "养老服务",
    "重大建设项目",
)


class Opening(Writer):
    def title(self) -> str:
        name, year = self.agency.name, self.year
        return self.pick(
            f"{name}{year}年政府信息公开工作年度报告",
            f"{name} {year} 年政府信息公开工作年度报告",
            f"{name}\n{year}年政府信息公开工作年度报告",
            f"{name}{year}年度政府信息公开工作年度报告",
            f"{year}年{name}政府信息公开工作年度报告",
            f"{name}关于{year}年政府信息公开工作年度报告",
            f"{name}政府信息公开工作年度报告（{year}年）",
        )

    def preamble(self) -> list[Part]:
        """One paragraph or several; the period is always in it."""
        pieces = [self.basis(), self.list_of_parts(), self.period(), self.online()]
        if self.random.random() < 0.3:
            first, *others = [piece for piece in pieces if piece]
            return [Part("导言", first + "".join(others[:-1])), Part("导言二", others[-1])]
        return [Part("导言", "".join(pieces))]

    def basis(self) -> str:
        name, year = self.agency.name, self.year
        act = self.pick(
            "《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）",
            "《中华人民共和国政府信息公开条例》（以下简称《条例》）",
            "《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号，以下简称《条例》）",
            "新修订的《中华人民共和国政府信息公开条例》（国务院令第 711 号，以下简称“《条例》”）",
            "《中华人民共和国政府信息公开条例》（以下简称《条例》）第四十九条、第五十条规定",
        )
        notice = self.notice()
        report = self.pick(
            f"{name}{year}年政府信息公开工作年度报告", f"《{name}{year}年政府信息公开工作年度报告》"
        )
        return self.pick(
            f"根据{act}和{notice}要求，现发布{report}。",
            f"按照{act}、{notice}的要求，现公布{report}。",
            f"本报告根据{act}和{notice}规定，由{name}编制。",
            f"依据{act}有关规定和{notice}要求，结合{self.agency.named}工作实际，编制本年度报告。",
            f"根据{act}、{notice}等文件要求，现将{name}{year}年政府信息公开工作情况报告如下。",
            f"为贯彻落实{act}和{notice}，特向社会公布{report}。",
        )

    def notice(self) -> str:
        notice = self.draft.edition.notice
        inner = notice.title.replace("《", "〈").replace("》", "〉")
        full = f"《{inner}》（{notice.number}）"
        if self.draft.edition.name == "2019":
            return full
        return self.pick(
            full,
            full,
            f"《{inner}》（国办公开办函〔2021〕30 号）",
            f"《中华人民共和国政府信息公开工作年度报告格式》（{notice.number}）",
            "《国务院办公厅政府信息与政务公开办公室关于印发<中华人民共和国政府信息公开工作年度报告格式>"
            f"的通知》（{notice.number}）",
        )

    def list_of_parts(self) -> str:
        listed = self.pick(
            "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、"
            "行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项",
            "总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议和"
            "行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项",
            "总体情况、行政机关主动公开政府信息情况、行政机关收到和处理政府信息公开申请情况、因政府"
            "信息公开工作被申请行政复议和提起行政诉讼情况、政府信息公开工作存在的主要问题及改进情况、"
            "其他需要报告的事项",
        )
        return self.maybe(
            f"全文包括{listed}六个部分。",
            f"本报告由{listed}等六部分组成。",
            f"报告内容包括{listed}。",
            f"全文共六个部分：{listed}。",
            f"报告共分六部分，包括{listed}。",
            chance=0.4,
        )

    def period(self) -> str:
        year = self.year
        return self.pick(
            f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
            f"本报告中所列数据的统计期限从{year}年1月1日到12月31日。",
            f"本报告数据统计期为{year}年1月1日至{year}年12月31日。",
            f"本年度报告中所列数据统计期限为{year}年1月1日至12月31日止。",
            f"报告中所列数据的统计期限自 {year} 年 1 月 1 日始至 {year} 年 12 月 31 日止。",
            f"本报告统计数据从{year}年1月1日—{year}年12月31日。",
            f"数据统计时限：{year}年1月1日-12月31日。",
            f"报告中所涉及的数据核定时间点为{year}年12月31日。",
            f"除特别说明外，本报告所列数据的统计时间段为{year}年1月1日至12月31日。",
        )

    def online(self) -> str:
        place = self.agency.place
        return self.pick(
            f"本报告的电子版可在{place}人民政府门户网站（http://www.example.gov.cn）下载。",
            f"本报告在{place}人民政府门户网站全文公开。",
            f"本报告电子版可从{place}人民政府网站（www.example.gov.cn）查阅或下载。",
            f"公众可通过{place}人民政府门户网站政府信息公开专栏查阅本报告，网址为"
            "https://www.example.gov.cn/zwgk/nb/。",
            f"本年度报告电子版可在{place}政府网“政府信息公开年报”栏目下载查询。",
        )

    def opening(self) -> str:
        short, theme = self.agency.short, self.random.choice(_THEMES)
        year, leaders = self.year, self.pick("上级党委、政府", "县委、县政府")
        return self.pick(
            f"{year}年，{short}认真贯彻落实《条例》，围绕{theme}等重点工作，扎实推进政府信息公开工作。",
            f"{year}年，{self.agency.named}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的"
            f"二十大精神，在{leaders}的坚强领导下，聚焦{theme}，不断提升政务公开质效。",
            f"{year}年以来，{short}坚持“以公开为常态、不公开为例外”，紧扣{theme}等群众关切，稳步做好政府"
            "信息公开各项工作。",
            f"{year}年度，{short}严格按照《条例》要求，健全机制，强化落实，较好地完成了各项任务。现将有关"
            "情况报告如下：",
            f"一年来，{short}在{leaders}的正确领导下，持续加大公开力度，保障公众的知情权、参与权、表达权和"
            "监督权。",
        )
