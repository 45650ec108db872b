"""Places: what a file, a folder, an archive, standard input and an address are, and that no network is touched."""

from __future__ import annotations

import ast
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


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are no bytes there")
def test_names_do_not_depend_on_the_environment(tmp_path: Path) -> None:
    """Names are read as they were written, in UTF-8 or GBK, also where Python takes the system for one of ASCII."""
    place = os.fsencode(tmp_path) + b"/in/"
    for folder, name in (("子".encode(), "规划.txt".encode()), ("附件".encode("gbk"), "措施.txt".encode("gbk"))):
        Path(os.fsdecode(place + folder)).mkdir(parents=True)
        Path(os.fsdecode(place + folder + b"/" + name)).write_bytes(TEXT + name)
    code = (
        "import sys; from pathlib import Path; from guitu.extract.sources.find import find;"
        "print(ascii([one.name for one in find([Path(sys.argv[1])])]))"
    )
    for env in ({}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}):
        done = subprocess.run(
            [sys.executable, "-c", code, os.fsdecode(place)],
            env={**os.environ, **env},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ast.literal_eval(done.stdout) == ["子/规划.txt", "附件/措施.txt"]


# ---- links ----

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A folder with links to a file, a folder and an environment outside it, and to a file and a folder inside."""
    place, outside = tmp_path / "in", tmp_path / "out"
    (place / "sub").mkdir(parents=True)
    (outside / "more").mkdir(parents=True)
    (place / "a.txt").write_bytes(TEXT)
    (place / "sub" / "b.txt").write_bytes(TEXT + b"b")
    (outside / "secret.txt").write_bytes(TEXT + b"c")
    (outside / "more" / "d.txt").write_bytes(TEXT + b"d")
    (outside / "more" / "round").symlink_to(outside / "more")
    (outside / "more" / "back").symlink_to(place)
    (place / "file.txt").symlink_to(outside / "secret.txt")
    (place / "sub" / "up.txt").symlink_to("../../out/secret.txt")
    (place / "folder").symlink_to(outside, target_is_directory=True)
    (place / "environment.txt").symlink_to("/proc/self/environ")
    (place / "inside.txt").symlink_to(place / "a.txt")
    (place / "again").symlink_to(place / "sub", target_is_directory=True)
    (place / "loop").symlink_to(place / "loop")
    return place


@needs_links
def test_links_stay_inside(linked: Path) -> None:
    """What lies elsewhere is told in a line each, and not read; a link inside is the file that it names."""
    found = list(find([linked]))

    assert sorted(one.name for one in found if isinstance(one, Source)) == ["a.txt", "inside.txt", "sub/b.txt"]
    told = {one.where: one.reason for one in found if isinstance(one, SourceError)}
    assert told.pop("loop").startswith("it cannot be opened")
    assert set(told.values()) == {"it is a link that leads out of the folder"}
    assert sorted(told) == ["environment.txt", "file.txt", "folder", "sub/up.txt"]


@needs_links
def test_links_are_followed_where_that_is_meant(linked: Path) -> None:
    """Each folder is read once, whatever leads to it."""
    (linked / "environment.txt").unlink()
    found = [one.name for one in find([linked], links=True) if isinstance(one, Source)]

    assert sorted(found) == [
        "a.txt", "file.txt", "folder/more/d.txt", "folder/secret.txt", "inside.txt", "sub/b.txt", "sub/up.txt",
    ]  # fmt: skip


@needs_links
def test_a_link_that_is_given_is_followed(linked: Path) -> None:
    """Who names a link means what it leads to."""
    assert [one.name for one in find([linked / "file.txt"]) if isinstance(one, Source)] == ["file.txt"]
    assert len([one for one in find([linked / "folder"]) if isinstance(one, Source)]) == 2
