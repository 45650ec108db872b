"""Of which level a document is: townships of every name, autonomous prefectures, lands that are no unit."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Document
from guitu.extract.recognise import read
from guitu.extract.source import Source


def document(title: str, head: str = "", owner: str = "各部门") -> Document:
    """The document of a title, a line under it, and two items with an owner."""
    items = (f"（{n}）整治河道。疏浚沟渠。（责任单位：{owner}）" for n in "一二")
    lines = "\n".join((title, *([head] if head else []), "一、重点任务", *items))
    return read(Source("plan.txt", lines.encode())).documents[0].document


@pytest.mark.parametrize(
    ("title", "head", "place"),
    [
        ("白音旗乌兰苏木草原生态保护实施方案", "", "白音旗乌兰苏木"),
        ("乌兰苏木2026年春季防火工作方案", "乌兰苏木人民政府", None),
        ("青岚县石桥镇防汛应急预案", "石桥镇人民政府", "青岚县石桥镇"),
        ("云岭县青河苗族瑶族乡产业发展规划（2026—2030年）", "", "云岭县青河苗族瑶族乡"),
    ],
)
def test_townships(title: str, head: str, place: str | None) -> None:
    """A town, a township of a people and a 苏木 are of one level."""
    found = document(title, head)

    assert (found.level, found.jurisdiction) == ("township", place)


@pytest.mark.parametrize(
    ("title", "place", "level"),
    [
        ("云川哈尼族彝族自治州茶产业发展规划", "云川哈尼族彝族自治州", "municipal"),
        ("南溪苗族侗族自治州殡葬设施规划", "南溪苗族侗族自治州", "municipal"),
        ("青桥土家族苗族自治县油茶发展规划", "青桥土家族苗族自治县", "county"),
        ("云州市东湖区口袋公园建设方案", "云州市东湖区", "county"),
        ("云山区托育服务规划", "云山区", "county"),
    ],
)
def test_names_of_units(title: str, place: str, level: str) -> None:
    """The names of the peoples of a prefecture belong to its own; a district can be named after a lake or a hill."""
    found = document(title)

    assert (found.jurisdiction, found.level) == (place, level)


@pytest.mark.parametrize(
    ("title", "owner", "place", "level"),
    [
        ("洞庭湖区湿地保护行动方案", "省林业局、岳阳市政府", None, "provincial"),
        ("云岭山区旅游公路建设方案", "县交通运输局", None, "county"),
        ("青水河滩区居民迁建规划", "市水利局", None, "municipal"),
        ("2026年湖南省洞庭湖区候鸟保护工作要点", "省林业局、益阳市政府", "湖南省", "provincial"),
        ("长白山保护开发区冰雪产业规划", "各部门", None, None),
    ],
)
def test_lands_are_no_units(title: str, owner: str, place: str | None, level: str | None) -> None:
    """The land around a lake, in mountains or by a river is no unit; the owners tell the level."""
    found = document(title, owner=owner)

    assert (found.jurisdiction, found.level) == (place, level)


def test_a_word_is_no_county() -> None:
    """The short name of a county opens other names: what a committee of such a name issues is not the county's."""
    found = document("冰雪产业扶持办法", "长白山保护开发区管理委员会")

    assert found.jurisdiction is None


def test_party_and_government_of_a_town() -> None:
    """The two bodies of a town that issue together are two."""
    found = document("中共石桥镇委员会 石桥镇人民政府关于印发乡村治理实施方案的通知")

    assert [body.name for body in found.issuers] == ["中共石桥镇委员会", "石桥镇人民政府"]
