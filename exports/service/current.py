"""The graph that is served: always one whole generation, the newest; an answer comes from one and no other.

A store is watched by its file `current`. When a step of the store has ended, new questions go to processes of the new
graph; those of the old one end with their last answer. A graph at an address tells nothing of its changes: nothing is
kept of its answers, and what is worked out of it is worked out anew after some minutes.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from guitu.exports.service.remembered import Remembered
from guitu.extract.errors import GuituError, StoreError
from guitu.graph.keep import folder as layout
from guitu.graph.keep import generations
from guitu.graph.keep.bounded import Asker, Place
from guitu.graph.keep.store import Store

WORKER = "guitu.exports.service.worker"
_FRESH = 300.0  # seconds after which a graph at an address is looked at anew


@dataclass(slots=True)
class Held:
    """A graph with the processes that answer for it. `name`: the hash of its manifest; `number`: of its generation."""

    asker: Asker
    name: str = ""
    number: int = 0
    answers: Remembered = field(default_factory=lambda: Remembered(""))
    kept: dict[str, Any] = field(default_factory=dict)
    users: int = 0
    old: bool = False


class Current:
    """The newest graph of a place. StoreError at once where there is none."""

    def __init__(self, place: Place, memory: int, processes: int) -> None:
        self._place = place
        self._memory = memory
        self._processes = processes * 3  # with those that go on beside
        self._ahead = processes
        self._guard = threading.Lock()
        self._seen: object = None
        self._held = self._opened()

    @contextlib.contextmanager
    def held(self) -> Iterator[Held]:
        """The newest graph, kept as long as it is looked at."""
        with self._guard:
            self._look()
            held = self._held
            held.users += 1
        try:
            yield held
        finally:
            with self._guard:
                held.users -= 1
                ended = held.old and not held.users
            if ended:
                held.asker.close()

    def close(self) -> None:
        """End the processes that wait."""
        with self._guard:
            self._held.old = True
        self._held.asker.close()

    def _look(self) -> None:
        """Take the next graph where there is one; where it cannot be read, the one before goes on answering."""
        if self._stamp() == self._seen:
            return
        with contextlib.suppress(GuituError):
            before, self._held = self._held, self._opened()
            before.old = True
            if not before.users:
                before.asker.close()

    def _stamp(self) -> object:
        """What changes with the graph: the file that says which it is, or the file that it is."""
        path = self._place.path
        if self._place.url:
            return time.monotonic() // _FRESH
        if path is None:
            return ()
        try:
            found = (layout.find(path).current if path.is_dir() else path).stat()
        except (OSError, StoreError):
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _opened(self) -> Held:
        stamp, path = self._stamp(), self._place.path
        number, name = 0, ""
        if path is not None and not path.is_file():
            generation = generations.current(layout.find(path))
            if generation is None:
                raise StoreError(str(path), "no build of this store has ended yet", "build it again")
            number, name = generation.number, generation.manifest
        asker = Asker(replace(self._place, graph=name), WORKER, self._memory, self._processes, ahead=self._ahead)
        self._seen = stamp
        known = name or (repr(stamp) if path else sha256(self._place.quads).hexdigest())
        if self._place.url:
            known = ""
        return Held(asker, name, number, Remembered(known))


def place_of(store: Store) -> Place:
    """Where the processes of the service find a store; StoreError where an endpoint has no graph of Guitu."""
    place = store.asker().place
    if place.url:
        store.query("ASK {}")
    return place
