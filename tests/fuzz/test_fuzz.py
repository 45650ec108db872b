"""A slice of the fuzz run in every run of the tests; the long run is `make fuzz`."""

from __future__ import annotations

import pytest

from tests.fuzz.mutations import damaged, seeds
from tests.fuzz.run import SLICE, run

SEED = 20251124


@pytest.mark.parametrize("first", [0, SLICE])
def test_damaged_documents(first: int) -> None:
    """Nothing but a SourceError, nothing over a second, no process over 500 MB."""
    outcome = run(SEED, first, SLICE)

    assert not outcome.failures
    assert outcome.read > SLICE // 4


def test_the_same_seed_gives_the_same_document() -> None:
    """A failure can be read again by its seed and number; and documents do get damaged."""
    sound = {data for _, data in seeds()}

    assert [damaged(1, i) for i in range(20)] == [damaged(1, i) for i in range(20)]
    assert sum(damaged(1, i)[1] in sound for i in range(100)) < 20
