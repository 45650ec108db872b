"""Damaged documents: bytes and structure of sound ones changed at random, the same for the same seed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from random import Random

from tests.formats.test_formats import PLAN, TABLE

_SIGNS = ("\0", "\u202e", "\u200f", "\ufeff", "\r", "\x0c", "\x85", "\ufffd", '"', "'", "-", "[")
_WORDS = ("附件", "目录", "专栏1", "责任单位：", "（市水利局牵头，", "$\\geq 90\\%$", "=1/0")
_MARKUP = ("<!--", "<![CDATA[", "&#x0;", "&a;", '<!DOCTYPE a [<!ENTITY a "b">]>', "%PDF-1.7", "PK\x03\x04")
_REPEATED = (*"（《、。…9一\t|#", "负责", "到2025年", "1.5亿元、", "<table>", "<div>", "</td>", "&lt;")
HOSTILE: tuple[str, ...] = (*_SIGNS, *_WORDS, *_MARKUP, *(one * 40 for one in _REPEATED))
Bytes = Callable[[Random, bytes], bytes]


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Sound documents in every format: the sample plans, and the plan and the table of the format tests."""
    samples = resources.files("guitu.extract") / "samples"
    found = [(one.name, one.read_bytes()) for one in sorted(samples.iterdir(), key=lambda one: one.name)]
    return (*found, *((name, write()) for name, write in {**PLAN, **TABLE}.items()))


def damaged(seed: int, number: int) -> tuple[str, bytes]:
    """Document `number` of a run: its name and bytes."""
    rng = Random(f"{seed}:{number}")  # a string: the same on every machine
    name, data = rng.choice(seeds())
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        change = rng.choice(_PACKED if data.startswith(b"PK") else _PLAIN)
        data = change(rng, data)
    if rng.random() < 0.05:
        name = rng.choice(("x", "x.txt", "x.md", "x.html", "x.csv", "x.docx", "x.pdf", "x.xlsx"))
    return name, data


# ---- bytes ----


def _flip(rng: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 4, 32)) if data else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _range(rng: Random, data: bytes) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.choice((1, 10, 100, 1000)))


def _cut(rng: Random, data: bytes) -> bytes:
    start, end = _range(rng, data)
    return data[:start] + data[end:]


def _end(rng: Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _repeat(rng: Random, data: bytes) -> bytes:
    start, end = _range(rng, data)
    return data[:end] + data[start:end] * rng.choice((1, 5, 50)) + data[end:]


def _insert(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    encoding = rng.choice(("utf-8", "gb18030", "utf-16-le"))
    return data[:at] + rng.choice(HOSTILE).encode(encoding) + data[at:]


def _splice(rng: Random, data: bytes) -> bytes:
    _, other = rng.choice(seeds())
    return _end(rng, data) + other[rng.randrange(len(other)) :][:5000]


# ---- structure ----


def _lines(rng: Random, data: bytes) -> bytes:
    """Lines in another order, or some of them gone or doubled."""
    lines = data.split(b"\n")
    kept = [line for line in lines for _ in range(rng.choice((0, 1, 1, 1, 1, 2)))]
    if rng.random() < 0.3:
        rng.shuffle(kept)
    return rng.choice((b"\n", b"\n", b"", b"\r\n", b"\n\n")).join(kept)


def _signs(rng: Random, data: bytes) -> bytes:
    """A sign of the text gone everywhere, or another in its place."""
    signs = ["。", "，", "（", "）", "、", "：", "；", "《", "》", "<", ">", "|", "\t", "一", "2", "\n"]
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace(rng.choice(signs), rng.choice(["", *signs])).encode(encoding, "replace")
    return data


def _tags(rng: Random, data: bytes) -> bytes:
    """Tags gone, doubled or in another place, in markup of any kind."""
    tags = re.findall(rb"<[^<>]{1,200}>", data)
    if not tags:
        return _signs(rng, data)
    tag, other = rng.choice(tags), rng.choice(tags)
    return data.replace(tag, rng.choice((b"", other, tag * 2, tag + other)), rng.choice((1, 3, -1)))


def _inner(rng: Random, data: bytes) -> bytes:
    """One part of a package changed by the other means, or left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts: dict[str, bytes] = {name: package.read(name) for name in package.namelist()}
    except Exception:  # damaged before
        return _flip(rng, data)
    if not parts:
        return data
    name = rng.choice(sorted(name for name in parts if "document" in name or "sheet" in name) or sorted(parts))
    name = rng.choice((name, name, rng.choice(sorted(parts))))
    if rng.random() < 0.05:
        del parts[name]
    else:
        parts[name] = rng.choice(_WITHIN)(rng, parts[name])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)  # of no time of its own
    return out.getvalue()


_BYTES: Sequence[Bytes] = (_flip, _cut, _end, _repeat, _insert, _splice)
_WITHIN: Sequence[Bytes] = (_tags, _tags, _signs, *_BYTES)
_PLAIN: Sequence[Bytes] = (*_BYTES, _lines, _lines, _signs, _signs, _tags)
_PACKED: Sequence[Bytes] = (_inner, _inner, _inner, _inner, _flip, _cut, _end)
