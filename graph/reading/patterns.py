"""The patterns of the grammar, compiled once for all processes that read, and those of the modules of a step.

Python compiles a regular expression to a list of numbers in Python, and makes the pattern of these in C. For the
thousand expressions of the grammar the first takes a second, the second 0.02; so a process that reads keeps the numbers
where Python keeps the bytecode of the grammar, and the next one takes them from there. They are found by the expression
itself, so none is ever out of date; a file of another Python, or one that is damaged, is not used. What documents are
made of never comes into it: it is made while the sample plans are read, or while modules are loaded (`loading`).

What is replaced is a function of `re` that is not public, in a process of our own. Where a later Python has no such
function, or the file cannot be written, patterns are compiled as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from guitu.graph.keep import own
from guitu.ontology.beside import Beside

_Key = tuple[str | bytes, int]  # an expression and its flags
_Made = tuple[Any, ...]  # what the engine makes a pattern of


class Prepared:
    """From now on this process takes from the file what was compiled before. `missed`: of what it was not there."""

    def __init__(self, path: Path | None = None, name: str = "patterns") -> None:
        self.path = path or Path(cache_from_source(__file__)).with_suffix(f".{name}")
        self.missed = 0
        self._compiler: Any = getattr(re, "_compiler", None)
        self._engine: Any = getattr(self._compiler, "_sre", None)
        self._compile: Any = getattr(self._compiler, "compile", None)
        self._file = Beside(self.path, f"{getattr(self._engine, 'MAGIC', '')}".encode())
        self._known: dict[_Key, _Made] = self._file.load() or {}
        self._used: dict[_Key, _Made] | None = {}
        self.can = bool(self._compile) and hasattr(self._engine, "compile")
        if self.can and self._compiler:
            self._compiler.compile = self._made

    def close(self) -> None:
        """Compile as ever from now on."""
        if self.can:
            self._compiler.compile = self._compile

    def keep(self) -> None:
        """Write all that was used until now."""
        if self.can:
            self._file.keep(self._used or {})
        self._used = None

    def end(self) -> None:
        """Note no more of what is used."""
        self._used = None

    @contextmanager
    def adding(self) -> Iterator[None]:
        """Note what is used meanwhile, and nothing before and after; what the file does not have is added to it."""
        missed, self._used = self.missed, {}
        yield
        self._known |= self._used
        if self.can and self.missed > missed:
            self._file.keep(self._known)
        self._used = None

    def _made(self, expression: Any, flags: int = 0) -> Any:
        """As `re._compiler.compile`."""
        if not isinstance(expression, str | bytes):
            return self._compile(expression, flags)
        key = (expression, int(flags))
        if key in self._known:
            with suppress(RuntimeError, TypeError, ValueError, OverflowError):  # numbers that make no pattern
                pattern = self._engine.compile(*self._known[key])
                if self._used is not None:
                    self._used[key] = self._known[key]
                return pattern
        if self._used is None:
            return self._compile(expression, flags)
        recorder = _Recorder(self._engine)
        self._compiler._sre = recorder
        try:
            pattern = self._compile(expression, flags)
        finally:
            self._compiler._sre = self._engine
        self.missed += 1
        if recorder.last:
            self._used[key] = recorder.last
        return pattern


@cache
def _of_command() -> Prepared:
    made = Prepared(name="steps")
    made.end()
    return made


@contextmanager
def loading() -> Iterator[None]:
    """Load modules here; in a process of our own, what they compile is taken from a file and kept there."""
    with _of_command().adding() if own.is_ours() else nullcontext():
        yield


class _Recorder:
    """The engine of patterns, which notes of what it made the last one."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.last: _Made = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def compile(self, expression: Any, flags: int, code: Any, groups: int, names: Any, numbers: Any) -> Any:  # noqa: PLR0913, PLR0917 - as that of the engine
        """As that of the engine; the numbers are of a class of their own where they have names."""
        self.last = (expression, int(flags), [int(one) for one in code], groups, dict(names), tuple(numbers))
        return self._engine.compile(*self.last)
