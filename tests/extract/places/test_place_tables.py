"""Places of tables that lay them out: a row each, with where it lies and what it is for."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read as read_plan
from guitu.extract.source import Source


def read(jurisdiction: str, *rows: str) -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    """The places of a plan that has a table, with type, district and industries."""
    table = "\n".join((rows[0], "|---" * (rows[0].count("|") - 1) + "|", *rows[1:]))
    plan = f"{jurisdiction}产业发展规划\n一、空间布局\n（一）优化布局\n分工见下表。\n\n{table}\n"
    (found,) = read_plan(Source("plan.md", plan.encode())).documents
    return {place.name: (place.type, place.district, place.focus) for place in found.places}


@pytest.mark.parametrize(
    ("jurisdiction", "rows", "expected"),
    [
        ("宜春市",
         ("| 序号 | 园区名称 | 所在县（市、区） | 主导产业 |", "| 1 | 宜春经济技术开发区 | 袁州区 | 锂电新能源 |",
          "| 2 | 樟树工业园区（含福城） | 樟树市 | 中医药、盐化工 |", "| 合计 | | | |"),
         {"宜春经济技术开发区": ("zone", "袁州区", ("锂电新能源",)),
          "樟树工业园区": ("park", "樟树市", ("中医药", "盐化工"))}),
        ("绵阳市",
         ("| 县（市、区） | 主导产业 |", "| 安州区 | 汽车及零部件 |", "| 三台县 | 麦冬、生猪 |"),
         {"安州区": ("district", None, ("汽车", "零部件")), "三台县": ("district", None, ("麦冬", "生猪"))}),
        ("兰州市",
         ("| 园区（集聚区） | 主导方向 | 规划面积（平方公里） |", "| 兰州新区化工园区 | 精细化工 | 100 |"),
         {"兰州新区化工园区": ("park", "兰州新区", ("精细化工",))}),
        # what is no place
        ("绵阳市", ("| 平台 | 主导产业 |", "| 技术创新中心 | 软件 |"), {}),
    ],
)  # fmt: skip
def test_places_of_a_table(
    jurisdiction: str, rows: tuple[str, ...], expected: dict[str, tuple[str, str | None, tuple[str, ...]]]
) -> None:
    assert read(jurisdiction, *rows) == expected
