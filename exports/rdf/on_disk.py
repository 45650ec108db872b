"""Sorting what is larger than memory should be: runs on the disk, merged as they are read."""

from __future__ import annotations

import heapq
import pickle
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, TypeVar

Order = TypeVar("Order")
HELD = 16_000_000
"""Characters that are sorted at once."""


def in_order(blocks: Iterable[tuple[Order, str]], held: int | None = None) -> Iterator[tuple[Order, str]]:
    """Blocks of text in the order of their keys; about `held` characters of them are in memory.

    >>> list(in_order([(2, "b"), (3, "c"), (1, "a")], held=1))
    [(1, 'a'), (2, 'b'), (3, 'c')]
    """
    here: list[Any] = []
    size = 0
    with TemporaryDirectory() as aside, ExitStack() as opened:
        runs: list[Path] = []
        for one in blocks:
            here.append(one)
            size += len(one[1])
            if size > (HELD if held is None else held):
                runs.append(_put_aside(sorted(here), Path(aside) / str(len(runs))))
                here, size = [], 0
        streams = [_read(opened.enter_context(run.open("rb"))) for run in runs]
        yield from heapq.merge(*streams, sorted(here)) if runs else sorted(here)


def _put_aside(blocks: Iterable[Any], path: Path) -> Path:
    with path.open("wb") as file:
        for one in blocks:
            file.write(pickle.dumps(one))
    return path


def _read(file: IO[bytes]) -> Iterator[Any]:
    """What this process has put aside itself."""
    while file.peek(1):  # type: ignore[attr-defined]
        yield pickle.load(file)
