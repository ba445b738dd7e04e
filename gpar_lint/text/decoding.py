"""Bytes to text: a fixed ladder, no guessing by statistics.

A byte order mark, the encoding asked for, UTF-8, the charset that the file declares, GB18030 (of
which GB2312 and GBK are parts), each strictly; then an error that says what is the matter. Guessing
libraries are wrong on every second short Chinese text; this ladder is wrong on none that it takes.
"""

from __future__ import annotations

import codecs

from gpar_lint.text.records import Record

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# A file that says GB2312 or GBK often holds characters that only GB18030 has.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "utf8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
}
# Declared by editors and servers that know no better; in them every byte is valid.
_SINGLE_BYTE = frozenset({"ascii", "iso8859-1", "cp1252"})
# Control characters that text never holds; \t \n \v \f \r, DOS's end of file and escape it may.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))


class Undecodable(ValueError):
    """Bytes that are no text in any encoding of the ladder.

    `reason`: "binary"; "utf-16-without-mark"; "unknown-encoding" (values: encoding);
    "not-in-encoding", what was asked for or what its mark says, "damaged" and "truncated" (values:
    encoding, offset: the byte where it breaks off); "undecodable" (values: offset).
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class Decoded(Record):
    """A decoded text, and how to write it back. Its line ends are those of the file."""

    text: str  # without the byte order mark
    encoding: str  # a Python codec name
    mark: bytes = b""  # the byte order mark it began with

    def encode(self, text: str) -> bytes:
        """`text` as bytes of the same encoding, with the byte order mark if there was one.

        Raises UnicodeEncodeError where the encoding lacks a character.
        """
        return self.mark + text.encode(self.encoding)


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a file's bytes.

    `encoding` is what the user asks for and is not second-guessed; `declared` is the charset that
    the file itself names (HTML) and is believed only where the bytes do not speak against it.
    Raises Undecodable.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], codec), codec, mark)
    if encoding is not None:
        codec = _WIDER.get(encoding.lower().replace("_", "-"), encoding)
        return Decoded(_strictly(data, codec), codec)
    _refuse_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other_than_utf8(data, declared, error)
    if declared and data.isascii():  # UTF-7, HZ and the like write Chinese in ASCII bytes
        return _declared(data, declared) or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except LookupError:
        raise Undecodable("unknown-encoding", encoding=codec) from None
    except UnicodeDecodeError as error:
        raise Undecodable("not-in-encoding", encoding=codec, offset=error.start) from None
    except UnicodeError:  # codecs such as punycode, which say no more
        raise Undecodable("not-in-encoding", encoding=codec, offset=0) from None


def _refuse_binary(data: bytes) -> None:
    """Raise where more than a stray character or two is one that text never holds."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls <= 4 + len(data) // 100:
        return
    if _looks_like_utf16(data):
        raise Undecodable("utf-16-without-mark")
    raise Undecodable("binary")


def _looks_like_utf16(data: bytes) -> bool:
    """Whether zero bytes, of digits and line ends, are many and stand on one side of the pairs."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    return len(data) % 2 == 0 and max(even, odd) > max(4 * min(even, odd), len(data) // 50)


def _other_than_utf8(data: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    if declared and (decoded := _declared(data, declared)):
        return decoded
    _refuse_damaged_utf8(data, error)
    try:
        return Decoded(data.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as failure:
        if failure.end == len(data) and "incomplete" in failure.reason:
            reason = Undecodable("truncated", encoding="GB18030", offset=failure.start)
        else:
            reason = Undecodable("undecodable", offset=failure.start)
        raise reason from None


def _declared(data: bytes, charset: str) -> Decoded | None:
    codec = _WIDER.get(charset.lower(), charset)
    try:
        if codec.startswith("utf-16") or codecs.lookup(codec).name in _SINGLE_BYTE:
            return None
        return Decoded(data.decode(codec), codec)
    except (LookupError, UnicodeError):
        return None


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Raise where the bytes are UTF-8 but for a few: as GB18030 they might well pass, as rubbish.

    Half the Chinese texts in UTF-8 that lose their last byte are valid GB18030.
    """
    if "unexpected end" in error.reason and not data[: error.start].isascii():
        raise Undecodable("truncated", encoding="UTF-8", offset=error.start)
    text = data.decode("utf-8", "replace")
    wide = (len(text.encode("utf-8")) - len(text)) // 2  # characters of three bytes, about
    bad = text.count("\ufffd")
    if wide - bad > 4 * bad:
        raise Undecodable("damaged", encoding="UTF-8", offset=error.start)
