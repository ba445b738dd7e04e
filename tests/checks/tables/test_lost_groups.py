"""Table 四 without one of its groups: its columns go with it, and T202 says it once."""

from __future__ import annotations

import gpar_lint
from tests.support.narrative import report

OUTCOMES = "\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
WITHOUT_GROUP = (
    ("\t行政诉讼\t\t\t\t\t\t\t\t\t\n", "\t行政诉讼\t\t\t\t\n"),
    ("未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n", "未经复议直接起诉\t\t\t\t\n"),
    (OUTCOMES + "2", "\n2"),
    ("\t2\t1\t0\t0\t0\t1\n", "\t2\n"),
)


def test_a_group_that_is_not_there_is_one_finding() -> None:
    findings = gpar_lint.check_text(report(*WITHOUT_GROUP))
    assert [(each.code, "复议后起诉" in each.message) for each in findings] == [("T202", True)]


def test_a_column_that_a_group_lacks_is_missing() -> None:
    header = (OUTCOMES + "2", OUTCOMES.replace("\t其他结果", "") + "2")
    text = report(header, ("\t2\t1\t0\t0\t0\t1\n", "\t2\t1\t0\t0\t1\n"))
    findings = gpar_lint.check_text(text)
    assert [(each.code, "其他结果" in each.message) for each in findings] == [("T203", True)]
