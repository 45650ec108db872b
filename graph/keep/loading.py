"""The database of an engine while it is loaded: here, or where it is much in a process of its own, so that what the
engine holds in memory is not added to what the step holds, and both work at once.

The process takes in one file of lines after the other and ends with the step, in the midst of a file as well; what it
leaves is half an engine without a seal, which the next step clears away like that of a step that was cut off.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from guitu.extract.errors import StoreError
from guitu.graph.keep.processes import Child, NotStarted, end_with_parent, receive, send, serving, start


class Loader:
    """Loads files of N-Quads into a new database, and takes each away.

    `where`: the store, for errors: StoreError where the process has ended, and what the engine itself raises, at the
    call that follows.
    """

    def __init__(self, database: Path, where: Path) -> None:
        self._database, self._where = database, where
        self._child: Child | None = None
        self._engine: ox.Store | None = None
        self._busy = False

    def load(self, lines: Path) -> None:
        """Take in a file while the caller goes on, once that of before is in."""
        if self._child is None and self._engine is None:
            self._begin()
        self._do(lines)

    def finish(self, lines: Path | None) -> None:
        """Take in the last file, and close the database; where there was none before it, here: it is soon done."""
        if lines:
            self._do(lines)
        self._do(None)
        self._wait()
        self.close()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._child:
            self._child.close()
        self._child, self._engine, self._busy = None, None, False

    def _begin(self) -> None:
        with suppress(NotStarted):  # then it is loaded here
            self._child = Child(start(__name__))
            self._tell(str(self._database))

    def _do(self, lines: Path | None) -> None:
        if self._child:
            self._tell(str(lines) if lines else None)
            return
        self._engine = self._engine or ox.Store(str(self._database))
        _done(self._engine, lines)

    def _tell(self, job: str | None) -> None:
        self._wait()
        assert self._child
        try:
            self._child.send(job)
        except OSError:
            raise self._ended() from None
        self._busy = True

    def _wait(self) -> None:
        """Wait until the process has done what it was told."""
        if not self._busy or not self._child:
            return
        try:
            error = self._child.receive()
        except (EOFError, OSError):
            raise self._ended() from None
        self._busy = False
        if error:
            raise error

    def _ended(self) -> StoreError:
        self.close()
        return StoreError(str(self._where), "the process that loads the engine was ended", "run the command again")


def _done(engine: ox.Store, lines: Path | None) -> None:
    if lines:
        # lenient: what we wrote ourselves, and have just looked at the hash of, needs no further look
        engine.bulk_load(path=lines, format=ox.RdfFormat.N_QUADS, lenient=True)
        lines.unlink()
        return
    engine.flush()
    engine.optimize()  # each file lies in files of its own: a question would look into all of them


def main() -> None:
    """Load what is told until the parent ends: the place of the database, paths of files, and at last None."""
    jobs, answers = serving()
    end_with_parent(jobs)
    engine: ox.Store | None = None
    with suppress(EOFError, BrokenPipeError):
        while True:
            job = receive(jobs)
            try:
                if engine is None:
                    engine = ox.Store(job)
                else:
                    _done(engine, Path(job) if job else None)
                if job is None:
                    del engine  # closes it, before it is said
            except Exception as error:  # raised where the step is
                send(answers, error)
                break
            send(answers, None)
            if job is None:
                break
    os._exit(0)
