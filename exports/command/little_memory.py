"""A command where the system gives a process a bound of memory: libraries that run into it end the process with words
of their own. There the command runs in a process below this one, which says in one line what has happened."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

try:
    import resource
except ImportError:  # Windows has no such bound
    resource = None  # type: ignore[assignment]

_CRASHES = (signal.SIGABRT, signal.SIGSEGV, signal.SIGILL, signal.SIGFPE)
_TOLD = (
    b"MemoryError",
    b"OpenBLAS",
    b"failed to map segment",
    b"Cannot allocate memory",
    b"memory allocation of",
    b"can't start new thread",
)


def is_bounded() -> bool:
    """Whether the system bounds the memory of this process (ulimit -v)."""
    return resource is not None and resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY


def below(run: Callable[[], int], short: Callable[[], None]) -> int:
    """The exit code of a command that runs in a process below this one; `short` tells that memory was too little.

    What it says to standard error is held back until it ends.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    (said, saying), (life, living) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.close(said)
        os.close(living)
        os.dup2(saying, 2)
        threading.Thread(target=_end_with_parent, args=(life,), daemon=True).start()
        _run(run)
    os.close(saying)
    os.close(life)

    def hand_on(number: int, frame: FrameType | None) -> None:
        with suppress(ProcessLookupError):
            os.kill(child, number)

    before = {number: signal.signal(number, hand_on) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with os.fdopen(said, "rb") as stream:
            words = stream.read()
        _, status = os.waitpid(child, 0)
    finally:
        os.close(living)
        for number, handler in before.items():
            signal.signal(number, handler)
    code = os.waitstatus_to_exitcode(status)
    if -code in _CRASHES or any(told in words for told in _TOLD):
        short()
        return 1
    with suppress(OSError):
        os.write(2, words)
    return code if code >= 0 else 128 - code


def _run(run: Callable[[], int]) -> None:
    code = 1
    try:
        code = run()
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        traceback.print_exc()  # with MemoryError, or whatever a library makes of it
        sys.stderr.flush()
    finally:
        os._exit(code)


def _end_with_parent(life: int) -> None:
    watch = select.poll()
    watch.register(life, 0)  # nothing but that the other side has gone
    watch.poll()
    os._exit(1)
