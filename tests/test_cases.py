"""The invented inputs of `shared/cases`, each of one kind of fault: built, and asked what the case expects."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from guitu.exports.command import cli


def guitu(_program: str, *arguments: str) -> str:
    """What the command prints, without a process of its own for each."""
    done = CliRunner().invoke(cli.main, arguments)
    if done.exit_code not in (0, 1) or not (done.exception is None or isinstance(done.exception, SystemExit)):
        raise RuntimeError(f"{arguments[0]} ended with {done.exit_code}: {done.exception!r} {done.output[-300:]}")
    return done.stdout


def test_every_case_is_read_as_it_should(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No fault in any case."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(shared)])
    runner: Any = importlib.import_module("cases")
    monkeypatch.setattr(runner, "guitu", guitu)
    lines = (shared / "cases" / "facts.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    assert len(cases) > 100

    assert not {case["id"]: faults for case in cases if (faults := runner.faults(case, "guitu"))}
