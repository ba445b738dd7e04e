"""PDFs that cannot be read, and those made to harm: one clear reason each, and soon."""

from __future__ import annotations

import subprocess
import sys
import zlib
from io import BytesIO
from random import Random

import pikepdf
import pytest

from gpar_lint.format.loading import load_rulebook
from gpar_lint.source.document import Document, Unreadable
from gpar_lint.source.pdf import isolation, worker
from gpar_lint.source.reading import read
from tests.source.pdf.drafting import PageDraft, pdf_of

TEXT = "某县水利局二〇二四年政府信息公开工作年度报告"


def page() -> PageDraft:
    draft = PageDraft()
    draft.write(TEXT, 90, 700)
    return draft


def opened(data: bytes) -> Document:
    return read("年报.pdf", data)


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        opened(data)
    rule = load_rulebook().rules["Z001"]
    for language in ("zh", "en"):
        assert rule.text(caught.value.reason, language, caught.value.values)
    return caught.value.reason


def spoilt(content: bytes) -> bytes:
    """A page with its text and something else."""
    draft = page()
    draft.content += content
    return pdf_of(draft)


GOOD = pdf_of(page())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "damaged-pdf"),
        (b"%PDF-1.7\n" + b"\xff\x00" * 5000, "damaged-pdf"),
        (GOOD[: len(GOOD) // 2], "damaged-pdf"),
        (pdf_of(page(), password="secret"), "encrypted"),
        (pdf_of(PageDraft()), "scanned-pdf"),
        (pdf_of(page(), *[PageDraft() for _ in range(isolation.MOST_PAGES)]), "pdf-too-long"),
    ],
)
def test_why_a_pdf_cannot_be_read(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_a_scan_has_no_text() -> None:
    draft = PageDraft()
    draft.picture(0, 0, 595, 842)
    assert refusal(pdf_of(draft, draft)) == "scanned-pdf"


def test_a_pdf_that_may_be_read_but_not_printed_is_read() -> None:
    assert opened(pdf_of(page(), owner="secret")).text == TEXT + "\n"


def test_what_stands_before_the_pdf_within_its_file_is_passed_over() -> None:
    assert opened(b"\r\n\r\n" + GOOD).text == TEXT + "\n"


def test_characters_without_codes_are_not_taken_for_text() -> None:
    draft = PageDraft()
    draft.write("\ue001\ue002\ue003\ue004\ue005", 90, 700)
    draft.write("年报", 90, 600)
    assert refusal(pdf_of(draft)) == "pdf-without-characters"


def test_figures_without_codes_are_not_passed_over() -> None:
    """Else every cell would be blank, and the text without a number."""
    draft = page()
    draft.write("本年度主动公开政府信息，其中" * 2, 90, 650)
    for place in range(12):
        draft.draw(f"BT /F1 12 Tf 1 0 0 1 {90 + 12 * place} 600 Tm <fffd> Tj ET")
    assert refusal(pdf_of(draft)) == "pdf-without-characters"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "find_spec", lambda name: None)
    assert refusal(GOOD) == "no-pdf-support"


def test_a_page_of_ten_thousand_rectangles_keeps_its_text() -> None:
    random = Random(1)
    boxes = [
        f"{random.randrange(500)} {random.randrange(700)} {random.randrange(5, 90)} 40 re S\n"
        for _ in range(10_000)
    ]
    assert opened(spoilt("".join(boxes).encode())).text == TEXT + "\n"


def test_nesting_beyond_reason_is_survived() -> None:
    assert opened(spoilt(b"q " * 100_000)).text == TEXT + "\n"
    nested = GOOD.replace(b"/Type", b"/X " + b"[" * 100_000 + b"]" * 100_000 + b" /Type", 1)
    assert opened(nested).text == TEXT + "\n"


def test_more_characters_than_a_page_has_are_refused() -> None:
    content = b"BT /F1 2 Tf 1 0 0 1 10 10 Tm " + b"<4e00> Tj " * 30_000 + b"ET"
    assert refusal(spoilt(content)) == "pdf-too-costly"


def test_forms_that_draw_each_other_without_end_are_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pdf = pikepdf.open(BytesIO(GOOD))
    form: pikepdf.Object = pdf.make_stream(b"BT /F1 10 Tf <4e00> Tj ET")
    resources = pdf.pages[0].obj.Resources
    for _ in range(12):
        form.stream_dict.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form})
        form.BBox, form.Resources = [0, 0, 595, 842], resources
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        form = pdf.make_stream(b"/F Do " * 10)
    pdf.pages[0].obj.Resources, pdf.pages[0].obj.Contents = resources, form
    target = BytesIO()
    pdf.save(target)
    monkeypatch.setattr(isolation, "SECONDS", 2)
    assert refusal(target.getvalue()) == "pdf-too-costly"


def test_a_page_that_unpacks_without_end_is_stopped() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**24) for _ in range(100)) + packer.flush()
    pdf = pikepdf.open(BytesIO(GOOD))
    stream = pikepdf.Stream(pdf, packed)
    stream.Filter = pikepdf.Name.FlateDecode
    pdf.pages[0].obj.Contents = pdf.make_indirect(stream)
    target = BytesIO()
    pdf.save(target)
    assert refusal(target.getvalue()) in ("pdf-too-costly", "scanned-pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
def test_the_other_process_may_take_no_more_than_its_share() -> None:
    code = "from gpar_lint.source.pdf import worker; worker._limit(); bytearray(2**31)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert run.returncode != 0 and b"MemoryError" in run.stderr
    assert worker.MEMORY < 2**31
