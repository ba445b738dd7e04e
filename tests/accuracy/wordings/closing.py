"""Chapters five and six: problems, improvements, fees, contact, signature."""

from __future__ import annotations

from tests.accuracy.draft import Part
from tests.accuracy.wordings.writer import Writer

_DIGITS = "〇一二三四五六七八九"


class Closing(Writer):
    def problems(self) -> list[Part]:
        """Problems and improvements, as one or two paragraphs, under headings or without."""
        problem, better = self.problem(), self.improvement()
        style = self.random.randrange(5)
        if style == 0:
            return [
                Part("问题标题", "（一）存在的主要问题", 3),
                Part("问题", problem),
                Part("改进标题", "（二）改进情况", 3),
                Part("改进", better),
            ]
        if style == 1:
            return [
                Part("问题", f"（一）存在问题。{problem}"),
                Part("改进", f"（二）改进措施。{better}"),
            ]
        lead, then = self.pick(
            "存在的主要问题：|改进情况：",
            "政府信息公开工作还存在一些不足：|下一步改进措施：",
            f"{self.year}年，{self.agency.short}政府信息公开工作取得了一定成效，但仍存在一些问题，主要表现"
            "在：|针对以上问题，下一步将从以下几方面改进：",
            "目前工作中的短板：|针对上述问题，主要采取了以下改进措施：",
            "主要问题。|改进情况。",
        ).split("|")
        return [Part("问题", lead + problem), Part("改进", then + better)]

    def problem(self) -> str:
        return self.pick(
            "一是部分栏目更新不够及时；二是解读形式比较单一。",
            "一是公开内容还不够全面；二是业务能力有待提升；三是宣传力度不足。",
            "一是个别科室对信息公开工作认识不到位，主动公开意识不强。二是政策解读以文字为主，形式不够丰富。",
            "一是信息公开的时效性有待加强，二是专业人员不足，三是与群众互动不够。",
            "一是公开深度不够，与群众期待还有差距；二是政务新媒体影响力有限，关注人数偏少。",
        )

    def improvement(self) -> str:
        next_year = self.year + 1
        return self.pick(
            "一是健全信息更新提醒机制；二是丰富解读形式。",
            "一是细化公开目录，二是加强业务培训，全年组织培训不少于2次。",
            "一是强化学习，提高思想认识。二是创新形式，运用图解、短视频等方式解读政策。三是加强督查，压实"
            "责任。",
            f"{next_year}年，{self.agency.short}将完善工作机制，充实工作力量，力争主动公开信息200条以上。",
            f"一是加强统筹，把政务公开列入{next_year}年重点工作；二是加强平台管理，做好日常巡查。",
        )

    def remarks(self) -> list[Part]:
        """Chapter six: the fee statement, other matters, the contact."""
        parts = [Part("收费", self.fees())]
        if self.random.random() < 0.3:
            parts.append(Part("其他事项", self.other_matters()))
        return parts

    def fees(self) -> str:
        year, short = self.year, self.agency.short
        if self.draft.edition.name == "2019":
            return self.pick("无其他需要报告的事项。", "本年度没有其他需要报告的事项。", "无。")
        return self.pick(
            f"{year}年，{short}未收取信息处理费。",
            f"本年度{short}没有收取信息处理费用。",
            f"{year}年发出收费通知0件，收取信息处理费0元。",
            f"依据《政府信息公开信息处理费管理办法》，{year}年{short}未产生信息处理费。",
            f"（一）收取信息处理费情况。{year}年度，{short}依申请公开信息处理费为0元。",
            "本年度无收取信息处理费情况，无其他需要报告的事项。",
            f"{short}{year}年度未向申请人收取任何费用。",
            "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）"
            f"规定，{year}年{short}未收取信息处理费。",
            f"{year}年{short}不存在信息公开收费情况。",
            f"{year}年，{short}发出信息处理费收费通知1件，总金额40元，实际收取信息处理费40元。",
        )

    def other_matters(self) -> str:
        year = self.year
        return self.pick(
            f"{year}年，共承办人大代表建议12件、政协提案8件，均已办结并按要求公开。",
            f"落实{year}年政务公开工作要点情况：各项任务均已完成。",
            f"{year}年收到人大代表建议3件，政协提案5件，办复率100%，满意率100%。",
            "政务公开创新情况：建设政务公开专区2个，编印办事指南30余种。",
        )

    def contact(self) -> str:
        name, place = self.agency.name, self.agency.place
        phone = self.pick(
            "0578-5550126",
            "05785550126",
            "（0578）5550126",
            "0578 5550126",
            "0578-5550126、5550127",
            "5550126",
        )
        post = f"3239{self.number(10, 99)}"
        street = f"{place}文昌路{self.number(1, 99)}号"
        doubt = self.pick("疑问", "任何疑问", "意见建议", "疑问和建议", "疑义")
        office = (
            "" if name.endswith("办公室") else self.pick("办公室", "", "政务公开办公室", "综合科")
        )
        mail = self.maybe("；电子邮箱：xxgk@example.gov.cn", "；邮箱：qhx_gk@126.com")
        return self.pick(
            f"如对本报告有{doubt}，请与{name}{office}联系（地址：{street}；邮编：{post}；电话：{phone}{mail}）。",
            f"如对本报告有{doubt}，请联系{name}{office}（地址：{street}；邮政编码：{post}；联系电话：{phone}）。",
            f"如对报告有{doubt}，请与{name}{office}联系。地址：{street}，邮编：{post}，电话：{phone}。",
            f"如对本报告内容有{doubt}，请径与{name}{office}联系，联系电话：{phone}。",
            f"联系方式：{name}{office}，地址：{street}，邮编：{post}，电话：{phone}，传真：0578-5550127。",
            f"公众对本年度报告有{doubt}的，可与{name}{office}联系（电话：{phone}；邮编：{post}{mail}）。",
        )

    def signature(self) -> list[Part]:
        """The agency's name and the date, where the report has them."""
        if self.random.random() < 0.5:
            return []
        day = self.number(5, 30)
        year = self.year + 1
        chinese = "".join(_DIGITS[int(digit)] for digit in str(year))
        date = self.pick(
            f"{year}年1月{day}日", f"{year} 年 1 月 {day} 日", f"{chinese}年一月二十日"
        )
        return [Part("落款", self.agency.name), Part("日期", date)]
