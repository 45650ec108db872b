"""Many small values in one file, so that a step that needs all of them opens one: a line each, its name before it.

What is kept can be made again: a file that is missing or damaged is an empty one.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from guitu.graph.keep import hashed
from guitu.graph.keep.cache import decoder, encode


class Bundle:
    """Values of one type by name; a name has no space. A value is made of its line when it is asked for, and lines are
    in memory from the first that is asked for until all are kept.

    `held`: for those who ask for a value again and again.
    """

    def __init__(self, path: Path, kind: Any, *, held: bool = False) -> None:
        self._path, self._held = path, held
        self._decode = decoder(kind)
        self._read: dict[bytes, bytes] | None = None
        self._values: dict[str, Any] = {}
        self._changed = False

    @property
    def _lines(self) -> dict[bytes, bytes]:
        if self._read is None:
            lines = (hashed.beside(self._path) or b"").split(b"\n")
            self._read = dict(line.split(b" ", 1) for line in lines if b" " in line)
        return self._read

    def get(self, name: str) -> Any:
        """The value of a name; None where there is none of this type."""
        if name in self._values:
            return self._values[name]
        try:
            line = self._lines.get(name.encode("ascii"))
            found = self._decode(json.loads(line.decode("utf-8", "surrogatepass"))) if line else None
        except (ValueError, TypeError, ArithmeticError, RecursionError):
            return None
        if self._held:
            self._values[name] = found
        return found

    def put(self, name: str, value: Any) -> None:
        """Take a value in; it is written by `keep`."""
        told = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
        self._lines[name.encode("ascii")] = told.encode("utf-8", "surrogatepass")
        if self._held:
            self._values[name] = value
        self._changed = True

    def keep(self, names: Collection[str]) -> None:
        """Write the values of these names, and let go of all others."""
        wanted = {name.encode("ascii") for name in names} & self._lines.keys()
        if self._changed or wanted != self._lines.keys():
            kept = b"".join(b"%b %b\n" % (name, self._lines[name]) for name in sorted(wanted))
            hashed.keep_beside(self._path, kept)
        self._values = {name: value for name, value in self._values.items() if name in names}
        self._read, self._changed = None, False
