"""The process in which a store is asked: one question after the other from standard input, answered in parts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

import pyoxigraph as ox

from guitu.extract.errors import GuituError, QueryError
from guitu.graph.keep import asking
from guitu.graph.keep.bounded import End, Head, Place, Question
from guitu.graph.keep.processes import hold, receive, send, serving
from guitu.graph.keep.store import Store


def main() -> None:
    """Answer until the parent ends."""
    jobs, answers = serving()
    with suppress(EOFError, BrokenPipeError):
        place, memory = receive(jobs)
        try:
            store = _opened(place)
        except GuituError as error:
            send(answers, error)
            os._exit(0)
        hold(memory)
        send(answers, True)
        while True:
            question = receive(jobs)
            try:
                for part in _parts(store, question):
                    send(answers, part)
            except GuituError as error:
                send(answers, error)
            except MemoryError:
                send(answers, QueryError("", f"it takes more than {memory // 1024**2} MB of memory", "ask for less"))
    os._exit(0)


def _opened(place: Place) -> Store:
    return Store.open(place.path) if place.path else Store.memory([place.quads.decode("utf-8")])


def _parts(store: Store, question: Question) -> Iterator[Head | list[asking.Row] | bytes | End]:
    found = store.run(question.sparql)
    if question.form is None:
        told = asking.Told(found, question.most)
        yield Head(told.names, not isinstance(found, ox.QueryTriples))
        yield from told.parts()
        yield End(told.cut)
    else:
        stream = asking.Stream(found, *question.form, question.most)
        yield Head((), stream.is_rows)
        yield from stream
        yield End(stream.cut)
