"""Look-alike characters folded, one for one, so that every position is kept.

Unicode's NFKC is not used on texts: it turns ①2件 into 12件, a wrong number. This table maps one
character to one character only: full-width letters, digits, brackets, colon and percent sign to
ASCII, Kangxi and CJK radicals and compatibility ideographs to the characters they stand for, odd
blanks to a space. The full-width comma is left alone: 1，234 and 1,234 are told apart by numerals.
"""

from __future__ import annotations

import unicodedata

# What CJK Radicals Supplement (U+2E80 to U+2EF3) stands for; NFKC knows two of them only.
_RADICALS = {
    "⺁": "厂", "⺄": "乙", "⺅": "亻", "⺈": "刀", "⺉": "刂", "⺊": "卜", "⺋": "㔾", "⺌": "小",
    "⺍": "小", "⺎": "兀", "⺏": "尣", "⺐": "尢", "⺑": "尣", "⺒": "巳", "⺓": "幺", "⺔": "彑",
    "⺕": "彐", "⺖": "忄", "⺗": "心", "⺘": "扌", "⺙": "攵", "⺛": "旡", "⺜": "日", "⺝": "月",
    "⺞": "歹", "⺟": "母", "⺠": "民", "⺡": "氵", "⺢": "水", "⺣": "灬", "⺤": "爪", "⺥": "爫",
    "⺦": "丬", "⺧": "牛", "⺨": "犭", "⺩": "王", "⺪": "疋", "⺫": "目", "⺬": "示", "⺭": "礻",
    "⺮": "竹", "⺯": "糸", "⺰": "纟", "⺱": "罓", "⺲": "罒", "⺳": "网", "⺴": "网", "⺵": "网",
    "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺹": "耂", "⺺": "肀", "⺻": "聿", "⺼": "肉", "⺽": "臼",
    "⺾": "艹", "⺿": "艹", "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "西", "⻄": "西", "⻅": "见",
    "⻆": "角", "⻇": "角", "⻈": "讠", "⻉": "贝", "⻊": "足", "⻋": "车", "⻌": "辶", "⻍": "辶",
    "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "长", "⻒": "长", "⻓": "长", "⻔": "门", "⻕": "阜",
    "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食",
    "⻞": "食", "⻟": "飠", "⻠": "饣", "⻡": "首", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
    "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "齐", "⻬": "齐", "⻭": "齿",
    "⻮": "齿", "⻯": "龙", "⻰": "龙", "⻱": "龟", "⻲": "龟", "⻳": "龟",
}  # fmt: skip

_SPACES = "\t\n\r\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
_SPACES += "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

#: Characters that `Excerpt.squeezed` leaves out: white space and what cannot be seen.
BLANK_CHARS = " " + _SPACES + _INVISIBLE
BLANKS = frozenset(BLANK_CHARS)


def _is_single(char: str) -> bool:
    return len(unicodedata.normalize("NFKC", char)) == 1


def _nfkc(first: int, last: int) -> dict[int, str]:
    chars = [chr(code) for code in range(first, last + 1)]
    return {ord(char): unicodedata.normalize("NFKC", char) for char in chars if _is_single(char)}


#: Look-alikes of ideographs (F703): radicals and compatibility ideographs → the ideograph.
IDEOGRAPH_LOOKALIKES: dict[int, str] = {
    **_nfkc(0x2F00, 0x2FD5),
    **{ord(radical): char for radical, char in _RADICALS.items()},
    **_nfkc(0xF900, 0xFAD9),
}

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
_FOLDED: dict[int, str] = {
    **IDEOGRAPH_LOOKALIKES,
    **_FULL_WIDTH,
    **{ord(space): " " for space in _SPACES if space not in "\n\r"},
    ord("﹙"): "(", ord("﹚"): ")", ord("﹕"): ":", ord("∶"): ":", ord("︰"): ":",
    ord("○"): "〇", ord("◯"): "〇",
}  # fmt: skip


def fold(text: str) -> str:
    """The text with look-alike characters folded; always as long as the text itself."""
    return text if text.isascii() else text.translate(_FOLDED)
