"""One report without a defect and one with a dozen, to be written in every format."""

from __future__ import annotations

from random import Random

from gpar_lint.format.loading import load_rulebook
from tests.accuracy.defects import DEFECTS
from tests.accuracy.draft import Draft
from tests.accuracy.wordings import draw

RULEBOOK = load_rulebook()
#: Of most families; none about the characters or lines of one format alone.
PLANTED = (
    "S115 章标题错",
    "S119 缺问题或改进",
    "T202 缺行",
    "T207 空格",
    "T208 不是件数",
    "T209 行名错",
    "A301 总计错",
    "A304 复议诉讼不合",
    "C401 申请数不符",
    "C432 机关名错",
    "D501 无收费说明",
    "D508 电话错",
    "L601 旧通知",
    "F710 规范用语",
    "P801 身份证号",
)


def clean() -> Draft:
    """A consistent report."""
    return draw(RULEBOOK.editions["2021"], 2025, Random(_SEED))


def faulty() -> Draft:
    """The same with the defects of PLANTED, one after the other."""
    draft = clean()
    for name in PLANTED:
        assert DEFECTS[name](draft, Random(_SEED)), name
    return draft


_SEED = 8
REPORTS = {"clean": clean, "faulty": faulty}
