"""Zones of the State by short names; what the registry does not settle stays as it is written."""

from __future__ import annotations

import pytest

from guitu.extract.owners.clauses.duties import parse
from guitu.ontology.districts import region


@pytest.mark.parametrize(
    ("clause", "place", "names"),
    [
        ("责任单位：株洲高新区管委会", "湖南省", ["株洲高新技术产业开发区管理委员会"]),
        ("责任单位：高新区管委会、市教育局", "株洲市", ["株洲高新技术产业开发区管理委员会", "株洲市教育局"]),
        (
            "芜湖经开区、芜湖高新区管委会负责",
            "芜湖市",
            ["芜湖经济技术开发区管理委员会", "芜湖高新技术产业开发区管理委员会"],
        ),
        ("责任单位：赣州经开区", "赣州市", ["赣州经济技术开发区管理委员会"]),
        # of several zones of a city, of a district, of a city that has none
        ("责任单位：经开区管委会", "赣州市", ["赣州市经开区管理委员会"]),
        ("责任单位：高新区管委会", "章贡区", ["赣州市章贡区高新区管理委员会"]),
        ("责任单位：云州高新区管委会", "云州市", ["云州高新区管理委员会"]),
        ("责任单位：株洲高新区税务局", "株洲市", ["株洲高新区税务局"]),
    ],
)
def test_the_zone_of_a_city(clause: str, place: str, names: list[str]) -> None:
    assert [one.agency.name for one in parse(clause, 0, len(clause), region(place)).owners] == names
