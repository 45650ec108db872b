"""Names that share a last word with its grade or its site: 甲湖、乙洲两处省级自然保护区, 甲、乙等临港物流园区."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def places(line: str) -> list[str]:
    text = f"安河省绿色发展规划\n\n一、重点任务\n（一）优化布局。{line}\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    return [one.name for one in found.places]


SHARED = [
    ("以云岭、九溪和石桥三个国家湿地公园为重点。", "国家湿地公园", ["云岭", "九溪", "石桥"]),
    ("在银鱼湖、芦荡洲两处省级自然保护区补水。", "省级自然保护区", ["银鱼湖", "芦荡洲"]),
    ("依托柏山、云台等国家森林公园发展康养。", "国家森林公园", ["柏山", "云台"]),
    ("加快东屿、北仓、南坞等临港物流园区建设，完善功能。", "临港物流园区", ["东屿", "北仓", "南坞"]),
    ("推进北渡、南渡等临空物流园区建设。", "临空物流园区", ["北渡", "南渡"]),
    ("提升清溪、马岭、龙口三家省级经济开发区能级。", "经济开发区", ["清溪", "马岭", "龙口"]),
]


@pytest.mark.parametrize(("line", "last", "heads"), SHARED)
def test_each_name_has_the_shared_word(line: str, last: str, heads: list[str]) -> None:
    assert places(line) == [head + last for head in heads]


@pytest.mark.parametrize(
    "line",
    ["支持企业、高校、院所等三类创新平台。", "推进生产、加工、销售等临港产业发展。", "建设种植、养殖等省级示范基地。"],
)
def test_common_words_are_no_names(line: str) -> None:
    assert not places(line)
