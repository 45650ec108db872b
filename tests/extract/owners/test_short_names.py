"""Short names that a document declares for a body, and what proves them."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source

DECLARED = [
    # the office of a group that is named in full before
    ("成立云州市节水行动领导小组，领导小组下设办公室（以下简称“节水办”），设在市水利局。", "节水办、市水利局",
     ["云州市节水行动领导小组办公室", "云州市水利局"]),
    ("云州市古村落保护委员会办公室（简称：古村办）统筹。", "古村办", ["云州市古村落保护委员会办公室"]),
    ("由云州水务投资集团有限公司（以下简称水投集团）建设。", "水投集团", ["云州水务投资集团有限公司"]),
    ("市水利局会同市碳汇渔业推进办公室（以下简称“市碳渔办”）监测。", "市碳渔办", ["云州市碳汇渔业推进办公室"]),
    ("建立由市水利局牵头的白湖保护联席会议（以下简称联席会议）。", "联席会议办公室", ["白湖保护联席会议办公室"]),
    # a motto inside the name, and the name without its place
    ("市河道清淤“百日攻坚”领导小组办公室（以下简称“市河清办”）督查。", "河清办",
     ["云州市河道清淤“百日攻坚”领导小组办公室"]),
    ("青岚县校园供水“双百行动”专班办公室（以下简称“县供水办”）调度。", "供水办",
     ["青岚县校园供水“双百行动”专班办公室"]),
    ("实施“百日攻坚”。云州市河道清淤领导小组办公室（以下简称“市河清办”）督查。", "市河清办",
     ["云州市河道清淤领导小组办公室"]),
    ("云州市河道清淤办公室（以下简称“市河清办”）、东桥区河道清淤办公室（以下简称“区河清办”）推进。", "河清办",
     ["河清办"]),
    # not declared, declared of a thing, of two bodies, or not made of the signs of the name
    ("云州市古村落保护委员会办公室统筹。", "古村办", ["古村办"]),
    ("推进软件产业（以下简称“软件办”）。", "软件办", ["软件办"]),
    ("云州市老屋修缮办公室（以下简称“老办”）、云州市老城更新办公室（以下简称“老办”）推进。", "老办", ["老办"]),
    ("云州市老屋修缮办公室（以下简称“新城办”）推进。", "新城办", ["新城办"]),
    # the one group that the document names
    ("成立云州市清洁取暖工作领导小组。", "领导小组办公室", ["云州市清洁取暖工作领导小组办公室"]),
    ("成立云州市供水指挥部和云州市排水指挥部。", "指挥部办公室", ["指挥部办公室"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "owners", "names"), DECLARED)
def test_a_declared_name_means_its_body(said: str, owners: str, names: list[str]) -> None:
    text = f"云州市节水方案\n{said}\n一、重点任务\n（一）改造管网。更换旧管。（责任单位：{owners}）\n"
    reading = read(Source("a.txt", text.encode()))
    found = reading.documents[0].responsibilities
    assert [one.agency.name for one in found] == names
    for one in found:
        quote = reading.text.quote(one.name_span)
        assert (
            not quote
            or ("简称" in quote and one.agency.written.removesuffix("办公室") in quote)
            or quote in one.agency.name
        )
