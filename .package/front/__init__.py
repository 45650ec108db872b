"""规图 Guitu: plan documents of Chinese government as one knowledge graph with a proof for every fact.

`read` a document, `build` a store of many, `open` a store and ask it. See docs/python.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guitu.exports.python import Graph, GuituError, Table, __version__, build, open, read

__all__ = ["Graph", "GuituError", "Table", "__version__", "build", "open", "read"]


def __getattr__(name: str) -> Any:
    """What the names above mean, imported when it is first asked for: the processes that read need none of it."""
    if name in __all__:
        return getattr(import_module("guitu.exports.python"), name)
    raise AttributeError(f"module 'guitu' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
