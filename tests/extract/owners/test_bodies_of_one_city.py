"""Bodies that one city alone names so, two that became one, and notes in pointed brackets."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def owners(title: str, clause: str) -> list[str]:
    text = f"{title}\n一、重点任务\n（一）修建水闸。加固堤防。（{clause}）\n"
    return [one.agency.name for one in read(Source("plan.txt", text.encode())).documents[0].responsibilities]


@pytest.mark.parametrize(
    ("title", "clause", "expected"),
    [
        (
            "北京市2025年水务工作方案",
            "市协同办、市贸促会负责",
            "北京市推进京津冀协同发展领导小组办公室 中国国际贸易促进委员会北京市分会",
        ),
        ("天津市2025年水务工作方案", "市京津冀协同办负责", "天津市推进京津冀协同发展领导小组办公室"),
        (
            "武汉市2025年水务工作方案",
            "市园林林业局、市公安局交通管理局负责",
            "武汉市园林和林业局 武汉市公安局交通管理局",
        ),
        ("云州市2025年水务工作方案", "市重大项目办、市城管执法委负责", "云州市重大项目办 云州市城市管理执法委员会"),
        ("云州市2025年水务工作方案", "市贸促会负责", "中国国际贸易促进委员会云州市委员会"),
    ],
)
def test_a_name_that_one_city_has_is_no_other_s(title: str, clause: str, expected: str) -> None:
    assert owners(title, clause) == expected.split()


@pytest.mark.parametrize("clause", ["市科委、中关村管委会，市水务局负责", "市科委、中关村管委会、市水务局负责"])
def test_two_that_became_one_are_one_since_then(clause: str) -> None:
    one = ["北京市科学技术委员会、中关村科技园区管理委员会", "北京市水务局"]
    assert owners("北京市2024年水务工作方案", clause) == one
    assert owners("北京市2019年水务工作方案", clause) == [
        "北京市科学技术委员会",
        "中关村科技园区管理委员会",
        "北京市水务局",
    ]
    assert owners("云州市2024年水务工作方案", clause)[0] == "云州市科学技术委员会"


@pytest.mark.parametrize("note", ["〈含开发区、滨江新区管委会，下同〉", "〈含高新区〉", "〈含风景区、度假区管委会〉"])
def test_what_pointed_brackets_add_to_a_group_is_a_part_of_it(note: str) -> None:
    assert owners("云州市节水方案", f"责任单位：市水利局，相关区人民政府{note}") == [
        "云州市水利局",
        "云州市相关区人民政府",
    ]


def test_a_body_behind_the_brackets_is_an_owner() -> None:
    found = owners("云州市节水方案", "责任单位：相关区人民政府〈含高新区〉，市水利局")
    assert found == ["云州市相关区人民政府", "云州市水利局"]
