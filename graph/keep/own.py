"""What only a process of our own may do to itself: a command, or one that works for it; never that of a program which
uses Guitu as a library."""

from __future__ import annotations

from guitu.graph.keep import cycles

_ours: list[bool] = []


def begin() -> None:
    """This process is ours."""
    _ours.append(True)
    cycles.seldom_sought()


def is_ours() -> bool:
    """Whether this process is ours."""
    return bool(_ours)
