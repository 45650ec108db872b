"""What is kept beside the bytecode is taken only where it follows from what is there now."""

import sys
from pathlib import Path

import pytest

from guitu.ontology.beside import Beside

VALUE = {"云州市": ["市", "州"]}


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_is_kept_is_found_by_what_it_was_made_of(tmp_path: Path) -> None:
    path = tmp_path / "new" / "some.words"
    Beside(path, b"code", b"words").keep(VALUE)
    assert Beside(path, b"code", b"words").load() == VALUE
    assert [Beside(path, *of).load() for of in ((b"code", b"other"), (b"codew", b"ords"), ())] == [None, None, None]
    assert [file.name for file in path.parent.iterdir()] == ["some.words"]


@pytest.mark.parametrize("at", [0, 40, 70, -1])
def test_a_damaged_file_is_none(tmp_path: Path, at: int) -> None:
    beside = Beside(tmp_path / "some.words", b"code")
    beside.keep(VALUE)
    data = bytearray(beside.path.read_bytes())
    data[at] ^= 1
    beside.path.write_bytes(data)
    assert beside.load() is None


def test_nothing_is_written_where_python_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Beside(tmp_path / "some.words").keep(VALUE)
    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("a file where a folder should be")
    beside = Beside(tmp_path / "new" / "some.words")
    beside.keep(VALUE)
    assert beside.load() is None
