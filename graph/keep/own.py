"""What only a process of our own may do to itself: a command, or one that works for it; never that of a program which
uses Guitu as a library."""

from __future__ import annotations

import gc

_NEW = (
    50_000  # values that are new when it is looked for rings of them; with Python's own 700 that is a sixth of a step
)
_YOUNG, _OLD = 20, 100  # looks at the new for each at those that stayed once, and at all
_ours: list[bool] = []


def begin() -> None:
    """This process is ours. Rings of values that can go are looked for seldom: facts and lines hardly make any."""
    _ours.append(True)
    gc.set_threshold(_NEW, _YOUNG, _OLD)


def is_ours() -> bool:
    """Whether this process is ours."""
    return bool(_ours)
