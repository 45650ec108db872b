"""The graph that Guitu brings along: the facts of published plans, without their words, in files beside the code."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Quad

from guitu.exports import RESERVED, is_address
from guitu.extract.errors import StoreError
from guitu.graph.keep.store import Store

WHOLE = "guitu.trig"


def publish(quads: Iterable[Quad], folder: Path) -> tuple[Path, ...]:
    """Writes the facts profile into the folder: one TriG of the whole, one Turtle per document; old files go.

    Beside them their description and checksums.
    """
    from guitu.exports.rdf import formats as rdf  # noqa: PLC0415 - who opens a store writes no files
    from guitu.exports.rdf.description import APACHE, describe  # noqa: PLC0415
    from guitu.exports.rdf.profile import select  # noqa: PLC0415

    facts = tuple(select(quads, "facts"))
    whole = folder / WHOLE
    rdf.write(facts, "trig", whole)
    written = rdf.write_documents(facts, folder)
    for old in set(folder.glob("*.ttl")) - set(written):
        old.unlink()
    return (whole, *written, *describe(facts, (whole, *written), APACHE, "facts"))


def is_published() -> bool:
    """Whether this installation brings a graph."""
    return _whole().is_file()


def open_published() -> Store:
    """The published graph, in memory. StoreError where this installation brings none."""
    if not is_published():
        raise StoreError(RESERVED, "this installation brings no graph", "a folder of that name is ./published")
    return Store.read(_whole())


def open_store(name: str, *, stated: bool = False, allow_private: bool = False) -> Store:
    """The store in a folder or file, or at the address of an endpoint; `published` is the graph that Guitu brings.

    `stated`: without what persons decided; such a graph is made in memory. `allow_private`: as of `RemoteStore`.
    """
    if is_address(name):
        from guitu.graph.keep.remote import RemoteStore  # noqa: PLC0415 - brings HTTP along

        store: Store = RemoteStore(name, allow_private=allow_private)
    else:
        store = open_published() if name == RESERVED else Store.open(Path(name))
    if not stated:
        return store
    from guitu.graph.corrections.in_force import without_layer  # noqa: PLC0415

    return Store.memory(without_layer(store.quads(stated=True)))


def _whole() -> Path:
    return Path(str(files("guitu.exports"))) / "published" / WHOLE
