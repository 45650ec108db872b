"""Lists of towns and counties that name their last sign once, behind all, or not at all."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.owners.clauses.duties import parse
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.ontology.districts import region


def _names(clause: str, place: str) -> list[str]:
    return [one.agency.name for one in parse(clause, 0, len(clause), region(place)).owners]


def _facts(*lines: str) -> Facts:
    text = "\n".join(["青岚县茶业振兴方案", "青岚县人民政府", "一、主要任务", *lines, ""])
    return read(Source("a.txt", text.encode())).documents[0]


@pytest.mark.parametrize(
    ("clause", "place", "names"),
    [
        ("责任单位：同江、富锦等县（市）政府", "佳木斯市", ["同江市人民政府", "富锦市人民政府"]),
        ("由霞浦、寿宁县政府负责", "宁德市", ["霞浦县人民政府", "寿宁县人民政府"]),
        ("责任单位：霞浦县、寿宁、蕉城等县区", "宁德市", ["霞浦县人民政府", "寿宁县人民政府", "宁德市蕉城区人民政府"]),
        ("责任单位：东桥、西浦等县人民政府", "云州市", ["东桥县人民政府", "西浦县人民政府"]),
        ("责任单位：东桥、西浦等县（市、区）", "云州市", ["云州市东桥", "云州市西浦"]),
        (
            "责任单位：伶水、临溪等3个镇，县水利局",
            "青岚县",
            ["青岚县伶水镇人民政府", "青岚县临溪镇人民政府", "青岚县水利局"],
        ),
        ("由伶水和临溪等乡镇（街道）负责", "青岚县", ["青岚县伶水", "青岚县临溪"]),
        (
            "责任单位：集里、荷花、关口、淮川街道",
            "浏阳市",
            [f"浏阳市{name}街道办事处" for name in ("集里", "荷花", "关口", "淮川")],
        ),
        ("永安、北盛、洞阳镇人民政府负责", "浏阳市", [f"浏阳市{name}镇人民政府" for name in ("永安", "北盛", "洞阳")]),
        ("由伶水、临溪、白岭乡政府负责", "青岚县", [f"青岚县{name}乡人民政府" for name in ("伶水", "临溪", "白岭")]),
        ("责任单位：县教育局、伶水镇、临溪等乡镇", "青岚县", ["青岚县教育局", "青岚县伶水镇人民政府", "青岚县临溪"]),
    ],
)
def test_every_name_is_a_government(clause: str, place: str, names: list[str]) -> None:
    assert _names(clause, place) == names


@pytest.mark.parametrize(
    ("clause", "place", "names"),
    [
        ("责任单位：沿海、山区等县（市）人民政府", "云州市", []),
        ("责任单位：重点、薄弱等乡镇，县财政局", "青岚县", ["青岚县财政局"]),
        ("教育、卫生等部门负责", "青岚县", ["青岚县教育部门", "青岚县卫生部门"]),
        ("责任单位：市教育局、市财政局等市直部门", "云州市", ["云州市教育局", "云州市财政局", "云州市直部门"]),
        ("责任单位：沿线县（市、区）人民政府", "云州市", ["云州市沿线县（市、区）人民政府"]),
        ("责任单位：武陵、鼎城、灌溪镇", "常德市", ["灌溪镇人民政府"]),  # two districts and a town
    ],
)
def test_words_that_say_which_name_none(clause: str, place: str, names: list[str]) -> None:
    assert _names(clause, place) == names


def test_the_document_tells_the_last_sign() -> None:
    found = _facts(
        "（一）建设茶园。在伶水镇、临溪瑶族乡建设茶园。（责任单位：伶水、临溪、白岭等乡镇）",
        "（二）建设市场。白岭镇建市场，白岭乡建仓库。（责任单位：县商务局）",
    )
    owners = [(one.agency.name, one.agency.known) for one in found.responsibilities if one.task == 0]
    assert [name for name, _ in owners] == ["青岚县伶水镇人民政府", "青岚县临溪瑶族乡人民政府", "青岚县白岭"]
    assert any("白岭" in gap.reason for gap in found.gaps)


@pytest.mark.parametrize(
    ("place", "name"),
    [("佳木斯市", "佳木斯市向阳区人民政府"), ("鹤岗市", "鹤岗市向阳区人民政府"), ("黑龙江省", "向阳区人民政府")],
)
def test_of_two_districts_of_one_name_the_nearest(place: str, name: str) -> None:
    assert _names("责任单位：向阳区政府", place) == [name]
