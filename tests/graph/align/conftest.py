"""The documents that readers have judged, read once for all tests of alignment."""

from __future__ import annotations

from pathlib import Path

import pytest

from guitu.graph.copies.works import Work
from tests.calibrate import SAMPLES, works_in


@pytest.fixture(scope="session")
def read_works(shared: Path) -> tuple[tuple[Work, ...], tuple[Work, ...]]:
    """The corpus with the further plans, and the samples."""
    return works_in(shared / "corpus", shared / "more"), works_in(SAMPLES)
