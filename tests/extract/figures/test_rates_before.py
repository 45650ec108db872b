"""A rate that the clause before names and judges: 过夜游客占比偏低，2025年仅为12%."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def told(sentence: str) -> dict[str, float]:
    """The values of a sentence of a review by their indicators."""
    lines = ["云州市旅游业发展“十五五”规划", "一、发展基础", "（一）存在问题", sentence]
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return {one.indicator: float(one.value) for one in found.figures}


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("二是过夜游客占比偏低，2025年仅为12%，酒店不多。", {"过夜游客占比": 12}),
        ("污水集中处理率总体较低，为45%。", {"污水集中处理率": 45}),
        ("农村户厕普及率仍不高，仅为61%。", {"农村户厕普及率": 61}),
        ("水资源利用率不高，其中农业仅为40%。", {"农业水资源利用率": 40}),
        ("垃圾回收率较低，财政投入增长5%。", {"财政投入增长": 5}),
        ("技术合同占比偏低，研发投入仅为2.1%。", {"旅游业研发投入": 2.1}),
        ("品牌使用率偏低，利润5%。", {"旅游业利润": 5}),
        ("自来水普及率还不高，只农村达到85%。", {"农村自来水普及率": 85}),
        ("就业率偏低，失业率达到5%。", {"失业率": 5}),
        ("森林覆盖率持续提高，公园绿地增加12%。", {"公园绿地增加": 12}),
    ],
)
def test_a_rate_judged_before(sentence: str, figure: dict[str, float]) -> None:
    assert told(sentence) == figure
