"""The title of an item is no focus of the towns that its sentences lay out: it may be a harm or a ban."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft

TITLED = [
    "1．土壤污染。种植修复植物2000亩，主要分布在临溪镇、青岚镇。",
    "2．禁养区。存栏生猪3万头，集中在白石镇和东桥乡。",
    "3．受灾面积。补植水稻1万亩，重点在下湾镇、云岭镇。",
    "（4）疫病。饲养家禽2万羽，主要分布在白石、青岚两个镇。",
]


@pytest.mark.parametrize("text", TITLED)
def test_a_title_is_no_focus_of_towns(text: str) -> None:
    made, _ = places.find(draft(text, chapter="work", jurisdiction="云岭县", title="产业规划"))
    assert not [place.name for place in made if place.focus]
