"""Sources: which files are taken, which are refused, and how they are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from guitu.extract.encoding import decode
from guitu.extract.errors import SourceError
from guitu.extract.page import read
from guitu.extract.source import Source
from guitu.extract.sources.find import find

TEXT = "云州市水网规划\n到2027年，全市新建泵站12座，改善灌溉面积3万亩。\n（市水利局牵头，各县区政府配合）\n"


def test_a_folder(tmp_path: Path) -> None:
    """A folder gives its files and those below, in order of name, without hidden ones, named from the folder."""
    for name in ("b.txt", "a/二.md", ".hidden.txt", ".git/x.txt", "a/c.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")

    found = list(find([tmp_path]))

    assert [one.name for one in found if isinstance(one, Source)] == ["a/c.html", "a/二.md", "b.txt"]
    assert len({one.sha256 for one in found if isinstance(one, Source)}) == 1


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\t", "the file is empty"),
        ("moving.txt", b"GIF89a....", "the file is binary (image), not text"),
        ("pack.txt", b"PK\x03\x04....", "the file is damaged: it is no whole package"),
        ("data.txt", b"\x01\x00\x02\x00\x03\x00\xff\xfe\x00\x10" * 9, "the file is binary, not text"),
        ("plan.docx", b"PK\x03\x04....", "the file is damaged: it is no whole package"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "DOC is not read"),
        ("plan.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "WPS is not read"),
        ("plan.ofd", b"PK\x03\x04....", "the file is damaged: it is no whole package"),
        ("noise.docx", bytes(range(256)) * 9, "the file is damaged: it is no DOCX"),
        ("noise.pdf", bytes(range(255, 0, -1)) * 9, "the file is damaged: it is no PDF"),
        ("plan.json", b'{"a": 1}', ".json is no format of documents"),
    ],
)
def test_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """What is no text is refused with one clear reason, under its own name."""
    (tmp_path / name).write_bytes(data)

    (found,) = find([tmp_path / name])

    assert isinstance(found, SourceError)
    assert (found.where, found.reason) == (name, reason)


def test_places_without_documents(tmp_path: Path) -> None:
    """An empty folder and a missing file are told apart, and the others go on."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")

    found = list(find([tmp_path / "empty", "no-such-file.txt", tmp_path / "plan.txt"]))

    assert [str(one) for one in found[:2]] == [
        "empty: the folder has no documents",
        "no-such-file.txt: there is no such file or folder",
    ]
    assert isinstance(found[2], Source)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_encodings(encoding: str) -> None:
    """The same text comes out of every encoding, with a mark or without one."""
    page = read(Source("plan.txt", TEXT.encode(encoding)))

    assert page.text.value == TEXT.strip()


def test_utf16_without_a_line_break() -> None:
    """UTF-16 is recognised even where no byte is NUL."""
    data = "云州市水利局负责改造灌区，发展节水农业。".encode("utf-16-le")

    assert b"\0" not in data
    assert decode(data).encoding == "utf-16-le"


def test_declared_charset() -> None:
    """A page in GBK is read, and a page in UTF-8 that declares GBK too."""
    page = f'<html><head><meta charset="gb2312"></head><body><p>{TEXT}</p></body></html>'

    assert read(Source("a.html", page.encode("gbk"))).encoding == "gb18030"
    assert read(Source("a.html", page.encode("utf-8"))).encoding == "utf-8"


@pytest.mark.parametrize("data", [bytes(range(1, 256)) * 40, b"\x81\xff\xfe\x80\xc0" * 500])
def test_rubbish(data: bytes) -> None:
    """Bytes that no encoding reads are an error that names the encodings tried."""
    with pytest.raises(SourceError, match=r"no encoding reads it \(tried UTF-8, GB18030, UTF-16\)"):
        read(Source("x.txt", data))


def test_a_few_damaged_bytes_do_not_matter() -> None:
    """A text with one broken byte is read, the broken sign shown."""
    data = (TEXT * 20).encode("utf-8") + b"\xff" + TEXT.encode("utf-8")

    assert read(Source("x.txt", data)).text.value.count("\ufffd") == 1
