"""The engine of a graph, derived from its shards: loaded whole, or brought up to date by what differs.

Beside the database lie the counts of shared lines and a seal: which files there are, how large, and their hashes.
Before every answer the sizes are looked at, and the hashes of the files that say what the others mean; the blocks of
the others carry checksums of the engine's own, and are all looked at by `holds`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from guitu.extract.errors import StoreError
from guitu.graph.keep import changes, shards
from guitu.graph.keep import folder as layout
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.hashed import REPAIR
from guitu.graph.keep.loading import Loader
from guitu.graph.keep.manifest import Manifest, Shard
from guitu.graph.keep.shared import WHOLE, Shared
from guitu.ontology import standards as std

BROKEN = (OSError, RuntimeError)  # how the engine tells that its files are damaged
DATABASE, SHARED, SEAL = "db", "counts", "seal.json"
ASIDE = "asked"  # what was worked out of the graph, each file with its own hash
_TELLING = ("CURRENT", "MANIFEST-", "OPTIONS-", "IDENTITY")
_JOURNAL = ".log"  # whose damaged end the engine would leave out without a word
_PASSING = ("LOG", "LOCK")  # of whoever opens it
_DELETED = 5_000  # quads in one update
# quads that wait for the engine, which sorts them in memory and then merges them with what it has, again and again: so
# the more there is, the more at once, up to what keeps the process that loads under 1 GB
_LOADED, _MOST_LOADED, _OF_LOADED = 100_000, 600_000, 4
_TOGETHER = 5_000  # lines of a shard that are looked at in one go
_MOST_FILES = 200  # of a database that was brought up to date many times; then it is loaded anew


def make(folder: Folder, of: Manifest, before: Manifest | None) -> int:
    """Make the engine of a graph, from that of another where most is the same; the number of its quads.

    `of.total` is not looked at: it is what is found here. StoreError where a shard is damaged.
    """
    if before and _worth(before, of) and _can_change(folder.engine(before.name)):
        with contextlib.suppress(*BROKEN, ValueError, StoreError):  # whatever it was: the shards alone suffice
            return _updated(folder, before, of)
    return _loaded(folder, of)


def _can_change(place: Path) -> bool:
    return is_whole(place) and len(list((place / DATABASE).iterdir())) < _MOST_FILES


def _worth(before: Manifest, after: Manifest) -> bool:
    same = {one.sha256 for one in before.shards} & {one.sha256 for one in after.shards}
    kept = sum(one.count for one in after.shards if one.sha256 in same)
    return kept * 2 > max(sum(one.count for one in of.shards) for of in (before, after))


def part(folder: Folder) -> Path:
    """Where an engine is made, before its graph has a name."""
    return folder.path / (layout.ENGINE + "new" + layout.PART)


def finish(folder: Folder, manifest: Manifest) -> None:
    """Give the engine that was made its place; one that stands there is replaced."""
    target = folder.engine(manifest.name)
    if target.exists():
        shutil.rmtree(target)
    part(folder).replace(target)


def _fresh(folder: Folder) -> Path:
    place = part(folder)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    return place


def _loaded(folder: Folder, of: Manifest) -> int:
    with Loading(folder, of.base) as loading:
        for shard in of.shards:
            loading.add(shard)
        return loading.finish()


class Loading:
    """An engine that is loaded as shards come, in any order, while others are still made.

    As a context it leaves no process behind when the step does not come to its end.
    """

    def __init__(self, folder: Folder, base: str) -> None:
        self._folder, self._place, self._shared = folder, _fresh(folder), Shared.under(base)
        self._loader = Loader(self._place / DATABASE, folder.path)
        self._portion, self._count, self._total = 0, 0, 0

    def __enter__(self) -> Loading:
        return self

    def __exit__(self, *_: object) -> None:
        self._loader.close()

    def add(self, shard: Shard) -> None:
        """Take in one more; StoreError where it is damaged."""
        for data, count in self._new(shard):
            with self._waiting.open("ab") as file:  # what waits need not lie in memory as well
                file.write(data)
            self._count += count
            if self._count >= min(max(_LOADED, self._total // _OF_LOADED), _MOST_LOADED):
                self._loader.load(self._waiting)
                self._next()

    def finish(self) -> int:
        """The number of quads, when all shards are there."""
        self._loader.finish(self._waiting if self._count else None)
        self._next()
        _settle(self._place, self._shared)
        return self._total

    def _new(self, shard: Shard) -> Iterator[tuple[bytes, int]]:
        """The lines of a shard that are not there yet, in portions, and how many each has."""
        if shard.kind in WHOLE and shard.count <= _LOADED:
            yield shards.data(self._folder, shard), shard.count
            return
        lines = shards.streamed(self._folder, shard)
        while some := list(islice(lines, _TOGETHER)):
            new = self._shared.add(some)
            yield "".join(new).encode("utf-8"), len(new)

    @property
    def _waiting(self) -> Path:
        """The file of what waits."""
        return self._place / f"waiting-{self._portion}.nq"

    def _next(self) -> None:
        self._total += self._count
        self._portion, self._count = self._portion + 1, 0


def _updated(folder: Folder, before: Manifest, after: Manifest) -> int:
    old = folder.engine(before.name)
    shared = Shared.under(after.base)
    shared.read(old / SHARED)
    new, left = list[str](), list[str]()
    for one, other in _differing(before, after):
        lines = (shards.streamed(folder, shard) if shard else iter(()) for shard in (one, other))
        came, went = list[str](), list[str]()
        for line, is_new in shards.differing(*lines):
            (came if is_new else went).append(line)
        new += shared.add(came)
        left += shared.remove(went)
    both = set(new) & set(left)
    added = [line for line in new if line not in both]
    removed = [line for line in left if line not in both]
    place, known = _fresh(folder), json.loads((old / SEAL).read_bytes())
    source = ox.Store.read_only(str(old / DATABASE))
    source.backup(str(place / DATABASE))
    del source
    engine = ox.Store(str(place / DATABASE))
    for some in _groups(removed, _DELETED):
        engine.update("DELETE DATA {" + "".join(map(_pattern, some)) + "}")
    data = "".join(added).encode("utf-8")
    engine.bulk_extend(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    engine.flush()
    del engine
    changes.carry(old / ASIDE, place / ASIDE, before.name, before.total, (added, removed))
    _settle(place, shared, {file: told for file, told in known.items() if _is_link(file, old, place)})
    return before.total + len(added) - len(removed)


def _is_link(file: str, old: Path, new: Path) -> bool:
    """Whether a file of the older engine is the very same file in the newer one."""
    one, other = old / DATABASE / file, new / DATABASE / file
    return other.exists() and one.samefile(other)


def _differing(before: Manifest, after: Manifest) -> Iterator[tuple[Shard | None, Shard | None]]:
    """Each shard that went with the one that came in its place, of which most lines are the same."""
    old, new = ({(one.kind, one.key): one for one in of.shards} for of in (before, after))
    for place in sorted(old.keys() | new.keys()):
        one, other = old.get(place), new.get(place)
        if not (one and other and one.sha256 == other.sha256):
            yield one, other


def _pattern(line: str) -> str:
    """A line of ours as it stands in an update: the graph around the triple."""
    triple, _, graph = line.removesuffix(" .\n").rpartition(" ")
    return f"GRAPH {graph} {{ {triple} }}\n"


def _groups(lines: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (lines[start : start + size] for start in range(0, len(lines), size))


# ---- the seal ----


def _settle(place: Path, shared: Shared, known: Mapping[str, str] | None = None) -> None:
    """`known`: what an older seal says of files that are the same."""
    shared.write(place / SHARED)
    sealed = {file.name: (known or {}).get(file.name) or _seal(file) for file in _files(place / DATABASE)}
    layout.write(place / SEAL, json.dumps(sealed).encode("ascii"), sync=False)


def _files(database: Path) -> list[Path]:
    return [file for file in sorted(database.iterdir()) if not file.name.startswith(_PASSING)]


def _seal(file: Path) -> str:
    """The size of a file, and its SHA-256."""
    with file.open("rb") as data:
        return f"{file.stat().st_size} {hashlib.file_digest(data, 'sha256').hexdigest()}"


def _is_sealed(file: Path, told: str) -> bool:
    if file.name.startswith(_TELLING) or file.name.endswith(_JOURNAL):
        return _seal(file) == told
    return told.startswith(f"{file.stat().st_size} ")


def is_whole(place: Path, is_sealed: Callable[[Path, str], bool] = _is_sealed) -> bool:
    """Whether an engine has the files that it was made with, as far as it can be told at every start."""
    try:
        sealed, files = json.loads((place / SEAL).read_bytes()), _files(place / DATABASE)
        return sealed.keys() == {file.name for file in files} and all(is_sealed(one, sealed[one.name]) for one in files)
    except (OSError, ValueError, AttributeError):
        return False


def opened(folder: Folder, manifest: Manifest) -> ox.Store:
    """The engine of a graph, for reading; StoreError where it is missing or damaged."""
    place = folder.engine(manifest.name)
    if not is_whole(place):
        raise _damaged(folder, "its engine is not what was made")
    try:
        return ox.Store.read_only(str(place / DATABASE))
    except BROKEN as error:
        raise _damaged(folder, layout.reason(error)) from error


def _damaged(folder: Folder, why: str) -> StoreError:
    return StoreError(str(folder.path), f"the store is damaged ({why})", REPAIR)


def holds(folder: Folder, manifest: Manifest) -> bool:
    """Whether the engine of a graph is whole to its last byte, and so are the counts beside it."""
    place = folder.engine(manifest.name)
    with contextlib.suppress(*BROKEN, StoreError):
        Shared.under(manifest.base).read(place / SHARED)
        return is_whole(place, lambda file, told: _seal(file) == told)
    return False


def size(folder: Folder, manifest: Manifest) -> int:
    """How many quads an engine has; StoreError where it is damaged."""
    return _counted(folder, manifest, None, None, None, None)


def count(folder: Folder, manifest: Manifest, kind: str, graph: str) -> int:
    """How many things of a class stand in one of the graphs; StoreError where the engine is damaged."""
    pattern = None, ox.NamedNode(std.RDF_TYPE), ox.NamedNode(kind), ox.NamedNode(graph)
    return _counted(folder, manifest, *pattern)


def _counted(folder: Folder, manifest: Manifest, *pattern: Any) -> int:
    found = opened(folder, manifest).quads_for_pattern(*pattern)
    try:
        return sum(1 for _ in found)
    except BROKEN as error:
        raise _damaged(folder, layout.reason(error)) from None
