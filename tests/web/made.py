"""Makes the reports that the page is tried on, and what the command line says of each.

    python -m tests.web.made FOLDER [COUNT]

`generated/` gets COUNT reports, every second one with a defect, and `expected.json` the findings by
file name; beside them stand a Word document, a page and two years of one agency.
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random

from gpar_lint.cli.main import main as command_line
from tests.accuracy.defects import DEFECTS
from tests.accuracy.layout import encoded, lay_out
from tests.accuracy.measuring import make
from tests.support.word import body_of, docx

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def main() -> None:
    folder = Path(sys.argv[1])
    generated = folder / "generated"
    generated.mkdir(parents=True)
    for seed in range(int(sys.argv[2]) if len(sys.argv) > 2 else 200):
        name, data = report(seed)
        (generated / name).write_bytes(data)
    for path in sorted(EXAMPLES.glob("*/*")):
        (generated / path.name).write_bytes(path.read_bytes())
    (folder / "expected.json").write_text(json.dumps(expected(generated)), encoding="utf-8")
    defective = (EXAMPLES / "有缺陷" / "文表不符.txt").read_text(encoding="utf-8")
    (folder / "有缺陷.docx").write_bytes(docx(body_of(defective)))
    clean = (EXAMPLES / "合规" / "青禾县水务局2024年.txt").read_text(encoding="utf-8")
    (folder / "今年.txt").write_text(clean, encoding="utf-8")
    (folder / "去年.txt").write_text(clean.replace("2024", "2023"), encoding="utf-8")


def report(seed: int) -> tuple[str, bytes]:
    """A report's name and bytes; an odd seed has a defect planted where it can be."""
    case = make(seed)
    if seed % 2:
        names = list(DEFECTS)
        DEFECTS[names[seed % len(names)]](case.draft, Random(seed))
    laid = lay_out(case.draft, case.layout)
    data = encoded(laid.text, case.layout, Random(seed))
    return f"年报{seed}{case.layout.suffix}", data


def expected(folder: Path) -> dict[str, object]:
    """What the command line finds in every file of a folder, by name."""
    found: dict[str, list[object]] = {path.name: [] for path in folder.iterdir()}
    output = StringIO()
    with redirect_stdout(output):
        command_line([*map(str, folder.iterdir()), "--isolated", "--output-format", "json"])
    for each in json.loads(output.getvalue()):
        found[Path(each["path"]).name].append(each)
    return dict(found)


if __name__ == "__main__":
    main()
