"""What was worked out of a graph once, kept beside its engine, so that no later command has to wait for it.

Nothing is made ahead, so that a step of a store pays nothing: the first question that needs something makes it. A file
is named by the graph, the code that asks and what it holds, and begins with its own hash: it can never answer for
another graph, and one that is missing, cut off or changed is made again. Where nothing can be written nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from guitu.graph.keep import hashed
from guitu.graph.keep.store import Row, Store

_ROOMS = ("guitu.graph.ask", "guitu.graph.compare")
_CODE = (".py", ".rq")


def once(store: Store, name: str, find: Callable[[], Any]) -> Any:
    """What does not depend on any argument, found once for each graph that was opened."""
    if name not in store.kept:
        store.kept[name] = find()
    return store.kept[name]


def rows(store: Store, name: str, find: Callable[[], Iterable[Row]]) -> Sequence[Row]:
    """Rows that do not depend on any argument, found once for each graph."""
    found: Sequence[Row] = once(
        store, name, lambda: [tuple(row) for row in json.loads(data(store, name, lambda: _dumped(find())))]
    )
    return found


def _dumped(found: Iterable[Row]) -> bytes:
    return json.dumps(list(found), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def data(store: Store, name: str, make: Callable[[], bytes]) -> bytes:
    """Bytes that follow from the graph alone; made where they are not kept."""
    place = store.aside
    if place is None:
        return make()
    path = place / f"{hashlib.sha256(f'{store.name} {_version()} {name}'.encode()).hexdigest()[:32]}.kept"
    found = hashed.beside(path)
    if found is None:
        found = make()
        with contextlib.suppress(OSError):  # a store that is only read, or a graph that has just been replaced
            place.mkdir(exist_ok=True)
            hashed.keep_beside(path, found)
    return found


@cache
def _version() -> str:
    """A hash of the code that asks."""
    found = hashlib.sha256()
    for room in _ROOMS:
        for name, content in sorted(_files(resources.files(room), room)):
            found.update(f"{name}\0{len(content)}\0".encode())
            found.update(content)
    return found.hexdigest()


def _files(place: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    for entry in place.iterdir():
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, path)
        elif entry.name.endswith(_CODE):
            yield path, entry.read_bytes()
