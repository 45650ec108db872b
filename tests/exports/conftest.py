"""A small graph by the contract, and programs of other hands that read what we write."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse


@pytest.fixture(scope="session")
def quads() -> tuple[Quad, ...]:
    """The quads of `example.trig`."""
    return tuple(parse(path=Path(__file__).with_name("example.trig"), format=RdfFormat.TRIG))


@pytest.fixture(scope="session")
def program() -> Callable[[str, str], str]:
    """Finds a program of the machine: in a checking run its absence fails the test, elsewhere it skips it."""

    def find(name: str, package: str) -> str:
        if path := shutil.which(name):
            return path
        told = f"this test needs the program {name} (Debian package {package})"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)

    return find
