"""Files that are checked whenever they are read: by the SHA-256 in their name, or before what they hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from guitu.extract.errors import StoreError
from guitu.graph.keep import folder as layout

REPAIR = "guitu verify --repair"


def put(place: Path, data: bytes, suffix: str = "") -> str:
    """Keep bytes in a folder; their SHA-256. What stands there already, and whole, is left alone."""
    name = hashlib.sha256(data).hexdigest()
    path = place / (name + suffix)
    if not is_whole(path, name):
        layout.write(path, data, sync=False)
    return name


def put_pieces(place: Path, pieces: Iterable[bytes], suffix: str = "") -> str:
    """The same of bytes that come in pieces, which are never held together."""
    found = hashlib.sha256()
    with layout.part(place / f"pieces{suffix}") as (file, part):
        for piece in pieces:
            found.update(piece)
            file.write(piece)
        file.close()
        part.replace(place / (found.hexdigest() + suffix))
    return found.hexdigest()


def get(place: Path, name: str, suffix: str = "") -> bytes:
    """The bytes of a name; StoreError where the file is missing or holds something else."""
    path = place / (name + suffix)
    try:
        data = path.read_bytes()
    except OSError as error:
        said = f"the store is damaged: {place.name}/{name[:12]}{suffix} is missing ({layout.reason(error)})"
        raise StoreError(str(place.parent), said, REPAIR) from error
    if hashlib.sha256(data).hexdigest() != name:
        raise StoreError(
            str(place.parent), f"the store is damaged: {place.name}/{name[:12]}{suffix} is not what it was", REPAIR
        )
    return data


def is_whole(path: Path, name: str) -> bool:
    """Whether a file is there and holds what its name says."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == name
    except OSError:
        return False


def keep_beside(path: Path, data: bytes) -> None:
    """Write bytes with their SHA-256 before them."""
    layout.write(path, hashlib.sha256(data).hexdigest().encode("ascii") + b"\n" + data, sync=False)


def beside(path: Path) -> bytes | None:
    """What `keep_beside` wrote; None where it is missing, cut off or changed."""
    try:
        told, _, data = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest().encode("ascii") == told else None
