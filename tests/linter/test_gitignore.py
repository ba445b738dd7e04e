"""Patterns of .gitignore, against what git itself says of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from gpar_lint.linter.gitignore import parse_pattern, parse_patterns, verdict

FILES = [
    "a.txt",
    "b.txt",
    "[a].txt",
    "old/a.txt",
    "old/deep/a.txt",
    "old/deep/b.md",
    "new/old/a.txt",
    "temp-1.txt",
    "temp-12.txt",
    "旧/报告.txt",
    " lead.txt",
    "#hash.txt",
]

PATTERNS = [
    "*.txt",
    "a.txt",
    "/a.txt",
    "old/",
    "/old",
    "old/*.txt",
    "old/**",
    "**/old/a.txt",
    "old/**/a.txt",
    "temp-?.txt",
    "temp-[0-9]*.txt",
    "[!a].txt",
    "[ab].txt",
    "\\[a\\].txt",
    "旧/*",
    "\\#hash.txt",
    "# a comment",
    "*.txt\n!b.txt",
    "old/\n!old/deep/b.md",
    "a.txt   ",
    "a.txt\r",
    "d*p/",
    "***.md",
]


def ignored(patterns: str, path: str) -> bool:
    """Whether a file is ignored, by itself or with a folder above it."""
    parsed = parse_patterns(patterns)
    parts = path.split("/")
    for depth in range(1, len(parts)):
        if verdict(parsed, "/".join(parts[:depth]), is_folder=True):
            return True
    return bool(verdict(parsed, path, is_folder=False))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("patterns", PATTERNS)
def test_agrees_with_git(tmp_path: Path, patterns: str) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_bytes(patterns.encode())
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    listed = subprocess.run(
        ["git", "-C", str(tmp_path), "ls-files", "-z", "-o", "-i", "--exclude-standard"],
        capture_output=True,
        check=True,
    )
    by_git = {name.decode() for name in listed.stdout.split(b"\0") if name}
    assert {name for name in FILES if ignored(patterns, name)} == by_git


@pytest.mark.parametrize("line", ["", "   ", "# comment"])
def test_what_is_no_pattern(line: str) -> None:
    assert parse_pattern(line) is None


@pytest.mark.parametrize("line", ["[", "a[", "[!", "[]", "[z-a]", "\\", "a\\"])
def test_a_faulty_pattern_does_no_harm(line: str) -> None:
    assert not ignored(line, "b.txt")
