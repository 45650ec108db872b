"""Brackets inside a name make it no list: 云州水务（集团）有限公司; a note between two names stays one."""

from __future__ import annotations

import pytest

from guitu.extract.owners.clauses.duties import parse
from guitu.ontology.districts import region


def owners(said: str, place: str) -> list[str]:
    """The names that a duty clause gives."""
    return [owner.agency.name for owner in parse(said, 0, len(said), region(place)).owners]


@pytest.mark.parametrize(
    ("place", "said", "names"),
    [
        ("云州市", "云州水务（集团）有限公司、市财政局负责", ["云州水务（集团）有限公司", "云州市财政局"]),
        ("云州市", "市水利局、东海建设集团（云州）公司", ["云州市水利局", "东海建设集团（云州）公司"]),
        ("青岚县", "县城投（控股）集团牵头", ["青岚县城投（控股）集团"]),
        ("临江省", "华电（临江）热电有限公司", ["华电（临江）热电有限公司"]),
        ("云州市", "云州经济开发区（东港工业园）管委会负责", ["云州经济开发区（东港工业园）管理委员会"]),
        ("青岚县", "青岚高新区〔新城〕管委会、县医保局", ["青岚高新区（新城）管理委员会", "青岚县医疗保障局"]),
        ("云州市", "市粮食局与云州储备（集团）公司", ["云州市粮食局", "云州储备（集团）公司"]),
        ("云州市", "市粮食局及云州储备（集团）公司", ["云州市粮食局", "云州储备（集团）公司"]),
        ("云州市", "相关县区（园区）管委会", ["云州市相关县区（园区）管理委员会"]),
        ("云州市", "开发区（园区）管委会、市民政局", ["云州市开发区（园区）管理委员会", "云州市民政局"]),
    ],
)
def test_a_name_with_a_bracket_is_one(place: str, said: str, names: list[str]) -> None:
    """What a firm is, where it works, and the second name of a zone stand in the name."""
    assert owners(said, place) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("市财政局（牵头）市城投公司", ["云州市财政局", "云州市城投公司"]),
        ("市教育局（市语委办）有限公司", ["云州市教育局"]),
        ("各区（开发区）管委会、市民政局", ["云州市各区（开发区）管理委员会", "云州市民政局"]),
        ("市教育局（市财政局配合）", ["云州市教育局", "云州市财政局"]),
        ("项目业主云州热电（集团）公司、市财政局", ["云州市财政局"]),
        ("市级国有企业云州热电（集团）公司、市财政局", ["云州市财政局"]),
        ("东桥区（含高新区）管委会", ["云州市东桥区人民政府"]),
    ],
)
def test_a_note_is_no_part_of_a_name(said: str, names: list[str]) -> None:
    """Nor is the end of a name whose beginning was not read a body: 有限公司."""
    assert owners(said, "云州市") == names


def test_a_committee_of_no_zone_stays_as_written() -> None:
    """管委会 alone is nobody's full name."""
    assert owners("管委会负责，市教育局配合", "云州市") == ["管委会", "云州市教育局"]
