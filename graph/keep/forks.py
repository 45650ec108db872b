"""Forks of a process that has made ready: they begin in a moment, and share what it has loaded.

Whoever answers from a large graph in memory would else hold it once for each process, and wait for each new one.
The original makes forks and tells how they ended, for it is their parent; what they are asked and answer goes through
pipes of their own. Where a system cannot do so (`FORKS`), each process loads by itself.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import socket
import sys
import threading
from typing import IO, Any, cast

from guitu.graph.keep import processes
from guitu.graph.keep.processes import NotStarted

FORKS = sys.platform == "linux"
"""Whether the system forks safely, and hands open files from one process to another."""
_MESSAGE = 1_024  # bytes of what is said between the two: a word, a number
_FORK, _ENDED = "fork", "ended"


class Original:
    """A process that runs `main` of a module until it is `ready`, and then makes forks of itself. Raises NotStarted.

    `main` gets as its first job what is `given`, and at its end the number of the socket at which it takes orders.
    """

    def __init__(self, module: str, *given: object) -> None:
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._guard = threading.Lock()
        with theirs:
            try:
                self._process = processes.start(module, keeps=(theirs.fileno(),))
            except NotStarted:
                self._orders.close()
                raise
            with contextlib.suppress(OSError):  # it has ended: `ready` tells
                processes.send(cast(IO[bytes], self._process.stdin), (*given, theirs.fileno()))

    def ready(self) -> Any:
        """What it says once it has made ready: True, or an error; EOFError where it has ended."""
        return processes.receive(cast(IO[bytes], self._process.stdout))

    def fork(self) -> processes.Child:
        """One more process like it. Raises NotStarted."""
        job, jobs = os.pipe()
        answers, answer = os.pipe()
        try:
            pid = self._told(_FORK, 0, (job, answer))
        except (OSError, EOFError) as error:
            os.close(jobs)
            os.close(answers)
            raise NotStarted(str(error) or "the process to fork has ended") from error
        finally:
            os.close(job)
            os.close(answer)
        return processes.Child(_Fork(self, pid, os.fdopen(jobs, "wb"), os.fdopen(answers, "rb")), is_fork=True)

    def ended(self, pid: int) -> int:
        """How a fork has ended, once it has; only then its number can become that of another process."""
        try:
            return self._told(_ENDED, pid)
        except (OSError, EOFError):  # the original has ended, and whoever took its forks over has been told
            return -signal.SIGKILL

    def close(self) -> None:
        """End it; its forks go on until their own pipes are closed."""
        self._process.kill()
        self._process.wait()
        self._orders.close()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()

    def _told(self, order: str, number: int, files: tuple[int, ...] = ()) -> int:
        with self._guard:
            socket.send_fds(self._orders, [pickle.dumps((order, number))], files)
            answer = self._orders.recv(_MESSAGE)
        if not answer:
            raise EOFError
        told: int = pickle.loads(answer)  # from our own child
        return told


class _Fork:
    """A fork as a `processes.Process`: its parent is the original, so that this alone can tell how it ended."""

    def __init__(self, original: Original, pid: int, jobs: IO[bytes], answers: IO[bytes]) -> None:
        self.pid = pid
        self.stdin: IO[bytes] | None = jobs
        self.stdout: IO[bytes] | None = answers
        self._original = original
        self._code: int | None = None
        self._guard = threading.Lock()

    def poll(self) -> int | None:
        """As of Popen: it has ended when nobody can write to its pipe any more."""
        if self._code is None and self.stdout is not None:
            watch = select.poll()
            watch.register(self.stdout.fileno(), 0)
            if watch.poll(0):
                return self.wait()
        return self._code

    def wait(self) -> int:
        """As of Popen."""
        with self._guard:
            if self._code is None:
                self._code = self._original.ended(self.pid)
            return self._code

    def kill(self) -> None:
        """As of Popen."""
        with self._guard, contextlib.suppress(ProcessLookupError):
            if self._code is None:
                os.kill(self.pid, signal.SIGKILL)


# ---- in the original ----


def forked(orders: int) -> tuple[IO[bytes], IO[bytes]]:
    """Make forks as they are ordered, until the parent ends. It returns in the forks only: where their jobs come from,
    and where their answers go.
    """
    with socket.socket(fileno=orders) as taken:
        while True:
            said, files, _, _ = socket.recv_fds(taken, _MESSAGE, 2)
            if not said:
                os._exit(0)
            order, number = pickle.loads(said)  # from our own parent
            if order == _ENDED:
                _, status = os.waitpid(number, 0)
                taken.send(pickle.dumps(os.waitstatus_to_exitcode(status)))
                continue
            pid = os.fork()
            if not pid:
                break
            for file in files:
                os.close(file)
            taken.send(pickle.dumps(pid))
    jobs, answers = (os.fdopen(file, mode) for file, mode in zip(files, ("rb", "wb"), strict=True))
    processes.end_with_parent(jobs)
    return jobs, answers
