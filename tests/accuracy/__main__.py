"""`make accuracy`: the share of planted defects found, and wrong alarms per hundred clean reports.

    python -m tests.accuracy [REPORTS] [FIRST SEED]

A clean report must give nothing at or above warning. A defect must give its rule at its place, and
nothing else at or above warning that does not follow from it. KEEP=FOLDER keeps what went wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from unicodedata import east_asian_width

from tests.accuracy.defects import DEFECTS
from tests.accuracy.layout import LAYOUT_LIST
from tests.accuracy.measuring import Tally, make, run_clean, run_defect

_DEFECTS_A_REPORT = 4
_NOTES = 60
Key = Callable[[tuple[str, str]], str]


def main() -> None:
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    tally = measure(reports, first)
    print_tally(tally)


def measure(reports: int, first: int = 0) -> Tally:
    """So many clean reports, and four defects for each."""
    tally = Tally()
    for seed in range(first, first + reports):
        run_clean(make(seed), tally)
    names = list(DEFECTS)
    for turn in range(_DEFECTS_A_REPORT * reports):
        run_defect(names[turn % len(names)], make(first + turn * 7 + 1), tally)
    return tally


def print_tally(tally: Tally) -> None:
    print("检出：植入的缺陷，按规则")
    _print_found(tally, lambda key: key[0][:4])
    print("\n检出：按版面")
    _print_found(tally, lambda key: key[1])
    print("\n误报：每百份合规报告，按版面")
    for layout in LAYOUT_LIST:
        _print_alarms(layout.name, _of(tally.alarms, layout.name, 1), tally.clean[layout.name])
    print("\n误报：按规则")
    for code in sorted({code for code, _ in tally.alarms}):
        _print_alarms(code, _of(tally.alarms, code, 0), tally.clean.total())
    planted, found = tally.planted.total(), tally.found.total()
    print(
        f"\n共植入 {planted} 处缺陷，检出 {found} 处（{100 * found / max(planted, 1):.1f}%）",
        end="；",
    )
    print(f"缺陷之外另报 {tally.beside.total()} 处", end="；")
    alarms = 100 * tally.alarms.total() / max(tally.clean.total(), 1)
    print(f"{tally.clean.total()} 份合规报告，每百份误报 {alarms:.1f} 处")
    print("\n".join(tally.notes[:_NOTES]))


def _of(counts: Counter[tuple[str, str]], name: str, place: int) -> int:
    return sum(count for key, count in counts.items() if key[place] == name)


def _print_found(tally: Tally, of: Key) -> None:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for key, count in tally.planted.items():
        planted[of(key)] += count
        found[of(key)] += tally.found[key]
    for name in sorted(planted):
        share = 100 * found[name] / planted[name]
        print(f"  {_padded(name)}{found[name]:5} / {planted[name]:<5}{share:6.1f}%")


def _print_alarms(name: str, alarms: int, reports: int) -> None:
    if reports:
        print(f"  {_padded(name)}{alarms:5} / {reports:<5}{100 * alarms / reports:6.1f}")


def _padded(name: str) -> str:
    """A name padded to a column, full-width characters counted twice."""
    used = sum(2 if east_asian_width(char) in "WF" else 1 for char in name)
    return name + " " * max(1, 26 - used)


if __name__ == "__main__":
    main()
