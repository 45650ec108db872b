"""Which places stand in one list together, and which of them a list of industries is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.places.place_names import PlaceName

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


def subject(sentence: str, at: int, found: list[list[PlaceName]]) -> list[PlaceName]:
    """The places that a list of industries at `at` is about: the nearest before it that is no help to another."""
    before = [group for group in found if group[-1].end <= at]
    if not before:
        return []
    for group in reversed(before):
        start = group[0].start
        if not _AUXILIARY.search(sentence, max(0, start - 14), start) or group is before[0]:
            return group
    return before[0]
