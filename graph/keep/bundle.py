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
    """Values of one type by name; a name has no space. A value is made of its line when it is asked for."""

    def __init__(self, path: Path, kind: Any) -> None:
        self._path = path
        self._decode = decoder(kind)
        lines = (hashed.beside(path) or b"").split(b"\n")
        self._lines = dict(line.split(b" ", 1) for line in lines if b" " in line)
        self._values: dict[str, Any] = {}
        self._changed = False

    def get(self, name: str) -> Any:
        """The value of a name; None where there is none of this type."""
        if name not in self._values and (line := self._lines.get(name.encode("ascii"))):
            try:
                self._values[name] = self._decode(json.loads(line.decode("utf-8", "surrogatepass")))
            except (ValueError, TypeError, ArithmeticError, RecursionError):
                return None
        return self._values.get(name)

    def put(self, name: str, value: Any) -> None:
        """Take a value in; it is written by `keep`."""
        told = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
        self._lines[name.encode("ascii")] = told.encode("utf-8", "surrogatepass")
        self._values[name] = value
        self._changed = True

    def keep(self, names: Collection[str]) -> None:
        """Write the values of these names, and let go of all others."""
        wanted = {name.encode("ascii") for name in names} & self._lines.keys()
        if self._changed or wanted != self._lines.keys():
            self._lines = {name: self._lines[name] for name in sorted(wanted)}
            hashed.keep_beside(self._path, b"".join(b"%b %b\n" % one for one in self._lines.items()))
            self._changed = False
