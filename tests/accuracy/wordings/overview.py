"""The other topics of the overview, and how topics are headed."""

from __future__ import annotations

from collections.abc import Mapping

from tests.accuracy.draft import Part
from tests.accuracy.wordings.writer import Writer

TOPICS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
FREE_HEADINGS = {
    "主动公开": ("扎实推进主动公开", "深化重点领域信息公开", "持续做好主动公开"),
    "依申请公开": ("规范办理依申请公开", "依法办理政府信息公开申请"),
    "政府信息管理": ("加强政府信息管理", "强化政府信息规范管理"),
    "政府信息公开平台建设": ("加强公开平台建设", "抓好政府信息公开平台建设"),
    "监督保障": ("强化监督保障", "做好监督保障工作"),
}


class Overview(Writer):
    def topics(self, texts: Mapping[str, str]) -> list[Part]:
        """The five topics, headed in one of the manners of real reports."""
        manner = self.random.randrange(9)
        ending = self.pick("", "", "情况", "方面")
        parts: list[Part] = []
        for place, name in enumerate(TOPICS):
            numeral = "一二三四五"[place]
            text = texts[name]
            if manner in (0, 1, 2):
                parts.append(Part(name, f"（{numeral}）{name}{ending}。{text}"))
            elif manner == 3:
                parts.append(Part(f"{name}标题", f"（{numeral}）{name}{ending}", 3))
                parts.append(Part(name, text))
            elif manner == 4:
                parts.append(Part(name, f"{place + 1}.{name}{ending}。{text}"))
            elif manner == 5:
                parts.append(Part(name, f"({numeral}){name}{ending}：{text}"))
            elif manner == 6:
                parts.append(
                    Part(f"{name}标题", f"（{numeral}）{self.pick(*FREE_HEADINGS[name])}", 3)
                )
                parts.append(Part(name, text))
            elif manner == 7:
                parts.append(Part(name, f"{name}{ending or '方面'}。{text}"))
            else:
                parts.append(Part(name, f"（{numeral}）{self.pick(*FREE_HEADINGS[name])}。{text}"))
        return parts

    def management(self) -> str:
        text = self.pick(
            "严格执行“三审三校”制度，做好公文公开属性源头认定和保密审查。",
            "健全政府信息动态管理机制，定期清理政策文件，规范信息发布流程。",
            "落实“先审查、后公开”和“谁提供、谁负责”的原则，健全信息公开保密审查制度。",
            "完善政府信息公开指南和目录，对已公开信息开展“回头看”，及时更新失效内容。",
            "一是规范公文属性标注，从源头做好公开属性审核；二是加强政府信息动态管理，开展文件清理。",
            "加强政府信息全生命周期管理，信息发布实行“四级审核”，确保“涉密信息不上网、上网信息不涉密”。",
        )
        return text + self.documents() + self.powers()

    def documents(self) -> str:
        if self.draft.edition.name != "2021" or self.random.random() < 0.4:
            return ""
        figures = self.draft.figures
        made, void, valid = (
            figures[f"二.normative_documents.{key}"] for key in ("issued", "repealed", "in_force")
        )
        return self.pick(
            f"全年制发行政规范性文件{made}件，废止{void}件，现行有效{valid}件。",
            f"{self.year}年，制定行政规范性文件{made}件，废止行政规范性文件{void}件。",
            f"截至年底，现行有效行政规范性文件{valid}件，本年新制发{made}件。",
            f"本年度共制发行政规范性文件 {made} 件、废止 {void} 件，目前现行有效 {valid} 件。",
        )

    def powers(self) -> str:
        if self.draft.edition.name != "2021" or self.random.random() < 0.6:
            return ""
        figures = self.draft.figures
        licences, penalties, coercion = (
            figures[f"二.{row}.decisions"] for row in ("licences", "penalties", "coercion")
        )
        fees = figures["二.fees.amount"]
        return self.pick(
            f"作出行政许可决定{licences}件、行政处罚决定{penalties}件、行政强制决定{coercion}件。",
            f"全年办理行政许可{licences}件，行政处罚{penalties}件。",
            f"全年作出行政许可处理决定{licences}件，行政处罚处理决定{penalties}件，行政强制处理决定"
            f"{coercion}件，行政事业性收费{fees}万元。",
        )

    def platforms(self) -> str:
        place = self.agency.place
        return self.pick(
            "依托政府门户网站政府信息公开专栏和政务新媒体发布信息，安排专人维护栏目。",
            "优化门户网站栏目设置，加强微信公众号管理，方便群众查阅。",
            f"“{place}发布”微信公众号关注人数{self.number(1000, 9000)}人，累计阅读量超10万次，全年推送信息"
            f"{self.number(100, 600)}条。",
            "建设政务公开专区3个，设置查阅点5处，配备电脑、展架等设施。",
            "一是做好政府网站日常监测，开展自查12次，整改问题5个；二是规范政务新媒体运行，关停账号1个。",
            "完成政府网站集约化改造，新增“政策问答”栏目，全年网站访问量达12.6万人次，同比增长8.3%。",
        )

    def supervision(self) -> str:
        times, year = self.number(1, 5), self.year
        people = self.number(20, 200)
        return self.pick(
            f"将政府信息公开工作纳入年度考核，组织业务培训{times}次，未发生责任追究情形，主动接受社会评议。",
            f"明确分管领导和责任科室，开展业务培训{times}次，落实工作考核、社会评议和责任追究制度。",
            f"成立政务公开工作领导小组，召开专题会议{times}次，开展培训{times}场次、{people}人次；社会评议"
            "结果良好，未出现被追究责任的情况。",
            f"制定{year}年政务公开工作要点，分解任务{people}项，将考核结果纳入绩效考核，社会评议满意度"
            "达98.6%，全年无责任追究。",
            f"全年开展监督检查{times}次，发现并整改问题{times + 3}个；落实社会评议制度，没有因政府信息公开工作"
            "被追究责任的情形，工作考核为优秀等次。",
            f"组织对{people}家单位开展政务公开考核，考核结果占绩效分值4%，开展社会评议，{year}年未发生责任追究"
            "事件。",
        )

    def distraction(self) -> str:
        """A sentence whose figures have nothing to do with the tables."""
        year = self.year
        return self.pick(
            f"全年办理12345热线工单{self.number(50, 500)}件，按时办结率100%。",
            f"受理群众信访事项{self.number(5, 50)}件，办结{self.number(1, 5)}件。",
            f"办理人大代表建议{self.number(3, 20)}件、政协提案{self.number(3, 20)}件，全部按时答复。",
            f"{year - 1}年度政务公开考核中发现的问题已全部整改到位。",
            f"按照《{self.agency.place}{year}年政务公开工作要点》要求，逐项抓好落实。",
            "开展“政府开放日”活动2次，邀请群众代表30余人次参加。",
            "转办上级部门移交的事项4件。",
            "全年受理行政复议申请以外的咨询电话120余次。",
            f"召开{year}年第一次政务公开联席会议，参会45人。",
            "公开“双随机、一公开”抽查结果18批次。",
        )
