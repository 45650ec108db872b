"""Documents in stores of objects: read as those of a folder, so that the graph is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.extract.sources.find import find

PLAN = "云州市供水行动计划\n一、主要任务\n（一）改造管网。（市水利局牵头）\n"


@pytest.fixture
def bucket() -> Iterator[str]:
    """Plans in a store of objects: two folders deep, hidden ones beside them."""
    system = fsspec.filesystem("memory")
    for name in ("2.txt", "a/1.txt", "a/.hidden.txt", ".git/x.txt"):
        system.pipe_file(f"/objects/plans/{name}", f"{PLAN}{name}".encode())
    yield "memory://objects/plans"
    system.rm("/objects", recursive=True)


def names(*places: str) -> list[str]:
    return [item.name if isinstance(item, Source) else f"{item.where}: {item.reason}" for item in find(places)]


def test_a_folder_is_read_as_one_of_the_disk(bucket: str, tmp_path: Path) -> None:
    for name in ("2.txt", "a/1.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PLAN + name, "utf-8")

    assert names(bucket) == names(f"{bucket}/") == ["2.txt", "a/1.txt"]
    assert [*find([bucket])] == [*find([tmp_path])] == [*find([tmp_path.as_uri()])]


def test_one_object_has_its_own_name(bucket: str) -> None:
    assert names(f"{bucket}/a/1.txt") == ["1.txt"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("memory://objects/nowhere", "no such file or folder"),
        ("memory::memory://objects/plans", "no such file or folder"),
        ("simplecache::memory://objects/plans", "no such file or folder"),
        ("github://a:b@c/d", "no http or https address"),
        ("s3://key:secret@objects/plans", "holds a user name or a password"),
    ],
)
def test_what_is_not_read(bucket: str, address: str, reason: str) -> None:
    """Chains of file systems, and schemes that no store of plans has, are no addresses."""
    found = [*find([address])]

    assert [type(item) for item in found] == [SourceError]
    assert isinstance(found[0], SourceError)
    assert reason in found[0].reason
    assert "secret" not in str(found[0])


def test_an_object_that_is_too_large(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guitu.extract.sources.objects.LARGEST", 100)
    fsspec.filesystem("memory").pipe_file("/objects/plans/3.txt", b"x" * 101)

    assert "3.txt: it is larger than 100 bytes" in names(bucket)
