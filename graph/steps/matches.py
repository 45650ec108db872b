"""The matches of each document in a file of its own, and one small file that says of what they and its shards are made.

A document's file has the matches in which it is the subject and those in which it is the object, so that a step opens
those of the documents that it touches and no others. The file is named by its hash.
"""

from __future__ import annotations

import json
import os
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from guitu.extract.errors import StoreError
from guitu.graph.align.compare import Match
from guitu.graph.keep import hashed
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import JOINED, MATCHES

_TOGETHER = 16  # documents whose matches are sorted at once
_HELD = 16 * 1024**2  # bytes of matches that are held before they are put aside
_PACKED = struct.Struct("<IIIId??BB")  # subject, task, object, other, score, same, best, owned, placed
_OF_ONE = struct.Struct("<I?IId??BB")  # the other document, whether this one is the subject, and the same


class Joined(NamedTuple):
    """Of one document: of what its matches were found, where they are, and the recipes of its two shards."""

    told: str
    matches: str
    alignments: str
    suggestions: str


def joined(folder: Folder) -> dict[str, Joined]:
    """What was found before, by document; nothing where it cannot be read, or files of it have gone."""
    data = hashed.beside(folder.records / JOINED)
    kept = {} if data is None else json.loads(data.decode("utf-8", "surrogatepass"))
    found = {key: Joined(*one) for key, one in kept.items()}
    there = {file.name for file in os.scandir(folder.records)}
    return found if {one.matches + MATCHES for one in found.values()} <= there else {}


def keep_joined(folder: Folder, found: Mapping[str, Joined]) -> None:
    """Keep what was found of each document."""
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    hashed.keep_beside(folder.records / JOINED, data.encode("utf-8", "surrogatepass"))


def keep(folder: Folder, key: str, matches: Sequence[Match]) -> str:
    """Keep the matches of a document; the name of their file."""
    others = sorted({_other(key, match) for match in matches})
    at = {other: i for i, other in enumerate(others)}
    told = (_OF_ONE.pack(at[_other(key, match)], match[0] == key, match[1], *match[3:]) for match in matches)
    data = json.dumps(others).encode("ascii") + b"\n" + b"".join(told)
    return hashed.put(folder.records, data, MATCHES)


def load(folder: Folder, key: str, name: str) -> list[Match] | None:
    """The matches of a document; None where their file is damaged."""
    try:
        names, _, told = hashed.get(folder.records, name, MATCHES).partition(b"\n")
    except StoreError:
        return None
    others = json.loads(names)
    return [
        Match(key, task, others[i], *rest) if subject else Match(others[i], task, key, *rest)
        for i, subject, task, *rest in _OF_ONE.iter_unpack(told)
    ]


def _other(key: str, match: Match) -> str:
    return match.object if match.subject == key else match.subject


def by_document(matches: Iterable[Match], keys: Sequence[str]) -> Iterator[tuple[str, list[Match]]]:
    """The matches of each document, sorted; in memory are those of a few documents at a time."""
    order = {key: i for i, key in enumerate(keys)}
    held, size = defaultdict[int, bytearray](bytearray), 0
    with TemporaryDirectory() as aside:
        for match in matches:
            subject, other = order[match.subject], order[match.object]
            packed = _PACKED.pack(subject, match.task, other, *match[3:])
            for group in {subject // _TOGETHER, other // _TOGETHER}:
                held[group] += packed
                size += len(packed)
            if size > _HELD:
                _put_aside(held, Path(aside))
                size = 0
        _put_aside(held, Path(aside))
        for start in range(0, len(keys), _TOGETHER):
            yield from _of_group(keys, range(start, min(start + _TOGETHER, len(keys))), Path(aside))


def _put_aside(held: dict[int, bytearray], aside: Path) -> None:
    for group, data in held.items():
        with (aside / str(group)).open("ab") as file:
            file.write(data)
    held.clear()


def _of_group(keys: Sequence[str], group: range, aside: Path) -> Iterator[tuple[str, list[Match]]]:
    path, found = aside / str(group.start // _TOGETHER), defaultdict[int, list[Match]](list)
    for subject, task, other, *rest in _PACKED.iter_unpack(path.read_bytes() if path.exists() else b""):
        match = Match(keys[subject], task, keys[other], *rest)
        for i in (subject, other):
            if i in group:
                found[i].append(match)
    for i in group:
        yield keys[i], sorted(found[i])
