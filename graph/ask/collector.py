"""Python's collector of circles, at rest while an answer is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """No circles are looked for: an answer is made of a hundred thousand rows, and none of them refers back.

    Looking through them, again and again while they are read, takes longer than reading them.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
