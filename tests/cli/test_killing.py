"""A run with --fix that is killed at any moment leaves of every file the old or the new version."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN

FILES = 20
KILLS = 30
OLD = CLEAN.replace("文化惠民活动", "文化惠民活\u200b动").encode()
NEW = CLEAN.encode()
COMMAND = [sys.executable, "-m", "gpar_lint", "--fix", "--jobs", "1", "--select", "F709", "."]


def spoil(folder: Path) -> None:
    """Put the old version of every file there, and nothing else."""
    for path in folder.iterdir():
        path.unlink()
    for number in range(FILES):
        (folder / f"{number:02}.txt").write_bytes(OLD)


def start(folder: Path) -> subprocess.Popen[bytes]:
    """A run under way: it has begun to write."""
    process = subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL)
    first = folder / "00.txt"
    while process.poll() is None and first.stat().st_size == len(OLD):
        time.sleep(0.0005)
    return process


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_a_kill_leaves_the_old_or_the_new_version(tmp_path: Path) -> None:
    spoil(tmp_path)
    process = start(tmp_path)
    began = time.monotonic()
    assert process.wait() == 0
    duration = time.monotonic() - began
    chance = random.Random(9)
    midway = 0
    for _ in range(KILLS):
        spoil(tmp_path)
        process = start(tmp_path)
        time.sleep(chance.uniform(0, duration))
        process.kill()
        process.wait()
        versions = {path.name: path.read_bytes() for path in tmp_path.glob("[0-9]*")}
        assert len(versions) == FILES
        assert set(versions.values()) <= {OLD, NEW}
        midway += len(set(versions.values())) == 2
        leftovers = {path.name for path in tmp_path.iterdir()} - set(versions)
        assert all(name.startswith(".gpar-lint-") for name in leftovers)
    assert start(tmp_path).wait() == 0  # what killed runs left behind is in nobody's way
    assert {path.read_bytes() for path in tmp_path.glob("[0-9]*")} == {NEW}
    assert midway, "no run was killed while it wrote"
