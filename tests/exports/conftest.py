"""A small graph by the contract, and programs of other hands that read what we write."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse


@pytest.fixture(scope="session")
def quads() -> tuple[Quad, ...]:
    """The quads of `example.trig`."""
    return tuple(parse(path=Path(__file__).with_name("example.trig"), format=RdfFormat.TRIG))
