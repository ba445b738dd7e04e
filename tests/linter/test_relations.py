"""Which reports are held against which: last year's found, named; others; parents and parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from gpar_lint.checks.across.imprint import Relatives
from gpar_lint.format.loading import load_rulebook
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.config import Parent
from gpar_lint.linter.library import Library
from gpar_lint.linter.relations import Kinship, NotRead, Relations

RULEBOOK = load_rulebook()
THIS = clean_report("2021")
LAST = clean_report("2021-previous")


class Folder:
    """Reports in a folder, and their relations."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kinship = Kinship()

    def write(self, name: str, text: str) -> str:
        place = self.path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        return str(place)

    def relatives(self, name: str, *, found: bool = True) -> Relatives:
        """Of the report with this name; `found`: the whole folder is checked."""
        library = Library(RULEBOOK)
        if found:
            library.add([str(path) for path in sorted(self.path.rglob("*.*"))])
        path = str(self.path / name)
        context = library.report(path)
        assert context
        return Relations(library, self.kinship).of(path, context)

    def previous(self, name: str, *, found: bool = True) -> str | None:
        """The name of last year's report of the report with this name."""
        previous = self.relatives(name, found=found).previous
        return str(Path(previous.path).relative_to(self.path)) if previous else None


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def renamed(text: str, name: str) -> str:
    return text.replace("澄溪县文化和旅游局", name)


def test_the_year_before_is_found_in_the_folder(folder: Folder) -> None:
    folder.write("2024/a.txt", THIS)
    folder.write("2023/b.txt", LAST)
    folder.write("2023/c.txt", renamed(LAST, "澄溪县水务局"))
    folder.write("README.md", "# 年报\n")
    assert folder.previous("2024/a.txt") == "2023/b.txt"
    assert folder.previous("2023/b.txt") is None


def test_only_where_a_folder_is_checked(folder: Folder) -> None:
    folder.write("a.txt", THIS)
    folder.write("b.txt", LAST)
    assert folder.previous("a.txt", found=False) is None


@pytest.mark.parametrize(
    ("this", "last", "same"),
    [
        ("澄溪县文化和旅游局", "洪州市澄溪县文化和旅游局", True),
        ("洪州市澄溪县文化和旅游局", "澄溪县文化和旅游局", True),
        ("澄溪县文化和旅游局", "岚川县文化和旅游局", False),
        ("澄溪县城关镇人民政府", "岚川县城关镇人民政府", False),
        ("澄溪县城关镇人民政府", "城关镇人民政府", True),
        ("澄溪县文化和旅游局", "澄溪县文化广电和旅游局", False),
    ],
)
def test_the_same_agency(folder: Folder, this: str, last: str, same: bool) -> None:
    folder.write("a.txt", renamed(THIS, this))
    folder.write("b.txt", renamed(LAST, last))
    assert folder.previous("a.txt") == ("b.txt" if same else None)


def test_of_two_copies_that_of_the_same_type(folder: Folder) -> None:
    folder.write("a.txt", THIS)
    folder.write("b.txt", LAST)
    folder.write("b.md", LAST)
    assert folder.previous("a.txt") == "b.txt"
    folder.write("draft.txt", LAST)
    assert folder.previous("a.txt") is None


def test_a_report_named_is_taken_for_last_years(folder: Folder) -> None:
    folder.write("a.txt", THIS)
    named = folder.write("old/b.txt", renamed(LAST, "澄溪县文化局"))
    folder.kinship = Kinship(previous=named)
    assert folder.previous("a.txt", found=False) == "old/b.txt"


def test_unless_it_is_on_another_year(folder: Folder) -> None:
    folder.write("a.txt", THIS)
    folder.kinship = Kinship(previous=folder.write("b.txt", LAST.replace("2023年", "2022年")))
    assert folder.previous("a.txt", found=False) is None


def test_a_folder_named_is_searched(folder: Folder) -> None:
    folder.write("new/a.txt", THIS)
    folder.write("old/b.txt", LAST)
    folder.write("old/c.txt", renamed(LAST, "澄溪县水务局"))
    folder.kinship = Kinship(previous=str(folder.path / "old"))
    assert folder.previous("new/a.txt", found=False) == "old/b.txt"


def test_what_is_named_and_cannot_be_read(folder: Folder) -> None:
    letter = folder.write("letter.txt", "你好")
    for kinship in (
        Kinship(previous=str(folder.path / "missing.txt")),
        Kinship(previous=letter),
        Kinship(compare=str(folder.path / "missing")),
    ):
        with pytest.raises(NotRead):
            Relations(Library(RULEBOOK), kinship)


def test_other_agencies_are_those_of_the_folder_to_compare_with(folder: Folder) -> None:
    folder.write("a.txt", THIS)
    folder.write("others/b.txt", renamed(THIS, "岚川县文化和旅游局"))
    folder.write("others/c.txt", THIS)  # the same agency
    folder.write("others/d.txt", renamed(LAST, "岚川县水务局"))  # other words
    later = renamed(THIS, "岚川县教育局").replace("2024年", "2025年")
    folder.write("others/e.txt", later)
    assert folder.relatives("a.txt").others == []
    folder.kinship = Kinship(compare=str(folder.path / "others"))
    others = folder.relatives("a.txt").others
    assert {Path(other.path).name for other in others} == {"b.txt"}
    assert {number for other in others for number in other.chapters} == {"一", "五"}


def test_a_parent_and_its_parts(folder: Folder) -> None:
    parent = folder.write("all.txt", THIS)
    parts = (
        folder.write("parts/one.txt", renamed(THIS, "澄溪县文化馆")),
        folder.write("parts/two.txt", renamed(THIS, "澄溪县图书馆")),
    )
    folder.write("parts/last.txt", renamed(LAST, "澄溪县图书馆"))
    folder.kinship = Kinship(parents=(Parent(parent, parts),))
    relatives = folder.relatives("all.txt")
    assert [part.path for part in relatives.parts] == list(parts)
    assert len(relatives.parts[0].figures) == 200
    assert folder.relatives("parts/one.txt").parts == []
    folder.kinship = Kinship(parents=(Parent(parent, (str(folder.path / "parts"),)),))
    assert [part.path for part in folder.relatives("all.txt").parts] == list(parts)


def test_declared_parts_that_are_not_there(folder: Folder) -> None:
    parent = folder.write("all.txt", THIS)
    last = folder.write("last.txt", LAST)
    missing = str(folder.path / "missing.txt")
    folder.kinship = Kinship(parents=(Parent(parent, (missing, last)),))
    relatives = folder.relatives("all.txt")
    assert relatives.missing == [missing, last]


def test_what_is_kept_of_a_report_is_little(folder: Folder) -> None:
    """A folder may hold ten thousand."""
    folder.write("a.txt", THIS)
    folder.write("b.txt", LAST)
    previous = folder.relatives("a.txt").previous
    assert previous
    assert set(previous.chapters) == {"一", "五", "六"}
    assert len(previous.figures) < 30


def test_a_report_checked_first_is_not_read_again(folder: Folder) -> None:
    first = folder.write("2023.txt", LAST)
    second = folder.write("2024.txt", THIS)
    library = Library(RULEBOOK, in_order=True)
    library.add([first, second])
    relations = Relations(library, Kinship())
    last, this = library.report(first), library.report(second)
    assert last
    assert this
    relations.keep(first, last)
    Path(first).unlink()
    assert relations.of(second, this).previous
    assert relations.of(second, this).previous is None  # asked for once, then let go
