"""The process that answers the service: queries as ever, and what pages and JSON need, each within its bounds.

What only the latter need is loaded with the first of them: a process takes the place of every one that was ended, and
has to start soon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guitu.graph.keep import asking_process
from guitu.graph.keep.bounded import End, Head, Question
from guitu.graph.keep.store import Store

_ALONE = 200_000  # quads of a graph that each process holds in memory: 60 MB, read in as long as a process starts
_SHARED = 2_000_000  # of one that is loaded once for all of them


def main() -> None:
    """Answer until the service ends."""
    asking_process.answer_by(parts, _ALONE, _SHARED)


def parts(store: Store, job: Any) -> Iterator[Any]:
    """The answer to a query in parts, and to every other job as one value."""
    if isinstance(job, Question):
        yield from asking_process.parts(store, job)
        return
    from guitu.exports.service.answering import answer  # noqa: PLC0415 - heavy, and for pages only

    found = answer(store, job)
    yield Head((), True)
    yield [found]
    yield End(False)
