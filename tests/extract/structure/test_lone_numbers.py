"""Numbers of chapters without a stop on lines of their own, and signs that stand where spaces were."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(text: str) -> Facts:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


def sections(found: Facts) -> list[tuple[str | None, str]]:
    return [(section.number, section.title) for section in found.sections]


@pytest.mark.parametrize(
    ("title", "numbers"),
    [("云州市治水行动方案", ("一", "二")), ("青岚县托育工作方案", ("01", "02")), ("临江省种业实施方案", ("一", "二"))],
)
def test_a_number_alone_heads_the_line_under_it(title: str, numbers: tuple[str, str]) -> None:
    first, second = numbers
    found = facts(
        f"{title}\n\n为做好有关工作，制定本方案。\n\n{first}\n\n健全服务网络\n\n（一）建设站点。新建站点30个。\n\n"
        f"（二）完善设施。更新设备。\n\n{second}\n\n强化组织实施\n\n（三）加强统筹。建立机制。\n"
    )

    assert sections(found) == [(first, "健全服务网络"), (second, "强化组织实施")]
    assert [(task.title, found.sections[task.section or 0].title) for task in found.tasks] == [
        ("建设站点", "健全服务网络"),
        ("完善设施", "健全服务网络"),
        ("加强统筹", "强化组织实施"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "云州市指标方案\n一、目标\n序号\n指标\n一\n经济发展\n工业产值\n二\n社会民生\n入园率\n二、任务\n（一）建园。新建幼儿园3所。\n",
        "云州市供水方案\n二\n水源工程\n（一）建库。新建水库1座。\n四\n管网工程\n（二）更新。更换管网。\n",
    ],
)
def test_numbers_of_cells_and_numbers_with_gaps_head_nothing(text: str) -> None:
    assert not {"经济发展", "水源工程"} & {title for _, title in sections(facts(text))}


@pytest.mark.parametrize("sign", ["？", "?", "？？"])
def test_a_sign_that_stands_for_a_space_is_none(sign: str) -> None:
    """
    Before a number it opens a heading, between names of a signature it parts them.
    """
    found = facts(
        "关于印发临江省水网建设实施方案的通知\n临水规〔2025〕12号\n各市州：\n现印发给你们。\n"
        f"临江省水利厅 {sign}临江省财政厅\n临江省自然资源厅 {sign} 临江省林业局\n2025年3月2日\n临江省水网建设实施方案\n"
        f"一、总体要求\n坚持节水优先。\n{sign} "
        "二、重点任务\n（一）建设水库。新建水库8座。\n（二）改造灌区。改造灌区20个。\n"
    )

    assert [one.name for one in found.document.issuers] == [
        "临江省水利厅",
        "临江省财政厅",
        "临江省自然资源厅",
        "临江省林业局",
    ]
    assert sections(found)[1] == ("二", "重点任务")
    assert [task.title for task in found.tasks] == ["建设水库", "改造灌区"]


def test_a_question_stays_one() -> None:
    reading = read(
        Source("plan.txt", "云州市节水问答\n什么是节水户？是指年用水量下降的用户。\n为什么？因为缺水。\n".encode())
    )

    assert "什么是节水户？是指" in reading.text.value
