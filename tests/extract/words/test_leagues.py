"""Leagues and prefectures, which an administrative office governs, beside the cities of their province."""

from __future__ import annotations

import pytest

from guitu.extract.owners.clauses.duties import parse
from guitu.ontology.districts import region


def owners(said: str, place: str) -> list[str]:
    """The names that a duty clause gives."""
    return [owner.agency.name for owner in parse(said, 0, len(said), region(place)).owners]


@pytest.mark.parametrize(
    ("place", "said", "name"),
    [
        ("内蒙古自治区", "各盟行政公署、市人民政府", "各盟行政公署、市人民政府"),
        ("内蒙古自治区", "有关盟行署、市政府", "有关盟行署、市人民政府"),
        ("西藏自治区", "各市人民政府、地区行政公署", "各市人民政府、地区行政公署"),
        ("西藏自治区", "各地（市）行署（人民政府）", "各地（市）行署（人民政府）"),
        ("新疆维吾尔自治区", "各地、州、市人民政府", "各地、州、市人民政府"),
        ("新疆维吾尔自治区", "各地（州、市）人民政府（行署）", "各地（州、市）人民政府（行署）"),
        ("黑龙江省", "各市〔地〕政府〔行署〕", "各市（地）人民政府（行署）"),
    ],
)
def test_those_of_all_kinds_are_one_group(place: str, said: str, name: str) -> None:
    """None of them is the office of the province."""
    for clause in (said, f"{said}，省财政厅负责".replace("省财政厅", "财政厅")):
        assert owners(clause, place)[0] == place + name


@pytest.mark.parametrize(
    ("place", "said", "names"),
    [
        ("内蒙古自治区", "阿拉善盟、锡林郭勒盟负责", ["阿拉善盟行政公署", "锡林郭勒盟行政公署"]),
        ("西藏自治区", "阿里地区、那曲市", ["阿里地区行政公署", "那曲市人民政府"]),
        ("新疆维吾尔自治区", "喀什地区、和田地区负责", ["喀什地区行政公署", "和田地区行政公署"]),
        ("云州市", "红旗、贫困地区、市财政局", ["云州市财政局"]),
        ("阜阳市", "市民政局、太和县、临泉县", ["阜阳市民政局", "太和县人民政府", "临泉县人民政府"]),
        ("南平市", "政和县、市民政局", ["政和县人民政府", "南平市民政局"]),
        ("漳州市", "市民政局、平和县", ["漳州市民政局", "平和县人民政府"]),
        ("马鞍山市", "市民政局、和县", ["马鞍山市民政局", "和县人民政府"]),
        ("淮南市", "市民政局和田家庵区", ["淮南市民政局", "淮南市田家庵区人民政府"]),
        ("百色市", "市民政局和田阳区", ["百色市民政局", "百色市田阳区人民政府"]),
        ("百色市", "市民政局和田林县、西林县", ["百色市民政局", "田林县人民政府", "西林县人民政府"]),
        ("云州市", "市民政局和田长制办公室", ["云州市民政局", "田长制办公室"]),
        ("喀什地区", "各县市人民政府、地区行署", ["喀什地区各县市人民政府", "喀什地区行政公署"]),
        ("云州市", "市教育局、和市财政局负责", ["云州市教育局", "云州市财政局"]),
        ("云州市", "各区政府、市政府负责", ["云州市各区人民政府", "云州市人民政府"]),
    ],
)
def test_a_league_as_owner_is_its_office(place: str, said: str, names: list[str]) -> None:
    """和 begins the name of a place that is known, and joins else."""
    assert owners(said, place) == names


def test_the_party_and_the_office_of_leagues_are_two_groups() -> None:
    """行署 behind 各盟市委 is not that of the region, nor behind 各地、州、市党委."""
    for office in ("人民政府（行署）", "行署（人民政府）"):
        assert owners(f"各地、州、市党委和{office}", "新疆维吾尔自治区") == [
            "新疆维吾尔自治区各地、州、市党委",
            f"新疆维吾尔自治区各地、州、市{office}",
        ]
    assert owners("各盟市委、行署（政府）", "内蒙古自治区") == [
        "中共内蒙古自治区各盟市委员会",
        "内蒙古自治区各盟市行署（政府）",
    ]
