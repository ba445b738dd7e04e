"""The commands shown in the documentation, with what they print.

A block ```console holds commands after "$ " and their output; a line "…" stands for lines left out.
The commands of a page run one after another in one copy of examples/. Tests compare;

    python -m tools.site.consoles

writes what is printed now into the pages.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("README*.md")])
LEFT_OUT = "…"
_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_PROGRAMS = {
    "gpar-lint": [sys.executable, "-m", "gpar_lint"],
    "python": [sys.executable],
}


class Shown(NamedTuple):
    """A command and the output shown for it."""

    command: str
    output: str

    def holds(self, printed: str) -> bool:
        """Whether the output shown is what was printed, but for lines left out."""
        parts = re.split(rf"^{LEFT_OUT}\n", self.output, flags=re.MULTILINE)
        return re.fullmatch(".*".join(map(re.escape, parts)), printed, re.DOTALL) is not None

    def renewed(self, printed: str) -> str:
        """What was printed, shown as far as the output was shown."""
        if self.holds(printed):
            return self.output
        shown, lines = self.output.split("\n")[:-1], printed.split("\n")[:-1]
        if LEFT_OUT not in shown:
            return printed
        before = shown.index(LEFT_OUT)
        after = shown[::-1].index(LEFT_OUT)
        kept = [*lines[:before], LEFT_OUT, *lines[len(lines) - after :]]
        return "".join([f"{line}\n" for line in kept])


def blocks(page: str) -> list[str]:
    """The console blocks of a page."""
    return _BLOCK.findall(page)


def shown_in(block: str) -> Iterator[Shown]:
    """The commands of a block."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Shown(command, output)


def run(command: str, folder: Path) -> str:
    """What a command prints, on both of its outputs."""
    program, *arguments = shlex.split(command)
    inherited = {key: value for key, value in os.environ.items() if key != "GPAR_LINT_LANG"}
    environment = {**inherited, "NO_COLOR": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*_PROGRAMS[program], *arguments], cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


def desk(place: Path) -> Path:
    """A folder as the pages suppose it: the examples of the repository."""
    return Path(shutil.copytree(ROOT / "examples", place / "examples"))


def renew(page: Path) -> None:
    """Write into a page what its commands print now."""
    with tempfile.TemporaryDirectory() as place:
        folder = desk(Path(place))

        def block(match: re.Match[str]) -> str:
            commands = [(shown, run(shown.command, folder)) for shown in shown_in(match[0])]
            return "".join(
                [f"$ {shown.command}\n{shown.renewed(printed)}" for shown, printed in commands]
            )

        text = page.read_text(encoding="utf-8")
        page.write_text(_BLOCK.sub(block, text), encoding="utf-8")


if __name__ == "__main__":
    for each in PAGES:
        if blocks(each.read_text(encoding="utf-8")):
            renew(each)
