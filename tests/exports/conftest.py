"""A small graph by the contract, and programs of other hands that read what we write."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from guitu.exports.statements import quads_of
from guitu.graph.build import build
from guitu.graph.store import Store


@pytest.fixture(scope="session")
def quads() -> tuple[Quad, ...]:
    """The quads of `example.trig`."""
    return tuple(parse(path=Path(__file__).with_name("example.trig"), format=RdfFormat.TRIG))


@pytest.fixture(scope="session")
def sample_quads(tmp_path_factory: pytest.TempPathFactory) -> tuple[Quad, ...]:
    """The quads of the sample plans that Guitu brings."""
    store = tmp_path_factory.mktemp("samples") / "store"
    build([Path(str(files("guitu.extract"))) / "samples"], store)
    return quads_of(Store.open(store).quads())
