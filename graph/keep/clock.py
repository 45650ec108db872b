"""A bound by the clock on what is done here, also while something else holds the main thread."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def within(seconds: float, late: Callable[[], None]) -> Iterator[None]:
    """Call `late`, in a thread of its own, where this takes longer."""
    clock = threading.Timer(seconds, late)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
