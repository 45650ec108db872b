"""Places that no list has: autonomous ones with their peoples, and names that a word with the same sign follows."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.ontology.districts import leading, region


def owners(title: str, line: str) -> list[str]:
    text = f"{title}\n\n一、重点任务\n（一）修路。{line}\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    return [one.agency.name for one in found.responsibilities]


AUTONOMOUS = [
    ("南岭苗族侗族自治州", "州民政局会同州统计局于每年九月测算标准。", ["民政局", "统计局"]),
    ("石川满族蒙古族自治县", "由石川县水利局牵头，自治县财政局配合。", ["水利局", "财政局"]),
    ("红崖傣族佤族布朗族自治县", "（责任单位：县林业局、自治县水务局）", ["林业局", "水务局"]),
    ("内河鄂温克族自治旗", "旗农牧局牵头，自治旗财政局配合。", ["农牧局", "财政局"]),
]


@pytest.mark.parametrize(("place", "line", "names"), AUTONOMOUS)
def test_an_autonomous_place_with_its_peoples(place: str, line: str, names: list[str]) -> None:
    assert owners(f"{place}旅游方案", line) == [place + name for name in names]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("云栖市市容整治方案", "云栖市"),
        ("东桥市市级储备粮办法", "东桥市"),
        ("石川市市场主体培育方案", "石川市"),
        ("青岚县县城补短板方案", "青岚县"),
        ("临水区区级储备方案", "临水区"),
        ("东桥市县级医院改革方案", "东桥市"),
    ],
)
def test_a_name_ends_where_a_word_with_its_sign_follows(title: str, place: str) -> None:
    found = leading(title)
    assert found is not None and found[0].name == place


@pytest.mark.parametrize(
    "words", ["自治县水务局", "自治州财政局", "全市市场主体", "有关市县级医院", "超市市场", "各市县级"]
)
def test_signs_alone_are_no_names(words: str) -> None:
    assert leading(words) is None


def test_what_an_autonomous_place_is_called_for_short() -> None:
    found = region("青川回族土家族自治县")
    assert found and found.shorts == ("青川县", "青川")
