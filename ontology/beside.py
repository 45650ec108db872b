"""What follows from code and knowledge alone, kept where Python keeps its bytecode, so that it is worked out once for
all processes. It is trusted as bytecode is; a file of another Python, of other knowledge, or a damaged one, is none."""

from __future__ import annotations

import hashlib
import marshal
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any


class Beside:
    """A value in a file. `made_of`: all that it follows from, besides the version of Python."""

    def __init__(self, path: Path, *made_of: bytes) -> None:
        self.path = path
        found = hashlib.sha256(sys.version.encode())
        for part in made_of:
            found.update(b"%d:" % len(part))
            found.update(part)
        self._told = found.digest()

    @classmethod
    def module(cls, file: str, name: str, *made_of: bytes) -> Beside:
        """A value of this name beside the bytecode of a module; `file`: that of the module."""
        return cls(Path(cache_from_source(file)).with_suffix(f".{name}"), *made_of)

    def load(self) -> Any:
        """The value; None where none is kept."""
        try:
            data = self.path.read_bytes()
        except OSError:
            return None
        if data[:32] != self._told or data[32:64] != hashlib.sha256(data[64:]).digest():
            return None
        return marshal.loads(data[64:])

    def keep(self, value: Any) -> None:
        """Write a value of the plainest types, aside and into its place at once, since others read it."""
        if sys.dont_write_bytecode:
            return
        data = marshal.dumps(value)
        with suppress(OSError):  # a folder that others own
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.path.parent, prefix=self.path.name, delete=False) as file:
                file.write(self._told + hashlib.sha256(data).digest() + data)
            written = Path(file.name)
            try:
                written.chmod(Path(__file__).stat().st_mode & 0o666)
                written.replace(self.path)
            except OSError:
                written.unlink()
