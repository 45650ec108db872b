"""Shards: sorted N-Quads lines of one document, or of what is joined; and their merge, which is the whole graph.

Lines about named things (graph/registry, graph/entities…) stand in the shard of every document that names them, so
the same line can stand in several shards; a graph has each once.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from guitu.graph.keep import hashed
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.manifest import Shard

SUFFIX = ".nq"
_TOGETHER = 1_000  # lines that are written at once
_PORTION = 1 << 16  # characters that are read of a shard at once
OPEN = 200  # files that are merged at once; systems let a process open 256 at least

Keep = Callable[[Folder, str, str, Iterable[str], str], Shard]
"""`keep`, or `told`."""


def keep(folder: Folder, kind: str, key: str, lines: Iterable[str], recipe: str) -> Shard:
    """Write a shard of lines in any order, each kept once."""
    found = _sorted(lines)
    return Shard(kind, key, hashed.put_pieces(folder.shards, _pieces(found), SUFFIX), len(found), recipe)


def told(folder: Folder, kind: str, key: str, lines: Iterable[str], recipe: str) -> Shard:
    """What `keep` would write, without writing it."""
    found, name = _sorted(lines), hashlib.sha256()
    for piece in _pieces(found):
        name.update(piece)
    return Shard(kind, key, name.hexdigest(), len(found), recipe)


def _sorted(lines: Iterable[str]) -> list[bytes]:
    """Each line once; as bytes, which sort as signs do and take half of the room."""
    return sorted({line.encode("utf-8") for line in lines})


def _pieces(lines: Sequence[bytes]) -> Iterator[bytes]:
    for start in range(0, len(lines), _TOGETHER):
        yield b"".join(lines[start : start + _TOGETHER])


def read(folder: Folder, shard: Shard) -> list[str]:
    """The lines of a shard; StoreError where its file is damaged."""
    return lines_of(data(folder, shard))


def data(folder: Folder, shard: Shard) -> bytes:
    """The same as it lies there."""
    return hashed.get(folder.shards, shard.sha256, SUFFIX)


def streamed(folder: Folder, shard: Shard) -> Iterator[str]:
    """The lines of a shard, of which never many are held; StoreError where its file is damaged."""
    if not hashed.is_whole(path(folder, shard), shard.sha256):
        hashed.get(folder.shards, shard.sha256, SUFFIX)  # says what is wrong
    with path(folder, shard).open(encoding="utf-8", newline="\n") as file:
        while lines := file.readlines(_PORTION):
            yield from lines


def differing(one: Iterator[str], other: Iterator[str]) -> Iterator[tuple[str, bool]]:
    """The lines that only one of two shards has, and whether it is the second."""
    old, new = next(one, None), next(other, None)
    while old is not None or new is not None:
        if old == new:
            old, new = next(one, None), next(other, None)
        elif new is None or (old is not None and old < new):
            yield old or "", False
            old = next(one, None)
        else:
            yield new, True
            new = next(other, None)


def text(folder: Folder, shard: Shard) -> str:
    """The lines of a shard as they stand in its file; StoreError where it is damaged."""
    return hashed.get(folder.shards, shard.sha256, SUFFIX).decode("utf-8")


def lines_of(data: bytes) -> list[str]:
    """The lines of N-Quads, each with its end; other signs that break lines stand inside of literals."""
    return [line + "\n" for line in data.decode("utf-8").split("\n")[:-1]]


def path(folder: Folder, shard: Shard) -> Path:
    """Where a shard lies."""
    return folder.shards / (shard.sha256 + SUFFIX)


def merged(folder: Folder, shards: Sequence[Shard]) -> Iterator[str]:
    """All lines of some shards, sorted, each once; memory does not grow with their sum.

    StoreError where a shard does not hold what its name says, before the lines that would follow.
    """
    files = [path(folder, shard) for shard in shards]
    for shard, file in zip(shards, files, strict=True):
        if not hashed.is_whole(file, shard.sha256):
            hashed.get(folder.shards, shard.sha256, SUFFIX)  # says what is wrong
    with TemporaryDirectory() as aside:
        yield from _merged(files, Path(aside))


def _merged(files: Sequence[Path], aside: Path) -> Iterator[str]:
    while len(files) > OPEN:
        groups = (files[start : start + OPEN] for start in range(0, len(files), OPEN))
        files = [_together(group, aside, f"{len(files)}-{i}") for i, group in enumerate(groups)]
    with ExitStack() as opened:
        yield from _of_streams([opened.enter_context(file.open(encoding="utf-8", newline="\n")) for file in files])


def _of_streams(streams: Sequence[TextIO]) -> Iterator[str]:
    """The lines of sorted files, each once: all up to where every portion at hand reaches are sorted together.

    Sorting what is sorted in stretches costs less than comparing line by line.
    """
    held = [(lines, stream) for stream in streams if (lines := stream.readlines(_PORTION))]
    while held:
        reach = min(lines[-1] for lines, _ in held)
        ready, left = list[str](), list[tuple[list[str], TextIO]]()
        for lines, stream in held:
            end = bisect_right(lines, reach)
            ready += lines[:end]
            if rest := lines[end:] if end < len(lines) else stream.readlines(_PORTION):
                left.append((rest, stream))
        held = left
        ready.sort()
        yield from dict.fromkeys(ready)


def _together(files: Sequence[Path], aside: Path, name: str) -> Path:
    target = aside / name
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_merged(files, aside))
    return target
