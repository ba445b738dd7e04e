"""The words that the bridge adds to those of the outputs, in Chinese and English."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "unnamed": "未命名.txt",
        "cells-all": "三张表 {cells} 格，全部读出",
        "cells-some": "三张表 {cells} 格，读出 {read} 格，其余没有核对",
        "table-missing": "没有读到表{name}，这张表没有核对",
        "sums-hold": "表{name}勾稽关系 {count} 项，全部平衡",
        "sums-some": "表{name}勾稽关系 {count} 项：{outcomes}",
        "table-unread": "表{name}没有读出，这张表没有核对",
        "claims": "正文与表格核对 {count} 处",
        "uncertain": "正文里 {count} 处数字不能确定说的是哪一格，没有核对",
        "compared": "已与 {year} 年的报告比对（{path}）",
        "not-compared": "没有上年的报告，两年之间的数字没有比对",
        "suppressed": "按报告里的说明，{count} 个问题没有列出",
        "previous-no-report": "“{path}”不像年度报告，不能作为上年的报告。",
        "previous-other-year": "“{path}”是 {found} 年的报告，这份是 {year} 年的，应放 {due} 年的报告，没有比对。",
        "previous-no-year": "两份报告里有一份看不出年份，没有比对。",
        "no-pdf": "网页版不能读取 PDF。请用这份报告的原稿（.docx）检查，或把报告的文字复制到这里。",
        "no-office": "网页版不能读取这种文件（{kind}）。请用 Word 或 WPS 打开，另存为 .docx 再检查。",
        "not-encodable": "文件的编码（{encoding}）写不出“{character}”这个字，请换一个字，或另存为 UTF-8。",
        "nothing-to-fix": "这份文件不能直接修改。",
        "no-comments": "只有 .docx 文件可以加批注。",
        "mark": "{encoding}（带 BOM）",
    },
    "en": {
        "unnamed": "unnamed.txt",
        "cells-all": "all {cells} cells of the tables read",
        "cells-some": "{read} of {cells} cells of the tables read; the others were not checked",
        "table-missing": "table {name} was not found, so it was not checked",
        "sums-hold": "table {name}: {count} sums, all hold",
        "sums-some": "table {name}: {count} sums ({outcomes})",
        "table-unread": "table {name} could not be read, so it was not checked",
        "claims": "figures in the text compared with the tables: {count}",
        "uncertain": "figures in the text whose cell is uncertain, not compared: {count}",
        "compared": "compared with the report on {year} ({path})",
        "not-compared": "not compared with last year: its report is not here",
        "suppressed": "not listed, as the report itself asks: {count}",
        "previous-no-report": "“{path}” does not look like an annual report.",
        "previous-other-year": "“{path}” is on {found}, this report on {year}; the report on {due} is due. Not compared.",
        "previous-no-year": "One of the two reports does not tell its year. Not compared.",
        "no-pdf": "This page cannot read PDF. Check the document it was made from (.docx), or paste its text here.",
        "no-office": "This page cannot read such files ({kind}). Open it in Word or WPS and save it as .docx.",
        "not-encodable": "The file's encoding ({encoding}) has no character “{character}”; use another one, or save as UTF-8.",
        "nothing-to-fix": "This file cannot be changed here.",
        "no-comments": "Only a .docx file can be given comments.",
        "mark": "{encoding} with BOM",
    },
}  # fmt: skip


def say(key: str, language: str, **values: object) -> str:
    """A word or phrase with its values filled in."""
    return WORDS[language][key].format_map(values)
