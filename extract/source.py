"""What a document is before it is read: its bytes, its name, and where they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that a source lay in.

    `size`: in bytes; `url`: the address that gave it; `inside`: the archive around it.
    """

    name: str
    sha256: str
    size: int
    url: str | None = None
    inside: Archive | None = None


@dataclass(frozen=True)
class Source:
    """The bytes of one document.

    `name`: below the given folder, with /, or the file's own name; never a machine path. Inside an archive the
    archive's name and the way in it; of the web the address that was asked for.
    `url`: the address that gave the bytes, after redirects, in ASCII.
    """

    name: str
    data: bytes = field(repr=False)
    url: str | None = None
    archive: Archive | None = None

    @cached_property
    def sha256(self) -> str:
        """Of `data`, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def file_name(self) -> str:
        """The name whose ending tells the format; of an address the last part of its path, which may be empty.

        >>> Source("https://plans.example/a/plan.md?id=1.js", b"", url="https://plans.example/a/plan.md?id=1.js").file_name
        'plan.md'
        """
        return (urlsplit(self.url).path if self.url else self.name).rpartition("/")[2]
