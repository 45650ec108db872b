"""What tests share: the real plans, where they are, and the options of the quality gate."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("GUITU_SHARED", ROOT.parent / "shared"))
"""The folder around `corpus/`, the real plans; `make test CORPUS=…/corpus` sets it."""
_ABSENT = "the real plans are not here"
SEED = "20261124"
settings.register_profile("guitu", deadline=None)  # no test depends on how fast a machine is
settings.load_profile("guitu")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("quality")
    group.addoption("--update-floors", action="store_true", help="write the measured quality as the new floors")
    group.addoption("--allow-regression", action="store_true", help="with --update-floors: let floors fall, too")
    parser.getgroup("answers").addoption(
        "--update-answers", action="store_true", help="write the answers on the sample plans as the expected ones"
    )
    parser.getgroup("page").addoption("--pictures", type=Path, help="where pictures of the page go (docs/pictures)")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Random tests draw the same examples in every run, unless another seed is given."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = SEED


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: a package holds the minute it was made in, and two processes must agree."""
    return argname if isinstance(val, bytes | bytearray) else None


def pytest_report_header(config: pytest.Config) -> str:
    return f"seed of random tests: {config.option.hypothesis_seed} (--hypothesis-seed=N for another)"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for what only the real plans can show."""
    skipped = [one for one in terminalreporter.stats.get("skipped", ()) if _ABSENT in str(one.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests need the five real plans, which are not here: make corpus")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real plans, the annotations and the contract."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"{_ABSENT}: {SHARED / 'corpus'} is absent")
    return SHARED


@pytest.fixture(scope="session")
def corpus_build(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the five real files."""
    from guitu.graph.build import build  # noqa: PLC0415 - only where the plans are

    store = tmp_path_factory.mktemp("corpus") / "store"
    report = build([shared / "corpus"], store)
    assert not report.problems
    return store


@pytest.fixture(scope="session")
def program() -> Callable[[str, str], str]:
    """Finds a program or file of the machine: in a checking run its absence fails the test, elsewhere it skips it."""

    def find(name: str, package: str) -> str:
        if path := name if Path(name).is_file() else shutil.which(name):
            return path
        told = f"this test needs {name} (Debian package {package})"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)

    return find
