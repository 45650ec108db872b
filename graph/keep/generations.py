"""The steps that made a store what it is: each a generation, with the graph and the ledger that it left."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guitu.extract.errors import StoreError
from guitu.graph.keep import folder as layout
from guitu.graph.keep import hashed, manifest
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.hashed import REPAIR
from guitu.graph.keep.manifest import Manifest

if TYPE_CHECKING:
    from guitu.graph.keep.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Generation:
    """One step. `when`: ISO 8601, in UTC; `came`, `went`, `changed`: keys of documents; `manifest`, `ledger`: hashes.

    `made_by`: a hash of the code and knowledge that made the graph;
    `before`: the SHA-256 of the record of the step before, so that the whole history can be checked.
    """

    number: int
    when: str
    command: str
    manifest: str
    ledger: str
    made_by: str
    documents: int
    facts: int
    gaps: int
    quads: int
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    decisions: int = 0
    before: str = ""


def current(folder: Folder) -> Generation | None:
    """The generation that answers; None before the first step has ended. StoreError where it cannot be told."""
    try:
        data = folder.current.read_bytes()
    except FileNotFoundError:
        if next(folder.generations.glob("*.json"), None):
            raise _damaged(folder) from None
        return None
    except OSError as error:
        raise StoreError(str(folder.path), f"the store cannot be read ({layout.reason(error)})", REPAIR) from error
    found = _decoded(data)
    if found is None:
        raise _damaged(folder)
    return found


def load(folder: Folder, number: int) -> Generation:
    """The generation of a number; StoreError where there is none."""
    where = str(folder.path)
    try:
        found = _decoded(file(folder, number).read_bytes())
    except FileNotFoundError:
        raise StoreError(where, f"no generation {number} of this store", "see: guitu log") from None
    except OSError as error:
        raise StoreError(where, f"the store cannot be read ({layout.reason(error)})", REPAIR) from error
    if found is None or found.number != number:
        raise StoreError(where, f"the store is damaged: its generation {number} cannot be read", REPAIR)
    return found


def _decoded(data: bytes) -> Generation | None:
    """A record with its SHA-256 before it; None where it does not hold."""
    told, _, body = data.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode("ascii") != told:
        return None
    try:
        found = json.loads(body.decode("utf-8", "surrogatepass"))
        return Generation(**(found | {name: tuple(found[name]) for name in ("came", "went", "changed")}))
    except (ValueError, TypeError, KeyError):
        return None


def _encoded(generation: Generation) -> bytes:
    body = json.dumps(asdict(generation), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    return hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body


def digest(generation: Generation) -> str:
    """The SHA-256 of the record of a step."""
    return _encoded(generation).split(b"\n", 1)[0].decode("ascii")


def numbers(folder: Folder) -> tuple[int, ...]:
    """The numbers of all generations that are kept, the first first."""
    found = (file.stem for file in folder.generations.glob("*.json"))
    return tuple(sorted(int(name) for name in found if name.isdecimal() and name.isascii()))


def history(folder: Folder) -> Iterator[Generation]:
    """All generations that are kept, the first first, up to the current one."""
    last = current(folder)
    yield from (load(folder, number) for number in numbers(folder) if last and number <= last.number)


def graph_of(folder: Folder, generation: Generation) -> Manifest:
    """The manifest of a generation."""
    return manifest.decode(hashed.get(folder.manifests, generation.manifest), str(folder.path))


def ledger_of(folder: Folder, generation: Generation) -> Ledger:
    """The ledger of a generation."""
    from guitu.graph.keep import ledger  # noqa: PLC0415 - the codec of facts, which who only asks does without

    return ledger.loaded(_ledger(folder, generation), str(folder.path))


def _ledger(folder: Folder, generation: Generation) -> bytes:
    """That of the current one stands twice, since nothing else tells what it says."""
    if hashed.is_whole(folder.second, generation.ledger):
        return folder.second.read_bytes()
    return hashed.get(folder.ledgers, generation.ledger, ".json")


def commit(folder: Folder, generation: Generation) -> None:
    """Make a generation the one that answers: what it names must stand on the disk. Its end is one rename.

    The record stands twice, by its number and as the current one, so that either can be made of the other.
    """
    data = _encoded(generation)
    layout.write(folder.second, _ledger(folder, generation))
    layout.write(file(folder, generation.number), data)
    layout.write(folder.current, data)


def file(folder: Folder, number: int) -> Path:
    """Where the record of a step is."""
    return folder.generations / f"{number:06}.json"


def _damaged(folder: Folder) -> StoreError:
    return StoreError(str(folder.path), "the store is damaged: it does not tell its current graph", REPAIR)
