"""`make repository`: 300 invented agencies over three years, the whole tree checked at once.

Every report with something wrong must be named, and no other (at or above warning).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from gpar_lint.format.loading import load_rulebook
from tests.repository.making import Due, Maker, make

#: What may be found besides a defect planted in a table: its figures are last year's no more.
FOLLOWING = ("X901", "X902")


class Verdict(NamedTuple):
    """What was said of the repository, held against what is wrong with it."""

    missed: list[str]
    wrong: list[str]

    def __bool__(self) -> bool:
        return bool(self.missed or self.wrong)


def check(folder: Path, *options: str) -> list[dict[str, object]]:
    """Every finding in a folder, of the command itself."""
    program = [sys.executable, "-m", "gpar_lint", "--output-format", "jsonl", "--isolated"]
    run = subprocess.run([*program, *options, str(folder)], capture_output=True, text=True)
    if run.returncode not in (0, 1) or "Traceback" in run.stderr:
        raise RuntimeError(run.stderr)
    return [json.loads(line) for line in run.stdout.split("\n") if line]


def judge(findings: list[dict[str, object]], expected: dict[str, Due]) -> Verdict:
    """Which reports were not named for what is wrong with them, and what was named wrongly."""
    found: dict[str, set[str]] = {}
    serious: dict[str, set[str]] = {}
    for finding in findings:
        path, code = str(finding["path"]), str(finding["code"])
        found.setdefault(path, set()).add(code)
        if finding["severity"] != "info":
            serious.setdefault(path, set()).add(code)
    missed = [
        f"{path}: {due.codes}, found {sorted(found.get(path, set()))}"
        for path, due in expected.items()
        if found.get(path, set()).isdisjoint(due.codes)
    ]
    wrong = []
    for path, codes in serious.items():
        due = expected.get(path, Due())
        if codes.difference(due.codes, due.also, FOLLOWING if due.codes else ()):
            wrong.append(f"{path}: {sorted(codes)}, due {due.codes}")
    return Verdict(missed, wrong)


def main() -> None:
    agencies = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    edition = load_rulebook().editions["2021"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected = make(folder, Maker(edition, seed=1), agencies)
        started = time.perf_counter()
        findings = check(folder, "--compare", str(folder), *sys.argv[2:])
        seconds = time.perf_counter() - started
        verdict = judge(findings, expected)
    total = 3 * agencies
    print(
        f"{total} 份报告，{len(expected)} 份有问题；漏报 {len(verdict.missed)} 份，错报 {len(verdict.wrong)} 份"
    )
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"用时 {seconds:.1f} 秒，每份 {1000 * seconds / total:.1f} 毫秒；内存最多 {memory:.0f} MB"
    )
    print("\n".join([*verdict.missed, *verdict.wrong]))
    sys.exit(1 if verdict else 0)


if __name__ == "__main__":
    main()
