"""A zip file written again with some entries changed or added, and all others as they were.

Entries that stay are copied as they lie in the file, still compressed: no byte of them changes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gpar_lint.source.document import Unreadable
from gpar_lint.text.records import Record

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20  # that can read deflated entries
_UTF8 = 0x800  # the flag of a name in UTF-8


class _Entry(Record):
    """An entry as it is to be written."""

    local: bytes  # its header and data
    central: bytes  # its record of the directory, but for its place


def rewritten(file: ZipFile, data: bytes, changes: Mapping[str, bytes]) -> bytes:
    """The zip file `data`, opened as `file`, with changed or added contents by name.

    Raises Unreadable where the file's directory does not fit its entries.
    """
    infos = file.infolist()
    present = {info.filename: info for info in infos}
    ends = _ends(infos, file.start_dir)
    entries = []
    for info in infos:
        if info.filename in changes and present[info.filename] is info:
            entries.append(_made(info, changes[info.filename]))
        else:
            entries.append(_kept(info, data, ends[info.header_offset]))
    model = infos[0]
    for name in changes:
        if name not in present:
            added = ZipInfo(name, model.date_time)
            added.compress_type, added.create_system = ZIP_DEFLATED, model.create_system
            entries.append(_made(added, changes[name]))
    return _joined(entries)


def _ends(infos: list[ZipInfo], directory: int) -> dict[int, int]:
    """Where each entry's data ends, by where it begins: where the next one does."""
    offsets = sorted({info.header_offset for info in infos})
    if len(offsets) < len(infos):  # a bomb: many names for one entry
        raise Unreadable("suspect-docx")
    return dict(zip(offsets, [*offsets[1:], directory], strict=True))


def _kept(info: ZipInfo, data: bytes, end: int) -> _Entry:
    local = data[info.header_offset : end]
    if not local.startswith(b"PK\x03\x04"):
        raise Unreadable("damaged-docx")
    return _Entry(local, _central(info, info.CRC, info.compress_size, info.file_size))


def _made(info: ZipInfo, content: bytes) -> _Entry:
    """An entry with new content, of the old one's kind and time."""
    packed = content
    if info.compress_type == ZIP_DEFLATED:
        deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = deflater.compress(content) + deflater.flush()
    info.flag_bits &= _UTF8  # the sizes stand in front of the data
    info.extra = b""
    checksum = zlib.crc32(content)
    name = _name(info)
    local = _LOCAL.pack(
        b"PK\x03\x04", _VERSION, info.flag_bits, info.compress_type, *_time(info),
        checksum, len(packed), len(content), len(name), 0,
    )  # fmt: skip
    return _Entry(local + name + packed, _central(info, checksum, len(packed), len(content)))


def _central(info: ZipInfo, checksum: int, packed: int, size: int) -> bytes:
    name = _name(info)
    record = _CENTRAL.pack(
        b"PK\x01\x02", info.create_version | info.create_system << 8,
        max(info.extract_version, _VERSION), info.flag_bits, info.compress_type, *_time(info),
        checksum, packed, size, len(name), len(info.extra), len(info.comment), 0,
        info.internal_attr, info.external_attr, 0,
    )  # fmt: skip
    return record + name + info.extra + info.comment


def _name(info: ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "replace")


def _time(info: ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _joined(entries: list[_Entry]) -> bytes:
    pieces: list[bytes] = []
    records: list[bytes] = []
    at = 0
    for entry in entries:
        pieces.append(entry.local)
        records.append(entry.central[:42] + struct.pack("<L", at) + entry.central[46:])
        at += len(entry.local)
    directory = b"".join(records)
    count = len(entries)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0)
    return b"".join([*pieces, directory, end])
