"""Places: what a file, a folder, an archive, standard input and an address are, and that no network is touched."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.extract.sources import find as finding
from guitu.extract.sources.find import find

TEXT = "云州市水网规划\n（市水利局牵头）\n".encode()


class Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is one source, its format told by its content."""
    monkeypatch.setattr(sys, "stdin", Input(TEXT))
    assert list(find(["-"])) == [Source("stdin", TEXT)]

    monkeypatch.setattr(sys, "stdin", Input(b""))
    (found,) = find(["-"])
    assert isinstance(found, SourceError)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or an input over the limit is told, not read."""
    monkeypatch.setattr(finding, "LARGEST", 10)
    (tmp_path / "a.txt").write_bytes(TEXT)
    monkeypatch.setattr(sys, "stdin", Input(TEXT))

    told = [(one.where, one.reason) for one in find([tmp_path, "-"]) if isinstance(one, SourceError)]
    assert told == [("a.txt", "it is larger than 10 bytes"), ("stdin", "it is larger than 10 bytes")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_file(tmp_path: Path) -> None:
    """A pipe in a folder is told, and nobody waits for it."""
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = find([tmp_path])

    assert str(found) == "pipe.txt: it is no plain file"


@pytest.mark.parametrize("place", ["x" * 5000, "a\0b", "http:/one-slash", "", "ftp://plans.example/a", "file:///a"])
def test_odd_places(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place that names nothing is one error, whatever it looks like."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    (found,) = find([place])

    assert isinstance(found, SourceError)


OFFLINE = """
import socket, sys
class Refused:
    def __init__(self, *args, **more):
        raise AssertionError("the network was asked for")
socket.socket = socket.create_connection = socket.getaddrinfo = Refused
from guitu.graph.build import build
from pathlib import Path
report = build([sys.argv[1]], Path(sys.argv[2]))
assert report.documents == 1, report
assert not {"urllib3", "ssl"} & set(sys.modules)
"""


def test_no_network_without_an_address(tmp_path: Path) -> None:
    """A build of files opens no socket and does not even load what could."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.html").write_bytes(b'<html><body><a href="http://plans.example/a.docx">x</a><p>' + TEXT)
    command = [sys.executable, "-c", OFFLINE, str(tmp_path / "in"), str(tmp_path / "store")]

    subprocess.run(command, check=True, timeout=60)
