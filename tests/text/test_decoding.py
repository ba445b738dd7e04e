"""The decoding ladder: what it takes it takes exactly, what it refuses it explains."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gpar_lint.text.decoding import Undecodable, decode

# Texts as reports are made of: no control characters, no lone surrogates.
CHARS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")
TEXTS = st.text(st.one_of(CHARS, st.sampled_from("\n\r\t\x0b\x0c 年度报告，。12")))
SENTENCE = "二、主动公开政府信息情况：本年制发件数2件。\r\n"


@given(TEXTS)
def test_utf8_is_read_and_written_back(text: str) -> None:
    decoded = decode(text.encode("utf-8"))
    assert (decoded.text, decoded.encoding, decoded.mark) == (text, "utf-8", b"")
    assert decoded.encode(text) == text.encode("utf-8")


@given(TEXTS, st.sampled_from(["utf-8-sig", "utf-16"]))
def test_a_byte_order_mark_decides_and_is_written_back(text: str, codec: str) -> None:
    data = text.encode(codec)
    assume(data)
    decoded = decode(data, encoding="latin-1", declared="big5")
    assert decoded.text == text
    assert decoded.encode(text) == data


def test_utf16_big_endian_with_its_mark() -> None:
    data = b"\xfe\xff" + SENTENCE.encode("utf-16-be")
    decoded = decode(data)
    assert decoded.text == SENTENCE
    assert decoded.encode(SENTENCE) == data


@given(TEXTS)
def test_gb18030_is_read_and_written_back(text: str) -> None:
    text = SENTENCE + text
    data = text.encode("gb18030")
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, "gb18030")
    assert decoded.encode(decoded.text) == data


@given(TEXTS, st.sampled_from(["utf-8", "gb18030", "utf-16-le"]))
def test_the_encoding_asked_for_is_used(text: str, codec: str) -> None:
    data = text.encode(codec)
    assume(not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")))
    assert decode(data, encoding=codec).text == text


@pytest.mark.parametrize("name", ["GBK", "gb2312", "GB18030", "cp936"])
def test_the_names_of_gb_are_the_widest_of_them(name: str) -> None:
    assert decode("䶮".encode("gb18030"), encoding=name).text == "䶮"


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", ""])
def test_an_unknown_encoding_is_named(name: str) -> None:
    with pytest.raises(Undecodable) as caught:
        decode(SENTENCE.encode(), encoding=name)
    assert caught.value.reason == "unknown-encoding"
    assert caught.value.values == {"encoding": name}


def test_the_encoding_asked_for_is_not_second_guessed() -> None:
    with pytest.raises(Undecodable) as caught:
        decode(SENTENCE.encode("gb18030"), encoding="utf-8")
    assert caught.value.reason == "not-in-encoding"
    assert caught.value.values == {"encoding": "utf-8", "offset": 0}


def test_a_declared_charset_is_believed() -> None:
    assert decode("政府資訊公開".encode("big5"), declared="Big5").text == "政府資訊公開"
    assert decode("信息公开".encode("hz"), declared="hz").text == "信息公开"


@pytest.mark.parametrize("declared", ["gb2312", "utf-16", "iso-8859-1", "nonsense", "big5"])
def test_a_declared_charset_that_the_bytes_speak_against_is_not(declared: str) -> None:
    assert decode(SENTENCE.encode("utf-8"), declared=declared).text == SENTENCE


@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "windows-1252", "nonsense"])
def test_gb18030_under_a_wrong_declaration(declared: str) -> None:
    assert decode(SENTENCE.encode("gb18030"), declared=declared).text == SENTENCE


@given(st.text(CHARS, min_size=1).filter(lambda text: not text.isascii()), st.integers(1, 3))
def test_utf8_cut_within_its_last_character_never_passes(text: str, cut: int) -> None:
    data = (SENTENCE + text).encode("utf-8")[:-cut]
    assume((SENTENCE + text).encode("utf-8")[-cut] & 0x80)
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        with pytest.raises(Undecodable) as caught:
            decode(data)
        assert caught.value.reason == "truncated"
        assert caught.value.values["encoding"] == "UTF-8"
    else:
        assert decode(data).text == whole


def test_gb18030_cut_within_its_last_character_never_passes() -> None:
    data = "本机关收到申请".encode("gb18030")[:-1]
    with pytest.raises(Undecodable) as caught:
        decode(data)
    assert caught.value.reason == "truncated"
    assert caught.value.values == {"encoding": "GB18030", "offset": len(data) - 1}


def test_a_wrong_byte_in_utf8_does_not_make_it_gb18030() -> None:
    data = (SENTENCE * 3).encode("utf-8")
    damaged = data[:30] + b"\xff" + data[31:]
    with pytest.raises(Undecodable) as caught:
        decode(damaged)
    assert caught.value.reason == "damaged"
    assert caught.value.values["offset"] in range(28, 31)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_called_by_its_name(codec: str) -> None:
    table = "规章\t0\t0\t0\r\n行政规范性文件\t2\t1\t9\r\n"
    with pytest.raises(Undecodable) as caught:
        decode(table.encode(codec))
    assert caught.value.reason == "utf-16-without-mark"


def test_binary_files_are_called_binary() -> None:
    with pytest.raises(Undecodable) as caught:
        decode(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    assert caught.value.reason == "binary"


def test_a_stray_control_character_is_text() -> None:
    assert decode("一、总体\x01情况\x00".encode()).text == "一、总体\x01情况\x00"


def test_bytes_of_no_encoding_say_where() -> None:
    data = "总体情况".encode("gb18030") + b"\xff\xff abc"
    with pytest.raises(Undecodable) as caught:
        decode(data)
    assert caught.value.reason == "undecodable"
    assert caught.value.values == {"offset": 8}


@given(st.binary())
def test_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except Undecodable:
        return
    assert decoded.encode(decoded.text) == data or decoded.encoding == "gb18030"


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""
