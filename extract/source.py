"""What a document is before it is read: its bytes, its name, and where they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urlsplit


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

    @property
    def stem(self) -> str:
        """The file's own name without its ending, as a reader writes it: an address in letters, not in codes.

        >>> Source("云州/2026年任务分工表.csv", b"").stem, Source("https://a.example/%E8%A7%84.pdf?x", b"").stem
        ('2026年任务分工表', '规')
        """
        name = self.file_name
        if self.url or "://" in self.name:
            name = unquote(urlsplit(self.url or self.name).path.rpartition("/")[2])
        return name.rpartition(".")[0] or name
