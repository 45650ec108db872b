"""Work for the tests of clusters; workers find it here by its name."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guitu.graph.keep.folder import Folder


class Item(NamedTuple):
    """A number, the process that wants its square, and whom 3 ends elsewhere: who takes it up, or its worker."""

    number: int
    home: int
    worker: bool = False


def deadly(_: Folder, items: Iterable[Item]) -> Iterator[int]:
    """The squares of numbers; 3 is done at home alone."""
    for item in items:
        if item.number == 3 and os.getpid() != item.home:
            os.kill(os.getppid() if item.worker else os.getpid(), signal.SIGKILL)
        yield item.number * item.number


def whose(_: Folder, items: Iterable[int]) -> Iterator[int]:
    """Of each item the process that takes it up."""
    for _item in items:
        yield os.getpid()
