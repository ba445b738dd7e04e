"""把一个文件夹里的年报汇总成一张表（CSV，可用 Excel 打开）：一份报告一行。

    python 汇总成表.py 各单位年报 汇总.csv

只用标准库和 gpar_lint。读不出的、不是年报的文件不入表，在屏幕上说明。
"""

import csv
import sys
from pathlib import Path

import gpar_lint

SUFFIXES = {".txt", ".md", ".html", ".htm", ".docx", ".pdf"}
CELLS = {
    "新收申请": ("三", "new_received", "total"),
    "予以公开": ("三", "granted", "total"),
    "办理结果总计": ("三", "results_total", "total"),
    "结转下年": ("三", "carried_forward", "total"),
    "行政复议": ("四", "review", "total"),
    "行政诉讼（未经复议）": ("四", "litigation_direct", "total"),
}


def row_of(path: Path) -> dict[str, object]:
    """一份报告的一行：机关、年度、几个数、问题个数。"""
    report = gpar_lint.read_report(path)
    row: dict[str, object] = {"机关": report.agency, "年度": report.year}
    for heading, (table, line, column) in CELLS.items():
        row[heading] = report.tables.get(table, {}).get(line, {}).get(column)
    severities = [finding.severity for finding in gpar_lint.check_file(path)]
    row |= {"错误": severities.count("error"), "警告": severities.count("warning")}
    return row | {"文件": str(path)}


def main(folder: str, output: str) -> None:
    rows = []
    for path in sorted(Path(folder).rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            try:
                rows.append(row_of(path))
            except gpar_lint.InputError as error:
                print(f"未入表：{error}", file=sys.stderr)
    if not rows:
        sys.exit("没有读到年报")
    # 有 BOM（utf-8-sig），Excel 才认得 UTF-8。
    with Path(output).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
