"""The mentions of places in a document, and the one name that a place goes by in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from guitu.extract.places.focus.place_focus import own_industries
from guitu.extract.places.lists.listed_areas import full_names
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.regions import at_head
from guitu.extract.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a passage with the industries that the passage assigns to it; `span` is absolute."""

    place: PlaceName
    focus: tuple[str, ...]
    span: Span


def by_one_name(mentions: list[Mention], shorts: Mapping[str, str], place: str | None, text: str) -> list[Mention]:
    """The mentions with each place under one name.

    `shorts`: the short names that the document declares; `place`: its jurisdiction; `text`: all of it, folded.
    """
    mentions = _named_alike(_towns_in_full(_renamed(mentions, shorts), text), place)
    mentions = _in_full(mentions)
    return _renamed(mentions, full_names({m.place.name: m.place for m in mentions}))


_NAME_ENOUGH = 6
_PHASE = re.compile("[一二三四五]期$")
_OF_CITY = re.compile("(?<=^[一-龥]{2})[市县]")


def _in_full(mentions: list[Mention]) -> list[Mention]:
    """A name with its last word alone for a place that is named once in full: 东桥开发区, 东桥经济技术开发区."""
    full: dict[tuple[str, str], set[str]] = {}
    for m in mentions:
        p = m.place
        if p.head and not own_industries(p):
            full.setdefault((p.name[: p.head], p.type), set()).add(p.name)
    known = {m.place.name for m in mentions}
    made = []
    for m in mentions:
        p = m.place
        rest = p.name[p.head :]
        bare = p.type == "park" and not (p.head or p.district)
        whole = {n for n in known if len(n) > len(p.name) and n.endswith(p.name)} if bare else set()
        if len(whole) == 1:  # 热带植物园, 云州热带植物园
            made.append(replace(m, place=replace(p, name=whole.pop())))
            continue
        same = full.get((p.name[: p.head], p.type), set()) if p.head else set()
        longer = [n for n in same if len(n) > len(p.name) and n.endswith(rest) and len(rest) > 2]
        made.append(replace(m, place=replace(p, name=longer[0])) if len(longer) == 1 else m)
    return made


def _named_alike(mentions: list[Mention], draft_place: str | None) -> list[Mention]:
    """One name for a place that the document names with and without the words before it: 东桥云州软件产业园."""
    whole = {m.place.name for m in mentions if len(m.place.name) >= _NAME_ENOUGH and m.place.type != "district"}
    known = {m.place.name for m in mentions}
    own_heads = {m.place.name for m in mentions if m.place.head > 1 and len(m.place.name) > m.place.head + 1}
    made = []
    for m in mentions:
        if m.place.type == "district":  # 白石县 is not the town 白石 of another county
            made.append(m)
            continue
        plain: tuple[str, ...] = (
            _OF_CITY.sub("", m.place.name),
            _PHASE.sub("", m.place.name),
        )  # 云州市高新区, 东桥物流园一期
        if m.place.district and m.place.type == "zone":  # 松江北塘, which the document names without its district too
            plain = (*plain, m.place.name[2:], m.place.name[3:])
        name = next((other for other in plain if other != m.place.name and other in known), m.place.name)
        shorter = next((name[i:] for i in range(2, len(name) - _NAME_ENOUGH + 1) if name[i:] in whole), None)
        if shorter is None and (head := at_head(name, draft_place)) and name[head.length :] in own_heads:
            shorter = name[head.length :]  # 云州白石科学城, 白石科学城
        made.append(
            replace(m, place=replace(m.place, name=shorter or name)) if (shorter or name) != m.place.name else m
        )
    return made


def _towns_in_full(mentions: list[Mention], text: str) -> list[Mention]:
    """A town that a list names without its last sign, under the name that the document elsewhere gives it in full."""
    bare = {m.place.name for m in mentions if m.place.type == "town" and m.place.name[-1] not in "镇乡道木"}
    full = {name: {name + sign for sign in ("镇", "乡") if name + sign in text} for name in bare}
    return _renamed(mentions, {name: found.pop() for name, found in full.items() if len(found) == 1})


def _renamed(mentions: list[Mention], names: Mapping[str, str]) -> list[Mention]:
    named = ((m, names.get(m.place.name)) for m in mentions) if names else ()
    return [replace(m, place=replace(m.place, name=name)) if name else m for m, name in named] or mentions
