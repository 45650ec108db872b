"""Commands that end when they are told to: by Ctrl-C, by SIGTERM, or by the time they were given; with one line.

Python hears a signal only between two of its own steps, and the engine, a parser or a reader of PDF may hold the main
thread for minutes. So another thread hears it, too; where the command has not ended by itself soon after, that thread
ends the process. Nothing is lost thereby: a build that is killed leaves the old graph or the new one, whole.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from types import FrameType

from guitu.graph.keep import clock

INTERRUPTED, TERMINATED = 130, 143
"""Exit codes, as a shell tells them of a program that a signal ended."""
_GRACE = 0.5  # seconds in which a command may end by itself


class Terminated(KeyboardInterrupt):
    """The command was told to end by SIGTERM."""


class Stopped(BaseException):
    """A command has ended because it was told to; its cause says by which signal."""


def ends_on_signals(complain: Callable[[str], None], told: str) -> contextlib.AbstractContextManager[None]:
    """Within this, Ctrl-C and SIGTERM end the command in a second: as KeyboardInterrupt, else the whole process.

    `told`: the line for a person, written by `complain` where the process is ended. In another thread than the main
    one, where no signals are heard, nothing is changed.
    """
    if threading.current_thread() is not threading.main_thread():
        return contextlib.nullcontext()
    return _listening(complain, told)


@contextlib.contextmanager
def _listening(complain: Callable[[str], None], told: str) -> Iterator[None]:
    here, there = socket.socketpair()
    there.setblocking(False)
    done = threading.Event()

    def listen() -> None:
        heard = here.recv(1)
        if not heard or done.wait(_GRACE):
            return
        complain(told)
        os._exit(TERMINATED if heard[0] == signal.SIGTERM else INTERRUPTED)

    listener = threading.Thread(target=listen, daemon=True)
    before = signal.signal(signal.SIGTERM, _terminate)
    woken = signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
    listener.start()
    try:
        yield
    finally:
        done.set()
        signal.set_wakeup_fd(woken)
        signal.signal(signal.SIGTERM, before)
        there.close()
        listener.join()
        here.close()


def _terminate(number: int, frame: FrameType | None) -> None:
    raise Terminated


@contextlib.contextmanager
def within(seconds: float | None, late: Callable[[], None]) -> Iterator[None]:
    """End the process with code 1 where this takes longer, once `late` has said so; None: no bound."""
    if seconds is None:
        yield
        return

    def end() -> None:
        late()
        os._exit(1)

    with clock.within(seconds, end):
        yield
