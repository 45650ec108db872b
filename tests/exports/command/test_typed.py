"""How the command says that it is typed, so that what it suggests works as it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from guitu.exports.command.shared import typed


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command in an environment, started from the folder above."""
    program = tmp_path / "env/bin/guitu"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.setattr(sys, "argv", [str(program)])
    return program


def test_a_command_that_is_found(started: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name where a shell finds it, else by its path from here."""
    assert typed() == "env/bin/guitu"

    monkeypatch.setenv("PATH", str(started.parent))
    assert typed() == "guitu"


def test_a_command_that_uv_runs_once(started: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`uvx guitu`: it is found in this run alone."""
    monkeypatch.setenv("PATH", str(started.parent))
    monkeypatch.setenv("UV", "/usr/bin/uv")

    assert typed() == "env/bin/guitu"


def test_a_module(started: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m guitu`."""
    monkeypatch.setattr(sys, "argv", ["/lib/guitu/__main__.py"])

    assert typed().endswith("-m guitu")
