"""Documents in stores of objects and distributed file systems, by way of fsspec: s3://, hdfs://, oss://…

An address is one that a person gave, never one that a document names. Who may read it is told by the settings of the
library that speaks with the store (of s3fs the usual ones of AWS), never by the address.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.extract.sources.addresses import shown
from guitu.extract.sources.limits import LARGEST, told
from guitu.extract.sources.names import harmless, is_hidden, is_stored, readable

_INSTALL = "pip install 'guitu[cluster]'"


def stored(address: str) -> Iterator[Source | SourceError]:
    """The objects of an address, as those of a file or folder: names below it, in their order, hidden ones left out."""
    try:
        system, root = _opened(address)
        if system.isfile(root):
            yield _object(system, root, harmless(root.rpartition("/")[2]), int(system.info(root)["size"] or 0))
            return
        sizes = {_below(root, path): (path, int(one["size"] or 0)) for path, one in _found(system, root)}
    except SourceError as error:
        yield error
        return
    except Exception as error:  # the library of each store has errors of its own
        yield SourceError(shown(address), f"it cannot be opened ({_said(error)})")
        return
    for name in sorted(sizes, key=readable):
        path, size = sizes[name]
        yield _object(system, path, harmless(name), size)
    if not sizes:
        yield SourceError(shown(address), "the folder has no documents")


def is_single(address: str) -> bool:
    """Whether an address is that of one object, and not of a folder."""
    try:
        system, root = _opened(address)
        return bool(system.isfile(root))
    except Exception:  # told where it is read
        return False


def _opened(address: str) -> tuple[Any, str]:
    """The file system of an address, and the way in it; SourceError where it is none that is read, or none is there."""
    if not is_stored(address) or "::" in address:
        raise SourceError(shown(address), "it is no http or https address")
    if ":" in address.partition("://")[2].partition("/")[0].rpartition("@")[0]:
        raise SourceError(shown(address), "the address holds a user name or a password", "leave it out")
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

        system, root = url_to_fs(address)
    except ImportError as error:
        raise SourceError(shown(address), f"it cannot be opened ({_said(error)})", _INSTALL) from None
    return system, str(root)


def _found(system: Any, root: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = system.find(root, detail=True)
    if not found and not system.exists(root):
        raise SourceError(shown(root), "there is no such file or folder")
    return ((path, one) for path, one in found.items() if not any(map(is_hidden, _below(root, path).split("/"))))


def _object(system: Any, path: str, name: str, size: int) -> Source | SourceError:
    if size > LARGEST:
        return SourceError(name, f"it is larger than {told(LARGEST)}", "split it")
    try:
        return Source(name, bytes(system.cat_file(path)))
    except Exception as error:  # as above
        return SourceError(name, f"it cannot be opened ({_said(error)})")


def _below(root: str, path: str) -> str:
    """The way from a folder of a file system."""
    return path.removeprefix(root).lstrip("/")


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
