"""How long an author waits: from a change to the findings on the screen, beside the bare engine.

Part of `make bench`. The server's debounce is set to nothing: what is measured is its work and the
way there and back.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from gpar_lint.format.rulebook import Rulebook
from gpar_lint.linter.config_files import ConfigFinder
from gpar_lint.linter.linters import Linters
from tests.server.wire import COMMAND, did_change, did_open, initialize, send, wait_for

CLEAN = (Path(__file__).parent.parent / "rules" / "manual" / "clean-2021.txt").read_text("utf-8")
LARGE = 100_000  # code points
BUDGET = 30  # milliseconds, of the 99th percentile


def large_report() -> str:
    """A report of so many characters: chapter one told month by month."""
    start = CLEAN.index("（二）依申请公开")
    missing = LARGE - len(CLEAN)
    months = []
    while sum(map(len, months)) < missing:
        number = len(months)
        months.append(
            f"围绕第{number}项重点工作，及时公开工作方案、办理进度和结果，组织政策解读，回应群众关切，"
            f"听取基层单位的意见建议，逐条研究改进措施并向社会公布（见工作台账之{number}）。\n\n"
        )
    return CLEAN[:start] + "".join(months) + CLEAN[start:]


def latency(rulebook: Rulebook) -> None:
    """A small report and one of 100 000 characters."""
    for name, text, tries in (
        ("a report", CLEAN, 300),
        ("100 000 characters", large_report(), 100),
    ):
        waits = sorted(_waits(text, tries))
        bare = sorted(_bare(text, tries // 2, rulebook))
        middle, late = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
        print(
            f"didChange to diagnostics, {name:<31} p50 {middle:6.1f} ms  p99 {late:6.1f} ms"
            f"   budget ≤ {BUDGET} ms; the bare engine p50 {bare[len(bare) // 2]:.1f} ms"
        )


def _waits(text: str, tries: int) -> list[float]:
    """Milliseconds from each change to its findings."""
    capabilities = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}
    pipe = subprocess.PIPE
    folder = tempfile.TemporaryDirectory()  # with no other report in it
    uri = Path(folder.name, "年报.txt").as_uri()
    with folder, subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe) as server:
        assert server.stdout
        send(server, initialize(None, capabilities, debounce=0), did_open(text, uri))
        wait_for(server.stdout, "textDocument/publishDiagnostics")
        waits = []
        for version in range(2, tries + 2):
            change = did_change(_typed(text, version), version, uri)
            waits.append(_milliseconds(partial(_shown, server, change)))
        server.kill()
    return waits


def _shown(server: subprocess.Popen[bytes], change: bytes) -> None:
    send(server, change)
    assert server.stdout
    wait_for(server.stdout, "textDocument/publishDiagnostics")


def _bare(text: str, tries: int, rulebook: Rulebook) -> list[float]:
    """Milliseconds that the engine needs for the same texts in process."""
    linter = Linters(rulebook, ConfigFinder(isolated=True)).linter_for("年报.txt")
    texts = [_typed(text, version) for version in range(tries)]
    return [_milliseconds(partial(linter.look, "年报.txt", typed)) for typed in texts]


def _typed(text: str, version: int) -> str:
    """The text with something typed in the middle of chapter one."""
    return text.replace("扎实推进政府信息公开", f"扎实推进政府信息公开{version}", 1)


def _milliseconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000
