"""A slice of the kills of `make kills`: nobody is left behind, the lock is free, the store is whole."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.kills import Ground, Trial, trials

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at the processes of Linux")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    made = Ground(tmp_path_factory.mktemp("kills"))
    made.prepare()
    return made


@pytest.mark.parametrize("trial", [*trials(seed=11, count=5)], ids=str)
def test_killed(ground: Ground, trial: Trial) -> None:
    assert ground.try_(trial) in ("old", "new")


@pytest.mark.parametrize("trial", [*trials(seed=12, count=1, signals=(signal.SIGTERM,))], ids=str)
def test_told_to_end(ground: Ground, trial: Trial) -> None:
    assert ground.try_(trial) in ("old", "new")
