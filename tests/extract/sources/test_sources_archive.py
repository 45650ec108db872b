"""Archives: their members are sources, whatever their names are; hostile ones cost an error and nothing else."""

from __future__ import annotations

import io
import struct
import sys
import tracemalloc
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.extract.sources import archive, limits
from guitu.extract.sources.archive import members
from guitu.extract.sources.find import find
from guitu.extract.sources.limits import Budget

TEXT = "云州市水网规划\n到2027年，全市新建泵站12座。\n（市水利局牵头）\n".encode()
Files = dict[str, bytes]


def packed(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as one:
        for name, data in files.items():
            info = zipfile.ZipInfo("x")
            info.filename, info.compress_type = name, method  # as it is, NUL and \\ and all
            one.writestr(info, data)
    return out.getvalue()


def renamed(data: bytes, old: bytes, new: bytes, utf8: bool = False) -> bytes:
    """The archive with other bytes as a name of one length, told to be UTF-8 or of no encoding."""
    assert len(old) == len(new)
    changed = bytearray(data.replace(old, new))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := changed.find(mark, start + 1)) >= 0:
            flags = struct.unpack_from("<H", changed, start + at)[0] & ~0x800
            struct.pack_into("<H", changed, start + at, flags | (0x800 if utf8 else 0))
    return bytes(changed)


def patched(data: bytes, local: tuple[int, str, int], central: tuple[int, str, int]) -> bytes:
    """The archive with fields of the first member overwritten in both of its headers: offset, form, value."""
    changed = bytearray(data)
    for mark, (at, form, value) in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        struct.pack_into(form, changed, changed.find(mark) + at, value)
    return bytes(changed)


def opened(path: Path, data: bytes) -> list[Source | SourceError]:
    path.write_bytes(data)
    return list(find([path]))


def told(found: list[Source | SourceError]) -> list[str]:
    return [one.name if isinstance(one, Source) else f"{one.where}: {one.reason}" for one in found]


def test_members_are_sources(tmp_path: Path) -> None:
    """Every document of an archive is a source, in order of name, without folders and hidden files."""
    names = ("b.txt", "a/二.md", "a/", ".hidden", "__MACOSX/a/._二.md", ".git/x.txt", "a/.DS_Store", "a/~$二.docx")
    found = opened(tmp_path / "规划.zip", packed(dict.fromkeys(names, TEXT) | {"a/": b""}))

    assert told(found) == ["规划.zip/a/二.md", "规划.zip/b.txt"]
    (first, _) = found
    assert isinstance(first, Source)
    assert first.data == TEXT
    assert first.archive is not None
    assert first.archive.name == "规划.zip"


def test_an_archive_in_a_folder(tmp_path: Path) -> None:
    """An archive lying among documents is opened in its place, named from the folder."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "z.txt").write_bytes(TEXT)
    (tmp_path / "in" / "a.zip").write_bytes(packed({"x.txt": TEXT}))

    assert told(list(find([tmp_path]))) == ["in/a.zip/x.txt", "in/z.txt"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.docx", {"[Content_Types].xml": b"x", "word/document.xml": b"x"}),
        ("a.zip", {"[Content_Types].xml": b"x", "word/document.xml": b"x"}),
        ("a.xlsx", {"xl/workbook.xml": b"x"}),
    ],
)
def test_office_packages_are_no_archives(tmp_path: Path, name: str, parts: Files) -> None:
    """A DOCX or XLSX is one document, whatever its name ends in."""
    assert told(opened(tmp_path / name, packed(parts))) == [name]


@pytest.mark.parametrize(
    ("name", "parts", "reason"),
    [
        ("a.ofd", {"OFD.xml": b"x"}, "OFD is not read"),
        ("a.zip", {"OFD.xml": b"x"}, "OFD is not read"),
        ("a.docx", {"x.xml": b"x"}, "the file is damaged: it is no whole package"),
        ("a.zip", {}, "the archive has no documents"),
        ("a.zip", {".x": b"x"}, "the archive has no documents"),
    ],
)
def test_packages_without_documents(tmp_path: Path, name: str, parts: Files, reason: str) -> None:
    """A package that is neither document nor archive, or an empty one, is one error."""
    assert told(opened(tmp_path / name, packed(parts))) == [f"{name}: {reason}"]


def test_a_folder_named_word_is_no_docx(tmp_path: Path) -> None:
    """An archive whose folder happens to be called word holds documents."""
    assert told(opened(tmp_path / "a.zip", packed({"word/规划.txt": TEXT}))) == ["a.zip/word/规划.txt"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_an_encoding(tmp_path: Path, encoding: str) -> None:
    """Names of Chinese Windows (GBK) and of systems that write UTF-8 without saying so are read."""
    name = "青岚县规划.txt".encode(encoding)
    data = renamed(packed({"x" * len(name): TEXT}), b"x" * len(name), name)

    assert told(opened(tmp_path / "a.zip", data)) == ["a.zip/青岚县规划.txt"]


def test_a_name_that_is_no_utf8_spoils_its_archive_only(tmp_path: Path) -> None:
    """An archive that lies about the encoding of its names is one error."""
    data = renamed(packed({"xxxx": TEXT}), b"xxxx", b"\xff\xfe\xff\xfe", utf8=True)

    (found,) = opened(tmp_path / "a.zip", data)
    assert isinstance(found, SourceError)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/plan.txt", "etc/plan.txt"),
        ("/etc/plan.txt", "etc/plan.txt"),
        ("C:\\plans\\plan.txt", "plans/plan.txt"),
        ("a\\..\\b.txt", "a/b.txt"),
        ("./a//b.txt", "a/b.txt"),
        ("规划\u202etxt.exe.txt", "规划_txt.exe.txt"),
        ("a\x1b[2J\n.txt", "a_[2J_.txt"),
        ("w" * 500 + ".txt", "w" * 188 + ".txt"),
        ("x/" * 2000 + "plan.txt", "x/" * 496 + "plan.txt"),
    ],
)
def test_names_are_data(tmp_path: Path, name: str, shown: str) -> None:
    """No name leads anywhere: steps upwards, drives and unseen characters are gone, and nothing is written."""
    place = tmp_path / "in"
    place.mkdir()

    assert told(opened(place / "a.zip", packed({name: TEXT}))) == [f"a.zip/{shown}"]
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_two_members_of_one_name(tmp_path: Path) -> None:
    """Members of one name are all read, and told apart."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as one:
        warnings.simplefilter("ignore")
        for name in ("plan.txt", "plan.txt", "x/../plan.txt", "../plan.txt"):
            one.writestr(name, TEXT)

    names = ["a.zip/plan (2).txt", "a.zip/plan (3).txt", "a.zip/plan.txt", "a.zip/x/plan.txt"]
    assert sorted(told(opened(tmp_path / "a.zip", out.getvalue()))) == names


def test_archives_in_archives(tmp_path: Path) -> None:
    """One archive inside another is opened, a third one in that is an error of its own."""
    third = packed({"c.txt": TEXT})
    second = packed({"b.txt": TEXT, "third.zip": third})
    found = opened(tmp_path / "a.zip", packed({"second.zip": second, "z.txt": TEXT}))

    assert told(found) == [
        "a.zip/second.zip/b.txt",
        "a.zip/second.zip/third.zip: archives in archives in archives are not opened",
        "a.zip/z.txt",
    ]
    inner = found[0]
    assert isinstance(inner, Source)
    assert inner.archive is not None
    assert inner.archive.inside is not None
    assert inner.archive.inside.name == "a.zip"


def _locked(data: bytes) -> bytes:
    return patched(data, (6, "<H", 1), (8, "<H", 1))


def _odd_method(data: bytes) -> bytes:
    return patched(data, (8, "<H", 12), (10, "<H", 12))


def _bad_sum(data: bytes) -> bytes:
    return patched(data, (14, "<I", 1), (16, "<I", 1))


def _link(data: bytes) -> bytes:
    return patched(data, (4, "<H", 20), (38, "<I", 0o120777 << 16))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_locked, "it is locked with a password"),
        (_odd_method, "it is packed by a method that is not read"),
        (_bad_sum, "it is damaged in the archive"),
        (_link, "it is no plain file"),
    ],
)
def test_a_member_harms_only_itself(tmp_path: Path, spoil: object, reason: str) -> None:
    """A locked, damaged, linked or oddly packed member is one error; the others are read."""
    data = packed({"a.txt": TEXT, "b.txt": TEXT})
    assert callable(spoil)

    assert told(opened(tmp_path / "a.zip", spoil(data))) == [f"a.zip/a.txt: {reason}", "a.zip/b.txt"]


def test_overlapping_members(tmp_path: Path) -> None:
    """Members that share their bytes, as bombs do, are errors."""
    data = bytearray(packed({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}))
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)
    struct.pack_into("<I", data, second + 42, 0)  # b.txt begins where a.txt does

    reason = "it lies over another member of the archive"
    assert told(opened(tmp_path / "a.zip", bytes(data))) == [
        f"a.zip/a.txt: {reason}",
        f"a.zip/b.txt: {reason}",
        "a.zip/c.txt",
    ]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A member that unpacks to far more than its size is given up at once, in little memory."""
    data = packed({"bomb.txt": b" " * 60_000_000, "z.txt": TEXT})
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    tracemalloc.start()
    found = list(find([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert told(found) == ["a.zip/bomb.txt: it unpacks to more than 200 times its size", "a.zip/z.txt"]
    assert peak < 40_000_000


def test_a_bomb_that_hides_its_size(tmp_path: Path) -> None:
    """A member that declares a small size is damaged, not larger than it says."""
    data = patched(packed({"bomb.txt": b" " * 60_000_000}), (22, "<I", 10), (24, "<I", 10))

    assert told(opened(tmp_path / "a.zip", data)) == ["a.zip/bomb.txt: it is damaged in the archive"]


def test_the_budget_is_one_for_all() -> None:
    """What is unpacked and how many members there are is counted over all archives; the rest are errors."""
    data = packed({f"{i}.txt": TEXT * 100 for i in range(4)})
    sized = list(members(data, "a.zip", Budget(size=len(TEXT) * 250)))
    counted = list(members(data, "a.zip", Budget(members=3)))

    assert [isinstance(one, Source) for one in sized] == [True, True, False, False]
    assert [isinstance(one, Source) for one in counted] == [True, True, True, False]


def test_a_large_member(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member over the size of a file is an error, and so is a file."""
    monkeypatch.setattr(archive, "LARGEST", len(TEXT))
    data = packed({"a.txt": TEXT + b"\n", "b.txt": TEXT})

    reason = f"it is larger than {limits.told(len(TEXT))}"
    assert told(opened(tmp_path / "a.zip", data)) == [f"a.zip/a.txt: {reason}", "a.zip/b.txt"]


def test_a_crowd_of_entries(tmp_path: Path) -> None:
    """A package that lists more parts than any document has is not even listed."""
    data = packed({"a.txt": TEXT}) + b"PK\x01\x02" * 20_001

    assert told(opened(tmp_path / "a.zip", data)) == ["a.zip: the package has more than 20000 parts"]


# ---- whatever comes ----

whole = packed({"a.txt": TEXT, "目录/b.md": TEXT, "c.zip": packed({"d.html": b"<html>" + TEXT})})
edits = st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=12)


class Watch:
    """Which files were opened by the running program, while it looks."""

    def __init__(self) -> None:
        self.looks = False
        self.opened: list[object] = []
        sys.addaudithook(self.see)

    def see(self, event: str, args: tuple[object, ...]) -> None:
        if self.looks and event in ("open", "os.mkdir", "os.rename", "os.link", "os.symlink"):
            self.opened.append(args)


watch = Watch()


def _all(data: bytes) -> list[Source | SourceError]:
    watch.looks = True
    try:
        return list(members(data, "a.zip", Budget(size=5_000_000)))
    finally:
        watch.looks = False
        assert watch.opened == []


@settings(max_examples=400, print_blob=True)
@given(edits, st.integers(0, len(whole)), st.integers(0, 40))
def test_any_bytes(changes: list[tuple[int, int]], cut: int, gone: int) -> None:
    """An archive with bytes changed, cut out or cut off gives sources and errors, raises nothing, opens no file."""
    data = bytearray(whole)
    for at, value in changes:
        data[at] = value
    del data[cut : cut + gone]

    for one in _all(bytes(data)):
        assert isinstance(one, Source | SourceError)
        assert (one.name if isinstance(one, Source) else one.where).startswith("a.zip")


@settings(max_examples=200, print_blob=True)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), min_size=1, max_size=5))
def test_any_names(names: list[str]) -> None:
    """Whatever its members are called, the names of the sources are different, visible, and lead nowhere."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _all(packed(dict.fromkeys(names, TEXT), zipfile.ZIP_STORED))
    shown = [one.name for one in found if isinstance(one, Source)]

    assert len(set(shown)) == len(shown)
    for name in shown:
        ways = name.split("/")
        assert all(sign.isprintable() or sign.isspace() for sign in name)
        assert ways[0] == "a.zip"
        assert not {"", ".", ".."} & set(ways)
        assert "\\" not in name
        assert "\0" not in name
