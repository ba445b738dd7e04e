"""Lines that are no text: page numbers, rules, pictures, what a web site writes around a text."""

from __future__ import annotations

import re

from gpar_lint.text.folding import fold
from gpar_lint.text.patterns import regex

_NUMBER = "[0-9]{1,4}"
_PAGE_NUMBER = regex(
    rf"[-—–─~·•.]{{1,3}} *{_NUMBER} *[-—–─~·•.]{{1,3}}"  # - 1 -, — 2 —
    rf"|第 *(?:{_NUMBER}|[一二三四五六七八九十]{{1,4}}) *页(?: *[,，/、]? *共 *{_NUMBER} *页)?"
    rf"|共 *{_NUMBER} *页 *[,，/、]? *第 *{_NUMBER} *页"
    rf"|(?:page|p\.?) *{_NUMBER}(?: *(?:of|/) *{_NUMBER})?",
    re.IGNORECASE,
)
_STARTS = frozenset("-—–─~·•.第共pP")  # of page numbers
_RULE_CHARS = "-=_*~—–─━═＿－＝"
_PICTURE = regex(
    r"!\[[^\[\]]*\]\([^()]*\)"
    r"|<img\b[^<>]*>"
    r"|[\[【](?:[^\[\]【】]{0,6}图片|图|image)[0-9]{0,3}[\]】]",
    re.IGNORECASE,
)
# What a site says of a document, with a colon behind it, or of itself.
_LABELS = (
    "索引号|信息索引号|信息索引|信息分类|主题分类|体裁分类|公文种类|文种|组配分类|信息名称|名称|标题"
    "|发布机构|发布单位|发文机关|发文单位|公开主体|公开机构|公开方式|公开范围|公开形式|公开程序|公开时限"
    "|公开日期|公开时间|公开责任部门|发布日期|发布时间|发文日期|成文日期|成文时间|生成日期|生效日期|生效时间"
    "|废止日期|有效性|更新日期|更新时间|日期|时间|发文字号|文号|关键词|主题词|内容概述|内容摘要|来源"
    "|信息来源|稿件来源|文章来源|作者|编辑|责任编辑|审核|浏览次数|浏览量|阅读次数|阅读量|点击数|点击率"
    "|点击量|访问量|访问次数|浏览|阅读|点击|字号|字体|字体大小|字体显示|视力保护色|保护视力色|分享|分享到"
    "|当前位置|您所在的位置|您现在的位置|您的位置|您当前的位置|所在位置|现在位置|上一篇|上一条|下一篇"
    "|下一条|主办|主办单位|承办|承办单位|协办单位|版权所有|技术支持|网站标识码|政府网站标识码|备案号"
    "|联系我们|附件下载|相关附件|相关链接|相关文章|相关阅读"
)
_TIME = "[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
_LABEL = regex(rf"(?:{_TIME})?[\[【(]?(?:{_LABELS})[\]】)]?[:>]")
_LABEL_ALONE = regex(rf"[\[【(]?(?:{_LABELS})[\]】)]?")
# What no document says, and what a site says in lines that are no sentences.
_NEVER_SAID = regex(
    r"ICP备|公网安备|网站标识码|版权所有|copyright|建议使用.{0,20}(?:浏览器|分辨率)|浏览器版本"
    r"|未经.{0,12}许可",
    re.IGNORECASE,
)
_SITE = regex(
    r"扫一扫|打印本[页文]|\[打印\]|【打印】|关闭(?:窗口|本页)|\[关闭\]|【关闭】|返回顶部|网站地图|无障碍"
    r"|繁体|设为首页|加入收藏|字号:?大|[\[【]大[\]】 ]"
    r"|下载(?:word|pdf)(?:文档|版|文件)?$"
    r"|^(?:打印|关闭|分享|收藏|首页|返回|大|中|小|word|pdf|下载|[|>»·/])$",
    re.IGNORECASE,
)
_LONGEST_SITE_LINE = 120  # code points


def is_of_site(text: str) -> bool:
    """Whether a line of a web page is the site's own: 来源：…, 当前位置：首页>…, 打印本页."""
    if not text or len(text) > _LONGEST_SITE_LINE:
        return False
    folded = fold(text).replace(" ", "")
    if _NEVER_SAID.search(folded):
        return True
    if "。" in folded:
        return False
    return bool(_LABEL.match(folded) or _SITE.search(folded) or _LABEL_ALONE.fullmatch(folded))


def is_furniture(body: str) -> bool:
    """Whether a line without its blanks is a page break, a page number or a rule.

    A bare number is none: it may be a table's figure. Nor is a dash or two: a cell left open.
    """
    if len(body) > 40 and body[0] not in _RULE_CHARS:
        return False
    if body == "\x0c" or is_rule(body):
        return True
    folded = fold(body)
    return folded[0] in _STARTS and bool(_PAGE_NUMBER.fullmatch(folded))


def is_rule(body: str) -> bool:
    """Whether a line is a rule: ----, ====, * * *."""
    return body[0] in _RULE_CHARS and len(body) >= 3 and len(set(body.replace(" ", ""))) == 1


def pictures(body: str) -> list[tuple[int, int]]:
    """Where in a line pictures stand."""
    if "[" not in body and "【" not in body and "<" not in body:
        return []
    return [found.span() for found in _PICTURE.finditer(body)]
