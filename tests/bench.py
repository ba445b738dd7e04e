"""`make bench`: what a run costs, as ratios to peers and to the bare interpreter, in one run.

Absolute times mean nothing on another machine; each figure is the best of several tries, taken in
turn with its peer's so that both see the same machine. Nothing here passes or fails.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from gpar_lint.checks.context import Settings
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.engine import examine
from gpar_lint.source.reading import read
from tests.latency import latency
from tests.repository.__main__ import check
from tests.repository.making import Maker, make

RULES = Path(__file__).parent.parent / "rules"
CLEAN = (RULES / "manual" / "clean-2021.txt").read_text(encoding="utf-8")
TRIES = 9


def best(*actions: Callable[[], object], tries: int = TRIES) -> list[float]:
    """The shortest time of each action in seconds, the actions taken in turn."""
    shortest = [float("inf")] * len(actions)
    for _ in range(tries):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            shortest[place] = min(shortest[place], time.perf_counter() - start)
    return shortest


def row(what: str, ratio: float, budget: str, note: str = "") -> None:
    limit = f"budget {budget:<8}" if budget else ""
    print(f"{what:<58} {ratio:8.1f} ×   {limit} {note}")


def lint(text: str, rulebook: Rulebook) -> object:
    document = read("report.txt", text.encode())
    return examine(document, rulebook, Settings(), rulebook.rules.values())


def start(*command: str) -> None:
    """Run a command as users do: Python keeps what it compiles."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, capture_output=True, check=True, env=environment)


def cold_start() -> None:
    """The whole process against an interpreter that does nothing.

    A first run of each fills Python's folders of compiled modules and is not measured.
    """
    command = [str(Path(sys.executable).with_name("gpar-lint")), "--isolated", "--exit-zero"]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(CLEAN, encoding="utf-8")
        start(*command, str(report))
        start(sys.executable, "-c", "pass")
        ours, bare = best(
            lambda: start(*command, str(report)),
            lambda: start(sys.executable, "-c", "pass"),
        )
    row(
        "gpar-lint report.txt, cold, to python -c pass", ours / bare, "≤ 10", f"{ours * 1e3:.0f} ms"
    )


def in_process(rulebook: Rulebook) -> None:
    """Linting a report against autocorrect's lint of the same text (Rust)."""
    try:
        import autocorrect_py
    except ImportError:
        print("autocorrect-py is not installed: no peer to hold against")
        return
    ours, peer = best(
        lambda: lint(CLEAN, rulebook),
        lambda: autocorrect_py.lint_for(CLEAN, "report.txt"),
        tries=30,
    )
    row("a report linted in process, to autocorrect", ours / peer, "≤ 3", f"{ours * 1e3:.1f} ms")


HOSTILE = {
    "a report ten times over": (CLEAN * 10, CLEAN * 100),
    "digits": ("1" * 100_000, "1" * 1_000_000),
    "opening brackets": ("（" * 100_000, "（" * 1_000_000),
    "其中": ("其中" * 50_000, "其中" * 500_000),
    "tabs": ("\t" * 100_000, "\t" * 1_000_000),
    "pipes": ("|" * 100_000, "|" * 1_000_000),
    "lines": ("\n" * 100_000, "\n" * 1_000_000),
    "one line": (CLEAN.replace("\n", "")[:3000] * 30, CLEAN.replace("\n", "")[:3000] * 300),
    "headings": ("一、总体情况\n" * 10_000, "一、总体情况\n" * 100_000),
}


def growth(rulebook: Rulebook) -> None:
    """Ten times the text, at most twelve times the time."""
    for name, (small, large) in HOSTILE.items():
        title = CLEAN.partition("\n")[0] + "\n\n一、总体情况\n\n"
        first, second = best(
            lambda text=title + small: lint(text, rulebook),  # type: ignore[misc]
            lambda text=title + large: lint(text, rulebook),  # type: ignore[misc]
            tries=2,
        )
        note = f"{len(large) * 3 / 1e6:.1f} MB in {second:.1f} s"
        row(f"ten times the text: {name}", second / first, "≤ 12", note)


def repository(rulebook: Rulebook) -> None:
    """Ten times the agencies, each report held against last year's and all others'."""
    edition = rulebook.editions["2021"]
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name) / "small", Path(name) / "large"
        make(small, Maker(edition, seed=1), 10)
        make(large, Maker(edition, seed=1), 100)
        compared = ("--compare", str(large))
        first, second, alone, others = best(
            lambda: check(small, "--compare", str(small)),
            lambda: check(large, *compared),
            lambda: check(large, "--ignore", "X"),
            lambda: check(large),
            tries=2,
        )
    row("ten times the reports, family X, compared", second / first, "≤ 12", f"{second:.1f} s")
    row("a folder with last year's reports, to the same without", others / alone, "", "")
    row("and with other agencies' compared", second / alone, "", "")


def memory_over_folders() -> None:
    """The most memory of a run over folders; to be asked before this process itself grows.

    A new process counts, until it is another program, with the memory of the one that starts it.
    """
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'memory at the most, of runs over folders':<58} {children:8.0f} MB   budget ≤ 150 MB")


def memory() -> None:
    """The most memory that this whole run has used."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory at the most, the growth runs included':<58} {peak:8.0f} MB")


def main() -> None:
    rulebook = load_rulebook()
    cold_start()
    repository(rulebook)
    memory_over_folders()
    in_process(rulebook)
    latency(rulebook)
    growth(rulebook)
    memory()


if __name__ == "__main__":
    main()
