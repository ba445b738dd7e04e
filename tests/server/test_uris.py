"""URIs as editors on all systems write them."""

from __future__ import annotations

import pytest

from gpar_lint.server.uris import key, path_of, uri_of


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///home/县/年报.txt", "/home/县/年报.txt"),
        ("file:///home/%E5%8E%BF/%e5%b9%b4%E6%8A%A5.txt", "/home/县/年报.txt"),
        ("file://localhost/a.txt", "/a.txt"),
        ("file:///a%23b%3Fc%25.txt", "/a#b?c%.txt"),
        ("file:///a#b?c.txt", "/a#b?c.txt"),
        ("untitled:Untitled-1", None),
        ("git:/a.txt?x", None),
    ],
)
def test_paths_of_posix(uri: str, path: str | None) -> None:
    assert path_of(uri, windows=False) == path


@pytest.mark.parametrize(
    "uri", ["file:///C:/报告/年报.txt", "file:///c%3A/%E6%8A%A5%E5%91%8A/年报.txt"]
)
def test_one_path_for_all_spellings_of_a_drive(uri: str) -> None:
    assert path_of(uri, windows=True) == "c:\\报告\\年报.txt"
    assert key(uri) == key("file:///c:/报告/年报.txt")


def test_shares() -> None:
    assert path_of("file://server/share/年报.txt", windows=True) == "\\\\server\\share\\年报.txt"
    assert uri_of("\\\\server\\share\\a b.txt", windows=True) == "file://server/share/a%20b.txt"


@pytest.mark.parametrize("path", ["/home/县/年报 2024.txt", "/a#b?c%.txt"])
def test_there_and_back(path: str) -> None:
    assert path_of(uri_of(path, windows=False), windows=False) == path


def test_there_and_back_on_windows() -> None:
    path = "c:\\报告\\年报 2024.txt"
    assert uri_of(path, windows=True).startswith("file:///c%3A/")
    assert path_of(uri_of(path, windows=True), windows=True) == path
