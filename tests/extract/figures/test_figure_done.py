"""Figures of what is done, finished or reached: what follows the number is no part of the name."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft


def told(text: str) -> list[tuple[str, str]]:
    """Indicator and value with unit of each figure of a paragraph that sets work."""
    settings = {"chapter": "work", "period": None, "title": "云州市政府工作报告", "tasks": ["建设"]}
    return [(f.indicator, f"{f.value}{f.unit}") for f in figures.find(draft(text, **settings))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what has become of it is no part of what is counted
        ("环湖步道36公里全线贯通。", [("环湖步道", "36公里")]),
        ("东桥灌渠18公里全面完工。", [("东桥灌渠", "18公里")]),
        ("云溪大桥2座全部通车。", [("云溪大桥", "2座")]),
        ("12件惠民好事全面完成。", [("惠民好事", "12件")]),
        ("200多栋厂房拔地而起。", [("厂房", "200栋")]),
        ("26个便民事项全部上线运行。", [("便民事项", "26个")]),
        ("全年获得18枚奖牌、位列全省第2。", [("奖牌", "18枚")]),
        # a level that is called a stair
        ("水果产能迈上60万吨新台阶。", [("水果产能", "60万吨")]),
        ("港口吞吐量跨上2000万吨新台阶。", [("港口吞吐量", "2000万吨")]),
        ("工业产值跨越3个百亿元台阶，达到420亿元。", [("工业产值", "420亿元")]),
        # what is done with those counted
        ("抓好2万名护理员线下培训。", [("护理员线下培训", "2万名")]),
        ("办好60所乡村小学。", [("乡村小学", "60所")]),
        ("3.2万帮扶对象稳定就业。", [("帮扶对象稳定就业", "3.2万")]),
        ("算力规模达到2.5百亿亿次/秒。", [("算力规模", "2.5百亿亿次/秒")]),
        # 和美 and 重点研发 are words of the name
        ("创建5个示范片区、300个和美乡村。", [("示范片区", "5个"), ("和美乡村", "300个")]),
        ("建设40个和美家园和2个康养小镇。", [("和美家园", "40个"), ("康养小镇", "2个")]),
        ("实施60项重大科技项目、重点研发项目。", [("重大科技项目、重点研发项目", "60项")]),
        ("新建12个车站、建设美丽公路。", [("车站", "12个")]),
        # where and in what year is said aside
        ("优先在山区、库区新建蓄水池300口。", [("新建蓄水池", "300口")]),
        ("正常年景粮食产量达到50亿斤。", [("粮食产量", "50亿斤")]),
        ("强化重点工程协调机制，预计完成投资80亿元。", [("重点工程完成投资", "80亿元")]),
        ("新改建县乡公路260公里。", [("新改建县乡公路", "260公里")]),
        # the persons whose rates are told
        ("技校毕业生就业率保持95%、本地就业率60%。", [("技校毕业生就业率", "95%"), ("技校毕业生本地就业率", "60%")]),
        ("社区矫正人员安置率达到96%，帮教率达到99%。", [("社区矫正人员安置率", "96%"), ("社区矫正人员帮教率", "99%")]),
        ("慢性病患者管理率达到80%，城镇化率达到66%。", [("慢性病患者管理率", "80%"), ("城镇化率", "66%")]),
        # a class of villages is no count
        ("行政村和30户以上自然村全部通宽带。", []),
        ("乡镇和50人以上村组均建有书屋。", []),
    ],
)
def test_what_is_counted_and_what_is_said_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    """The name has what is counted, with those it belongs to, and no word on how it went."""
    assert told(text) == expected
