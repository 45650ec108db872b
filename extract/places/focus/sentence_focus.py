"""Which of the places of a sentence the industries in it are assigned to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from guitu.extract.places.focus.given_focus import ahead, behind, listed
from guitu.extract.places.focus.place_focus import own_industries
from guitu.extract.places.focus.place_functions import functions, role
from guitu.extract.places.focus.place_making import around, made
from guitu.extract.places.focus.place_subjects import STRANGER
from guitu.extract.places.names.place_names import PlaceName


def assigned(sentence: str, inside: list[PlaceName], before: list[PlaceName]) -> dict[str, tuple[str, ...]]:
    """The industries that a sentence assigns, by the name of the place."""
    found: dict[str, tuple[str, ...]] = {}
    if not inside and not before:
        return found

    def assign(places: Iterable[PlaceName], items: tuple[str, ...]) -> None:
        for p in places:
            found[p.name] = tuple(dict.fromkeys((*found.get(p.name, ()), *items)))

    together = groups(sentence, inside)
    for p in inside:
        assign([p], behind(sentence, p) or ahead(sentence, p) or around(sentence, p) or _led(sentence, p, inside[0]))
    if any(found.values()):
        for p in inside:
            assign([p], () if found[p.name] else p.focus)
        return found
    serving = any(cue in sentence for cue in ("功能", "促进", "要素"))
    for p, after in pairwise(inside):  # 西浦新区“跨境人才示范区”
        if after.type == "zone" and after.start == p.end + 1 and sentence[p.end] == "“":
            assign([p], (after.name,))
    for group in together:
        assign(group, role(sentence, group[-1].end))
    for p in inside:
        assign([p], p.focus or (functions(sentence, p) if serving else ()))
    told = any(found.values())
    for at, items in listed(_blank(sentence, inside), 0, len(sentence)):
        about = subject(sentence, at, together) or before
        if about is not before and _is_of_others(sentence, about[-1].end, at):
            continue
        near = before if about is not before and _AROUND.search(sentence, 0, about[0].start) else []
        assign((p for p in (*about, *near) if not _is_told(p, at - p.end if p in inside else at)), items)
    if not told and not any(found.values()) and not inside and before:
        assign((p for p in before if not _is_told(p)), made(sentence))
    elif not told and not any(found.values()) and inside:
        first = subject(sentence, together[0][-1].end, together)
        rest = _blank(sentence, inside)[together[0][-1].end :]
        assign((p for p in before or first if not _is_told(p)), made(_OTHER.split(rest, maxsplit=1)[0]))
    return found


_NEAR = 12


# 东桥区、西浦区分别发展…: to each its own, told by the clause
_IN_ORDER = re.compile("(?:[、和与及][一-龥]{2,9}?)?分别")


def _is_of_others(sentence: str, end: int, at: int) -> bool:
    """Whether a list at `at` is not what the places that end at `end` have together."""
    return bool(_IN_ORDER.match(sentence, end) or _OTHER.search(sentence, end, at))


def _is_told(place: PlaceName, far: int = _NEAR + 1) -> bool:
    """Whether a name tells what a base is for, and a list `far` behind it is not about it.

    推进东桥轴承产业基地建设，优化布局，发展新材料: the base is one for 轴承.
    """
    return place.type == "base" and far > _NEAR and bool(own_industries(place))


# ，支持青岚县打造…: of another place; ，推进省级度假区建设，打造…: of what was named last
_OTHER = re.compile(
    f"{STRANGER.pattern}|"
    "[，；](?:推动|推进)[^，。；]{0,12}(?:度假区|园区|示范区|基地|新城|景区)(?:建设|开发)(?=，)|[，；](?:并)?(?:支持|鼓励|推动|引导|建设|加快)(?:[一-龥]{2,4}|，{3,})(?:打造|建设|发展|培育)"
)


_AROUND = re.compile("(?:围绕|聚焦)$")


# 建设云州新材料产业区，以东桥化工园为主体
_LED = re.compile("为(?:主体|核心|龙头|引领)")


def _led(sentence: str, place: PlaceName, first: PlaceName) -> tuple[str, ...]:
    """The industries of the first place of a sentence, for one that is said to lead it."""
    if place is first or sentence[place.start - 1] != "以" or not _LED.match(sentence, place.end):
        return ()
    return () if own_industries(place) else own_industries(first)


def _blank(sentence: str, inside: list[PlaceName]) -> str:
    """The sentence with its names of places made unreadable, so that no industry is read out of them."""
    signs = list(sentence)
    for p in inside:
        signs[p.start : p.end] = "，" * (p.end - p.start)
    return "".join(signs)


_AUXILIARY = re.compile(
    r"(?:依托|辐射|联动|对接|借助|衔接|融入|承接|服务|带动|毗邻|连接|利用|协同|位于|地处|紧邻|紧靠)[^，。；]{0,8}$"
)


def groups(sentence: str, places: Sequence[PlaceName]) -> list[list[PlaceName]]:
    """Places that stand in one list together."""
    found: list[list[PlaceName]] = []
    for place in places:
        if found and re.fullmatch(r"(?:[、和与及“”]|以及)*", sentence[found[-1][-1].end : place.start]):
            found[-1].append(place)
        else:
            found.append([place])
    return found


_SEATS = ("依托", "立足")  # 依托东桥港区发展…: there


def subject(sentence: str, at: int, found: list[list[PlaceName]]) -> list[PlaceName]:
    """The places that a list of industries at `at` is about: the nearest before it that is no help to another."""
    before = [group for group in found if group[-1].end <= at]
    if not before:
        return []
    for group in reversed(before):
        start = group[0].start
        helps = _AUXILIARY.search(sentence, max(0, start - 14), start) is not None
        seat = (
            group is before[-1] and sentence.startswith(_SEATS, start - 2) and "，" not in sentence[group[-1].end : at]
        )
        if not helps or seat or group is before[0]:
            return group
    return before[0]
