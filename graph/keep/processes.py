"""Processes of our own that do one job after the other and may be ended at any moment: how they start, speak and end.

A child is a new Python, so that it holds nothing of its parent: no lock, no open file but the two pipes. It ends with
its parent, whatever it is doing, and leaves Ctrl-C to it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Protocol

from guitu.graph.keep import clock, own

try:
    import resource
except ImportError:  # Windows: only the parent's clock ends a process
    resource = None  # type: ignore[assignment]

COUNTS_WORK = resource is not None
"""Whether the system limits the work and memory of a process."""
_LENGTH = struct.Struct("!Q")
_BEHIND = 15  # how much less of a busy processor a process gets that others do not wait for: a thirtieth


class NotStarted(Exception):
    """A process cannot be started on this machine."""


class Process(Protocol):
    """What a child is to the system, as of `subprocess.Popen`: one that was started, or a copy of another."""

    pid: int
    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    def poll(self) -> int | None:
        """How it has ended; None where it has not."""

    def wait(self) -> int:
        """How it has ended, once it has."""

    def kill(self) -> None:
        """End it."""


def start(module: str, *, keeps: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    """A new process that runs `main` of a module, with these open files besides its pipes. Raises NotStarted."""
    # the same places for modules as here; not the current folder, which may hold anything
    command = f"import sys; sys.path[:] = {sys.path!r}; from {module} import main; main()"
    try:
        return subprocess.Popen(
            [sys.executable, "-c", command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=keeps
        )
    except (OSError, ValueError) as error:
        raise NotStarted(str(error)) from error


class Child:
    """A process that does our jobs.

    `is_fork`: as of `forks`; `late`: it was ended because its time was over; `is_behind`: it has stepped back.
    """

    def __init__(self, process: Process, *, is_fork: bool = False) -> None:
        self._process = process
        self.is_fork = is_fork
        self.late = False
        self.is_behind = False

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def send(self, value: object) -> None:
        """Give it a value; OSError where it has ended."""
        assert self._process.stdin
        send(self._process.stdin, value)

    def receive(self) -> Any:
        """Wait for its next value; EOFError where it has ended."""
        assert self._process.stdout
        return receive(self._process.stdout)

    @contextlib.contextmanager
    def watched(self, seconds: float) -> Iterator[None]:
        """End it where what is done here takes longer, by the clock."""
        self.late = False

        def end() -> None:
            self.late = True
            self.kill()

        with clock.within(seconds, end):
            yield

    @property
    def worked(self) -> float | None:
        """Seconds of work that it has done; None where the system does not tell."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:
            return None
        return sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")

    def step_back(self) -> None:
        """Let it work only while others do not, for the rest of its life."""
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):
                own = os.getpriority(os.PRIO_PROCESS, 0)
                os.setpriority(os.PRIO_PROCESS, self._process.pid, own + _BEHIND)
        self.is_behind = True

    def kill(self) -> None:
        """End it, from any thread."""
        self._process.kill()

    def ended_by(self, *signals: str) -> bool:
        """Wait for its end, and tell whether one of these signals was the cause."""
        return self._process.wait() in {-getattr(signal, name, 0) for name in signals} - {0}

    def close(self) -> None:
        """End it and let go of its pipes."""
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()


CRASHES = ("SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV", "SIGBUS")
"""How libraries end that get no more memory."""


def send(stream: IO[bytes], value: object) -> None:
    """Write one value with its length before it."""
    packed = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next value; EOFError where the other side has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    packed = stream.read(length)
    if len(packed) < length:
        raise EOFError
    return pickle.loads(packed)  # from our own parent or child


# ---- in the child ----


def serving() -> tuple[IO[bytes], IO[bytes]]:
    """Where jobs come from and answers go; called once, first of all. `end_with_parent` is for the caller to call."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C
    own.begin()
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("r+b") as nothing:  # what libraries print must not come between the answers
        for standard in (0, 1, 2):
            os.dup2(nothing.fileno(), standard)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return jobs, answers


def end_with_parent(jobs: IO[bytes]) -> None:
    """End from now on in the midst of a job when nobody waits for it any more, where the system can tell."""

    def watching() -> None:
        watch = select.poll()
        watch.register(jobs.fileno(), 0)  # nothing but that the other side has gone
        watch.poll()
        os._exit(0)

    if hasattr(select, "poll"):
        threading.Thread(target=watching, daemon=True).start()


def hold(memory: int, seconds: int | None = None) -> None:
    """Let the system end this process when it takes more bytes of addresses, or more seconds of work from now on."""
    if resource is None:
        return
    if seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + seconds)
    _limit(resource.RLIMIT_AS, memory)


def release() -> None:
    """Bound this process no longer."""
    if resource is not None:
        for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS):
            _limit(kind, resource.getrlimit(kind)[1])


def _limit(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError, OSError):  # a system that does not know this limit
        resource.setrlimit(kind, (wanted, hard))
