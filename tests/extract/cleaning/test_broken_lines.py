"""Lines of a page that were cut at a width are paragraphs again, and what stands around them is no part of them."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

WIDTH = 28


def wrapped(*paragraphs: str) -> str:
    """Paragraphs with an indent, each cut into lines of one width."""
    lines = ["　　" + one for one in paragraphs]
    return "\n".join(one[at : at + WIDTH] for one in lines for at in range(0, len(one), WIDTH))


PREAMBLE = (
    "渔业是我县农业的重要组成部分和沿海各镇群众增收的主要来源之一。为推动渔业高质量发展，根据《东岚省渔业发展规划》"
    "《云州市海洋经济发展规划》和《青岚县国民经济和社会发展纲要》，编制本规划。"
)
REVIEW = (
    "1.养殖规模扩大。全县近海养殖面积稳步增加，苗种场建成投产并且通过竣工验收以后。网箱改造全面完成，尾水处理设施"
    "覆盖全部连片池塘，工厂化车间投入使用，水产品质量抽检合格率保持全市前列水平不变。",
    "2.渔港条件改善。渔港防波堤加固完工，通信导航设施更新换代，渔船停泊避风能力提高，渔民上岸补给比过去更加方便。",
    "3.市场不断拓宽。冷链物流网点延伸到镇，电商销售占到三成以上，品牌认证数量逐年增加，出口备案企业从无到有。",
)
WORK = "加固防波堤，疏浚港池，更新消防设备，推进依港管船，建立渔船进出港报告制度，完善渔港应急救援体系。"
INDENTED = "\n".join(
    (
        "青岚县渔业发展规划",
        "目  录",
        "一、发展基础 ........................ 1",
        "二、主要任务 ........................ 4",
        "— 1 —",
        wrapped(PREAMBLE),
        "一、发展基础",
        wrapped(*REVIEW),
        "二、主要任务",
        "（一）改造渔港",
        wrapped(WORK),
    )
)


def page(text: str) -> tuple[str, Facts]:
    found = read(Source("a.txt", text.encode()))
    return found.text.value, found.documents[0]


def test_a_line_without_an_indent_goes_on() -> None:
    """Behind a full stop at its end as well."""
    text, found = page(INDENTED)

    assert all(one in text for one in (PREAMBLE, *REVIEW, WORK))
    assert [section.title for section in found.sections] == ["发展基础", "主要任务", "改造渔港"]
    assert len(found.references) == 3


def test_paragraphs_without_indents_stay() -> None:
    """Where no line is cut, a paragraph of any length ends at its stop."""
    lines = ["加固防波堤，疏浚港池，更新消防设备，推进依港管船。", "建立渔船进出港报告制度，完善应急救援体系。"] * 4
    text, _ = page("\n".join(["青岚县渔业发展规划", "一、主要任务", *lines]))

    assert text.count("\n") == len(lines) + 1


@pytest.mark.parametrize(
    ("first", "second", "third", "title"),
    [
        (
            "云州市人民政府办公室关于印发云州市",
            "湿地保护修复实施方案",
            "（2023—2025年）的通知",
            "云州市湿地保护修复实施方案（2023—2025年）",
        ),
        (
            "青岚县人民政府关于印发青岚县义务教育",
            "优质均衡发展行动计划",
            "（2024—2027年）的通知",
            "青岚县义务教育优质均衡发展行动计划（2024—2027年）",
        ),
        (
            "东桥区民政局关于印发东桥区养老",
            "服务发展规划",
            "的通知",
            "东桥区养老服务发展规划",
        ),
    ],
)
def test_the_title_of_a_notice_over_three_lines(first: str, second: str, third: str, title: str) -> None:
    body = "各镇人民政府：\n现印发给你们，请认真执行。\n2023年9月1日\n一、主要任务\n（一）加强管护。增设管护站5处。"
    _, found = page("\n".join([first, second, third, body]))

    assert found.document.title == title


def test_entries_with_pages_end_where_no_page_stands() -> None:
    """The first line of the text below the contents is none of them."""
    contents = "目录\n一、发展基础......1\n二、主要任务......4\n"
    text = f"青岚县水利规划\n{contents}水利是农业的命脉和全县发展的根基\n，编制本规划。\n一、发展基础\n建成水库。"
    found = read(Source("a.txt", text.encode())).text

    assert not any(block.aside for block in found.blocks if "命脉" in found.read(block.span))  # type: ignore[union-attr]


def test_digits_of_a_table_stand_apart_and_those_of_a_scan_together() -> None:
    text, _ = page("青岚县水利规划\n一、目标\n建成水库 1 2 座。\n1 建成水库 座 1 2 预期性\n")
    assert "水库12座" in text
    assert "1 2预期性" in text


def test_a_note_at_the_foot_goes_on_with_words_of_copying() -> None:
    text = "\n".join(
        (
            "青岚县科普方案\n一、主要任务\n（一）建设科普馆。改造科普馆5个。（县科协负责）",
            "（二）招募队伍。招募志愿者。（县教育局负责）",
            "整理者注：本页由程序转成。",
            "可与《东桥县科普方案》对照，转载请遵守《网站信息办法》。",
        )
    )
    _, found = page(text)

    assert not found.references
    assert [task.title for task in found.tasks] == ["建设科普馆", "招募队伍"]
