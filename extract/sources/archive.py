"""The members of a .zip archive, read in memory one by one: nothing is ever written to the disk.

Sizes are counted while reading, whatever the archive declares; names are data (`names.harmless`).
"""

from __future__ import annotations

import contextlib
import io
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator

from guitu.extract.errors import SourceError
from guitu.extract.formats import UNZIPPABLE
from guitu.extract.source import Source
from guitu.extract.sources.limits import CHUNK, LARGEST, MEMBERS, RATIO, UNPACKED, UNSUSPECTED, Budget, told
from guitu.extract.sources.names import decoded, harmless, is_hidden, numbered

_LOCKED, _UTF8 = 0x1, 0x800  # flags of a member
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a bound
_HEADER = 30  # bytes before the name of a member


def members(data: bytes, name: str, budget: Budget) -> Iterator[Source | SourceError]:
    """The files in an archive as sources named `name/way/in/it`, in order of name; hidden ones are left out.

    A member that cannot be read (locked, damaged, too large, no plain file, by an odd method) is a SourceError in its
    place; so is each that comes after the budget is spent. At most a chunk beyond a limit is unpacked.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except UNZIPPABLE:
        yield SourceError(name, "the archive is damaged", "save it again from its origin")
        return
    with packed:
        listed = list(_named(packed.infolist()))
        overlapping = _overlapping(packed.infolist())
        if not listed:
            yield SourceError(name, "the archive has no documents")
        for way, info in listed:
            full = f"{name}/{way}"
            try:
                if info.header_offset in overlapping:
                    raise SourceError(full, "it lies over another member of the archive", "pack the archive again")
                yield Source(full, _read(packed, info, full, len(data), budget))
            except SourceError as error:
                yield error
            except UNZIPPABLE:
                yield SourceError(full, "it is damaged in the archive", "pack the archive again")


def _named(infos: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The files with their names, each name once."""
    files = [(_name(info), info) for info in infos]
    files = [(way, info) for way, info in files if not _is_folder(info) and not any(map(is_hidden, way.split("/")))]
    taken: Counter[str] = Counter()
    for way, info in sorted(files, key=lambda one: (one[0], one[1].header_offset)):
        taken[way] += 1
        yield way if taken[way] == 1 else numbered(way, taken[way]), info


def _name(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        with contextlib.suppress(UnicodeEncodeError):
            name = decoded(name.encode("cp437"))  # what zipfile took the bytes for
    return harmless(name)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.orig_filename.endswith(("/", "\\")) and not info.file_size


def _overlapping(infos: list[zipfile.ZipInfo]) -> set[int]:
    """The offsets of members whose bytes are those of another one, too."""
    found: set[int] = set()
    last, end = -1, 0
    for start, size in sorted((info.header_offset, _HEADER + info.compress_size) for info in infos):
        if start < end:
            found |= {last, start}
        if start + size > end:
            last, end = start, start + size
    return found


def _read(packed: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, whole: int, budget: Budget) -> bytes:
    """The bytes of a member; raises SourceError and whatever zipfile raises for a damaged one."""
    _check(info, name)
    if budget.members <= 0:
        raise SourceError(name, f"the archives hold more than {MEMBERS} files", "split the archive")
    budget.members -= 1
    most = min(LARGEST, max(UNSUSPECTED, RATIO * min(info.compress_size, whole)))
    parts, size = [], 0
    with packed.open(info) as file:
        while part := file.read(CHUNK):
            size += len(part)
            budget.size -= len(part)
            if budget.size < 0:
                budget.size = 0
                raise SourceError(name, f"the archives unpack to more than {told(UNPACKED)}", "split the archive")
            if size > most:
                raise _too_much(name, most)
            parts.append(part)
    return b"".join(parts)


def _check(info: zipfile.ZipInfo, name: str) -> None:
    mode = info.external_attr >> 16
    if info.flag_bits & _LOCKED:
        raise SourceError(name, "it is locked with a password", "unpack it first")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):  # a link, a device
        raise SourceError(name, "it is no plain file")
    if info.compress_type not in _METHODS:
        raise SourceError(name, "it is packed by a method that is not read", "pack the archive again")


def _too_much(name: str, most: int) -> SourceError:
    if most < LARGEST:
        return SourceError(name, f"it unpacks to more than {RATIO} times its size", "unpack it first")
    return SourceError(name, f"it is larger than {told(LARGEST)}", "split it")
