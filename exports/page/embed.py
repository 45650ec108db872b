"""What the page holds inside itself: the data, packed; scripts and styles, each with the hash that allows it."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterator
from functools import partial
from importlib.resources import files

from guitu.exports.page.graph import Json

_ROWS = 500  # of a list that are made into words at once
_TRIPLE = 3  # bytes that base64 writes without a rest
_FIRST, _LAST = "words.js", "start.js"  # every part has words; between the two any order will do


def packed(data: Json) -> Iterator[str]:
    """The data as JSON, deflated (zlib), in base64, in pieces: what a browser's DecompressionStream("deflate") reads.

    The same bytes wherever Python has the same zlib; another zlib may pack the same data in other bytes.
    """
    packing, left = zlib.compressobj(9), b""
    for words in _json(data):
        left += packing.compress(words.encode("utf-8"))
        whole = len(left) - len(left) % _TRIPLE
        yield base64.b64encode(left[:whole]).decode("ascii")
        left = left[whole:]
    yield base64.b64encode(left + packing.flush()).decode("ascii")


def _json(data: Json) -> Iterator[str]:
    """The words of the JSON, so many rows of a list at a time."""
    told = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    for i, (name, value) in enumerate(data.items()):
        yield ("," if i else "{") + told(name) + ":"
        if not isinstance(value, list):
            yield told(value)
            continue
        for start in range(0, len(value), _ROWS):
            yield ("," if start else "[") + told(value[start : start + _ROWS])[1:-1]
        yield "]" if value else "[]"
    yield "}" if data else "{}"


def script() -> str:
    """Every script of the page in one, each in a function of its own; the one that starts it comes last."""
    own = _folder("script", ".js")
    drawing = _folder("picture", ".js")
    first, last = own.pop(_FIRST), own.pop(_LAST)
    return "\n".join((first, *own.values(), *drawing.values(), last))


def style() -> str:
    """Every style of the page in one."""
    return "\n".join((*_folder("style", ".css").values(), *_folder("picture", ".css").values()))


def template() -> str:
    """The page without its contents."""
    return files("guitu.exports.page").joinpath("page.html").read_text(encoding="utf-8")


def digest(words: str) -> str:
    """The hash by which a Content-Security-Policy allows a script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode("utf-8")).digest()).decode("ascii")


def _folder(name: str, ending: str) -> dict[str, str]:
    folder = files("guitu.exports.page").joinpath(name)
    found = sorted((one for one in folder.iterdir() if one.name.endswith(ending)), key=lambda one: one.name)
    return {one.name: one.read_text(encoding="utf-8") for one in found}
