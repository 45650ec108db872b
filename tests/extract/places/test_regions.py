"""The region at the head of a name."""

from __future__ import annotations

import pytest

from guitu.extract.places.words.regions import at_head


@pytest.mark.parametrize(
    ("text", "place", "name", "length", "district"),
    [
        ("普陀区数字园", "上海市", "普陀区", 3, "普陀区"),
        ("松江泗泾", "上海市", "松江区", 2, None),
        ("嘉定", "上海市", "嘉定区", 2, None),
        ("青岚县茶叶园", None, "青岚县", 3, "青岚县"),
        ("云州软件园", "云州市", "云州市", 2, None),
        ("苏州科技城", "江苏省", "苏州市", 2, None),
    ],
)
def test_a_region_is_read_by_its_full_name_and_by_its_short_one_inside_the_jurisdiction(
    text: str, place: str | None, name: str, length: int, district: str | None
) -> None:
    """Only a district written in full is told as the district of what follows."""
    head = at_head(text, place)
    assert head is not None
    assert (head.name, head.length, head.district) == (name, length, district)


@pytest.mark.parametrize("text", ["经开区企业", "产业园区", "建设新城区", "重点区域", "中小企业", "全市园区"])
def test_ordinary_words_are_no_regions(text: str) -> None:
    """Words that end like a region are not taken for one."""
    assert at_head(text, "云州市") is None
