"""The process in which a store is asked: one question after the other from standard input, answered in parts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pyoxigraph as ox

from guitu.extract.errors import GuituError
from guitu.graph.keep import asking
from guitu.graph.keep.bounded import End, Head, OutOfBounds, Place, Question
from guitu.graph.keep.forks import forked
from guitu.graph.keep.processes import end_with_parent, hold, receive, send, serving
from guitu.graph.keep.store import Store

Part = Head | list[asking.Row] | bytes | End
Parts = Callable[[Store, Any], Iterator[Any]]


def main() -> None:
    """Answer queries until the parent ends."""
    answer_by(parts)


def answer_by(parts: Parts, alone: int = 0, shared: int = 0) -> None:
    """Answer until the parent ends; `parts` makes an answer to what it asks, from its head to its end.

    A graph of at most so many quads is held in memory, by a process `alone` or `shared` by its forks.
    """
    jobs, answers = serving()
    with suppress(EOFError, BrokenPipeError):
        place, memory, orders = receive(jobs)
        if orders is None:
            end_with_parent(jobs)
        try:
            store = _opened(place).in_memory(alone if orders is None else shared)
        except GuituError as error:
            send(answers, error)
            os._exit(0)
        send(answers, True)
        if orders is not None:
            jobs, answers = forked(orders)
        while True:
            question, seconds = receive(jobs)
            hold(memory, seconds)
            try:
                for part in parts(store, question):
                    send(answers, part)
            except GuituError as error:
                send(answers, error)
            except MemoryError:
                send(answers, OutOfBounds("", f"it takes more than {memory // 1024**2} MB of memory", "ask for less"))
    os._exit(0)


def _opened(place: Place) -> Store:
    if place.url:
        from guitu.graph.keep.remote import RemoteStore  # noqa: PLC0415 - brings HTTP along

        return RemoteStore(place.url, allow_private=place.allow_private)
    return Store.open(place.path, place.graph) if place.path else Store.memory([place.quads.decode("utf-8")])


def parts(store: Store, question: Question) -> Iterator[Part]:
    """The answer to a query: its head, rows or bytes, its end."""
    found = store.run(question.sparql, question.dataset)
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
