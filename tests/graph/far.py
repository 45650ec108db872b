"""Work for the tests of clusters; workers find it here by its name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import distributed

from guitu.graph.keep.folder import Folder


def deadly(_: Folder, items: Iterable[int]) -> Iterator[int]:
    """The squares of numbers; 3 ends every worker that takes it up."""
    for item in items:
        if item == 3 and away():
            os._exit(1)
        yield item * item


def away() -> bool:
    """Whether this is a process of a cluster."""
    try:
        distributed.get_worker()
    except ValueError:
        return False
    return True
