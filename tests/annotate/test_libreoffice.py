"""Annotated documents as LibreOffice opens them, and writes them again."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx as python_docx
import pytest

from gpar_lint.annotate import is_as_written
from gpar_lint.format.manual import clean_report
from gpar_lint.linter.checking import Linter
from gpar_lint.source.reading import read
from tests.annotate.conftest import comments, marked
from tests.support.word import body_of, docx

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

FAULTY = (
    clean_report("2021")
    .replace("予以公开10件", "予以公开11件")
    .replace("年，我局新收", "年,我局新收")
    .replace("行政许可\t214", "行政许可\t")
)
Annotated = Callable[[bytes], bytes]


def converted(data: bytes, kind: str, folder: Path) -> bytes:
    """A document opened by LibreOffice and written as another kind."""
    source = folder / "年报.docx"
    source.write_bytes(data)
    target = folder / "out"
    profile = f"-env:UserInstallation={folder.as_uri()}/profile"
    subprocess.run(
        [
            str(SOFFICE), "--headless", "--norestore", profile,
            "--convert-to", kind, "--outdir", str(target), str(source),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (target / f"年报.{kind}").read_bytes()


def annotations(odt: bytes) -> list[tuple[str, str, str]]:
    """Author, words and first line of each comment in an OpenDocument text."""
    root = ElementTree.fromstring(zipfile.ZipFile(BytesIO(odt)).read("content.xml"))
    names = {element: element.tag.rpartition("}")[2] for element in root.iter()}
    words: dict[str, str] = {}
    said: dict[str, tuple[str, str]] = {}
    going: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        name = next((text for key, text in element.items() if key.endswith("}name")), "")
        if names[element] == "annotation":
            lines = ["".join(each.itertext()) for each in element if names[each] == "p"]
            said[name] = (
                next(each.text or "" for each in element if names[each] == "creator"),
                lines[0],
            )
            words[name] = ""
            going.append(name)
        elif names[element] == "annotation-end":
            going.remove(name)
        else:
            take(element.text)
            for each in element:
                walk(each)
                take(each.tail)

    def take(text: str | None) -> None:
        for name in going:
            words[name] += text or ""

    walk(root)
    return [(said[name][0], words[name], said[name][1]) for name in said]


def test_libreoffice_sees_each_comment_on_its_words(annotated: Annotated, tmp_path: Path) -> None:
    found = annotations(converted(annotated(docx(body_of(FAULTY))), "odt", tmp_path))
    assert [(author, words) for author, words, _ in found] == [
        ("gpar-lint", ","), ("gpar-lint", "11件"), ("gpar-lint", "")
    ]  # fmt: skip
    assert found[1][2].startswith("错误：正文称“其中予以公开11件”")


def test_a_copy_saved_in_libreoffice_is_annotated_anew(
    linter: Linter, annotated: Annotated, tmp_path: Path
) -> None:
    original = docx(body_of(FAULTY))
    saved = converted(annotated(original), "docx", tmp_path)
    assert not is_as_written(saved)
    assert read("a.docx", saved).text == read("a.docx", original).text
    found, again = (linter.check("a.docx", each).diagnostics for each in (original, saved))
    assert [each.fingerprint for each in found] == [each.fingerprint for each in again]
    anew = annotated(saved)
    assert list(marked(anew).values()) == [",", "11件", ""]
    assert [said.split("\n")[0] for said in comments(anew).values()] == [
        said.split("\n")[0] for said in comments(annotated(original)).values()
    ]
    python_docx.Document(BytesIO(anew))
