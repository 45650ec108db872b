"""Names whose proper noun the document shows elsewhere: with 白沙经济开发区, 白沙服务业聚集区 is a place too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guitu.extract.places.industries import industrial
from guitu.extract.places.place_names import PlaceName, untitled
from guitu.extract.places.place_words import kind_words, last_word, never_inside, not_a_name, type_of
from guitu.extract.places.regions import at_head
from guitu.extract.places.word_borders import divides
from guitu.extract.text import Span

_SHORTEST, _WINDOW = 2, 20
_TOWN = re.compile(r"(?<=[、，。；：和与在以\s])(?P<town>[一-龥]{2,3})(?:镇|街道)(?=[、，。；：和与等人\s])")


def spots(text: str, places: Iterable[PlaceName], read: Iterable[Span], place: str | None) -> dict[int, str]:
    """Where a text holds the proper noun of a name that was read, outside names: that of a region needs no showing."""
    read_heads = {p.name[: p.head] for p in places if p.head >= _SHORTEST and p.name[p.head :]}
    heads = sorted(read_heads | {m["town"] for m in _TOWN.finditer(text) if not not_a_name(m["town"])})
    taken = [(span.start, span.end) for span in read]
    found = {m.start(): head for head in heads for m in re.finditer(head, text)}
    free = {at: head for at, head in found.items() if not any(start <= at < end for start, end in taken)}
    return {at: head for at, head in free.items() if at_head(head, place) is None}


def with_known_head(words: str, start: int, head: str) -> PlaceName | None:
    """The name that a proper noun which stands in a passage makes with words of kind behind it."""
    behind = start + len(head)
    last = last_word().search(words, behind, behind + _WINDOW)
    kind = words[behind : last.end("last")] if last else ""
    if last is None or never_inside().search(kind) or not kind_words().fullmatch(kind):
        return None
    end = last.end("last")
    if divides(words, start, end, len(head)) or untitled(words)[start] == "《":
        return None
    told = industrial(words[behind : last.start()], last["last"])
    return PlaceName(words[start:end], type_of(last["last"]), start, end, told, head=len(head))
