"""Facts, lines and records are trees: whoever makes many of them looks for cycles seldom.

The interpreter would look through all that is held each time a few hundred things more are, to find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000  # things that came and did not go


def seldom_sought() -> None:
    """From now on; what is held already, as modules and registry, is never looked through."""
    gc.freeze()
    gc.set_threshold(_SELDOM)


@contextmanager
def seldom() -> Iterator[None]:
    """For a time."""
    usual = gc.get_threshold()
    seldom_sought()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)
