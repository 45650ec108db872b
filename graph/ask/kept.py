"""What was worked out of a graph once, kept beside its engine, so that no later command has to wait for it.

Nothing is made ahead, so that a step of a store pays nothing: the first question that needs something makes it. A file
is named by the code that asks and what it holds; it begins with its own hash and the name of the graph: it can never
answer for another graph, and one that is missing, cut off or changed is made again. Where nothing can be written
nothing is kept.

Rows about things, of which each can be found by itself, are a `Table`: after a step only those of things that the step
touched are looked for again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from guitu.graph.ask.columns import dumped, loaded
from guitu.graph.keep import hashed
from guitu.graph.keep.changes import KEPT
from guitu.graph.keep.store import Row, Store

_ROOMS = ("guitu.graph.ask", "guitu.graph.compare")
_CODE = (".py", ".rq")
_CHANGE = re.compile(r"[+-]<([^>]*)> <([^>]*)> (?:<([^>]*)>|.*) <([^>]*)> \.")
_NONE = frozenset[str]()
_SHARE = 4  # of the rows of a table; where more were touched, all are found anew
_MOST = 20_000  # rows of a table of which only some are asked for
Place = Literal["subject", "object", "graph"]
Things = Collection[str] | None


class Table(NamedTuple):
    """Rows whose first column is a thing. `find`: all, or those of some things.

    `watched`: predicates, and where in a quad with one the thing stands whose rows may change with it.
    """

    name: str
    find: Callable[[Store, Things], Iterable[Row]]
    watched: Mapping[str, Place]


def once(store: Store, name: str, find: Callable[[], Any]) -> Any:
    """What does not depend on any argument, found once for each graph that was opened."""
    if name not in store.kept:
        store.kept[name] = find()
    return store.kept[name]


def table(store: Store, of: Table) -> Sequence[Row]:
    """The rows of a table, sorted."""
    found: Sequence[Row] = once(store, of.name, lambda: _up_to_date(store, of))
    return found


def some(store: Store, of: Table, things: Collection[str]) -> Sequence[Row]:
    """The rows of some things of a table that is not made whole: what was asked for once is kept.

    Rows have two columns; of a thing without any it is kept that it has none.
    """
    name = f"{of.name} known"
    graph, told = read(store, name)
    touched = set[str]() if graph == store.name else _touched(store, graph, of.watched)
    found = _patched(loaded(told), touched, ()) if told and touched is not None else ()
    missing = set(things).difference(map(_THING, found))
    if missing:
        more = list(of.find(store, missing))
        none = ((one, None) for one in missing.difference(map(_THING, more)))
        if len(found) > _MOST:
            found = [row for row in found if row[0] in things]
        found = _patched(found, set(), (*more, *none))
        keep(store, name, dumped(found))
    return [row for row in found if row[0] in things and row[1] is not None]


def rows(store: Store, name: str, find: Callable[[], Iterable[Row]]) -> Sequence[Row]:
    """Rows that do not depend on any argument, found once for each graph."""

    def read() -> Sequence[Row]:
        return [tuple(row) for row in json.loads(data(store, name, lambda: _json(list(find()))))]

    found: Sequence[Row] = once(store, name, read)
    return found


def data(store: Store, name: str, make: Callable[[], bytes]) -> bytes:
    """Bytes that follow from the graph alone; made where they are not kept."""
    graph, found = read(store, name)
    if graph != store.name or found is None:
        found = make()
        keep(store, name, found)
    return found


def older(store: Store, name: str) -> bytes | None:
    """What is kept of a name, be it of an earlier graph."""
    return read(store, name)[1]


def _up_to_date(store: Store, of: Table) -> Sequence[Row]:
    """The rows that are kept, those of things that steps have touched since found anew; these stand in a small file."""
    graph, kept = read(store, of.name)
    if kept is None:
        return _whole(store, of)
    found = loaded(kept)
    if graph == store.name:
        return found
    since = _since(store, of, graph, len(found))
    return _patched(found, *since) if since else _whole(store, of)


class _Since(NamedTuple):
    """The things that steps have touched, and the rows of them."""

    things: set[str]
    rows: Sequence[Row]


def _since(store: Store, of: Table, graph: str, size: int) -> _Since | None:
    """What has changed since the graph of which all rows are kept; only steps that were not looked at are.

    None where that is not known, or too much was touched of so many rows.
    """
    name = f"{of.name} since"
    now, told = read(store, name)
    first, *seen = json.loads(told) if told else ("", [], [])
    known = _Since(set(seen[0]), [tuple(row) for row in seen[1]]) if first == graph else _Since(set(), ())
    if first == graph and now == store.name:
        return known
    touched = _touched(store, now if first == graph else graph, of.watched)
    if touched is None or len(known.things | touched) * _SHARE > size:
        return None
    more = _patched(known.rows, touched, of.find(store, touched) if touched else ())
    made = _Since(known.things | touched, more)
    keep(store, name, _json([graph, sorted(made.things), made.rows]))
    return made


def _whole(store: Store, of: Table) -> Sequence[Row]:
    found = _sorted(of.find(store, None))
    keep(store, of.name, dumped(found))
    return found


def _patched(found: Sequence[Row], touched: set[str], more: Iterable[Row]) -> Sequence[Row]:
    """Sorted rows with those of some things in the place of those that were."""
    rows = list(found)
    for thing in touched:
        start = bisect_left(rows, thing, key=_THING)
        del rows[start : bisect_right(rows, thing, start, key=_THING)]
    for thing, of in groupby(_sorted(more), _THING):
        at = bisect_left(rows, thing, key=_THING)
        rows[at:at] = of
    return rows


_THING = itemgetter(0)


def _sorted(found: Iterable[Row]) -> list[Row]:
    found = dict.fromkeys(found)
    try:
        return sorted(found)
    except TypeError:  # a cell that is empty
        return sorted(found, key=lambda row: [cell or "" for cell in row])


def _touched(store: Store, graph: str, watched: Mapping[str, Place]) -> set[str] | None:
    """The things of which rows may have changed since an earlier graph; None where that is not known."""
    changed: Mapping[tuple[str, Place], set[str]] | None = once(
        store, f"changed since {graph}", lambda: _changed(store.changes(graph))
    )
    if changed is None:
        return None
    return set[str]().union(*(changed.get(one, _NONE) for one in watched.items()))


def _changed(lines: Iterable[str] | None) -> Mapping[tuple[str, Place], set[str]] | None:
    """What stands in quads that came or went, by their predicate, at each of its places."""
    if lines is None:
        return None
    found: defaultdict[tuple[str, Place], set[str]] = defaultdict(set)
    for subject, predicate, other, graph in (match.groups() for match in map(_CHANGE.match, lines) if match):
        found[predicate, "subject"].add(subject)
        found[predicate, "graph"].add(graph)
        if other:
            found[predicate, "object"].add(other)
    return found


# ---- files ----


def _json(found: Sequence[Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def read(store: Store, name: str) -> tuple[str, bytes | None]:
    """The graph that something was worked out of, and what it is."""
    place = store.aside
    found = None if place is None else hashed.beside(place / _file(name))
    if found is None:
        return "", None
    graph, _, told = found.partition(b"\n")
    return graph.decode("ascii", "replace"), told


def keep(store: Store, name: str, told: bytes) -> None:
    """Keep what was worked out of a graph, where anything can be written."""
    if place := store.aside:
        with contextlib.suppress(OSError):  # a store that is only read, or a graph that has just been replaced
            place.mkdir(exist_ok=True)
            hashed.keep_beside(place / _file(name), b"%b\n%b" % (store.name.encode("ascii"), told))


def _file(name: str) -> str:
    return hashlib.sha256(f"{_version()} {name}".encode()).hexdigest()[:32] + KEPT


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
