"""Titles of other documents and how the document stands to each, in invented sentences."""

from __future__ import annotations

import time

import pytest

from guitu.extract.references import find
from tests.extract.factories import draft


def read(*paragraphs: str, title: str = "云州市养老服务发展“十四五”规划") -> list[tuple[str, str]]:
    found, gaps = find(draft(*paragraphs, title=title, chapter="front"))
    assert gaps == ()
    return [(reference.title, reference.relation) for reference in found]


SENTENCES = [
    ("根据《临江省养老服务条例》《云州市城市总体规划》及《云州市老龄事业纲要》，编制本规划。",
     [("临江省养老服务条例", "based_on"), ("云州市城市总体规划", "based_on"), ("云州市老龄事业纲要", "based_on")]),
    ("为深入贯彻国务院印发的《全国节水行动方案》，按照《临江省水资源规划》要求，制定本方案。",
     [("全国节水行动方案", "implements"), ("临江省水资源规划", "based_on")]),
    ("落实《云州市数据条例》，出台公共停车资源共享管理办法，完善配套政策。",
     [("云州市数据条例", "implements"), ("公共停车资源共享管理办法", "cites")]),
    ("依据《关于加强乡村医生队伍建设的意见》（临政发〔2021〕3号）编制。",
     [("关于加强乡村医生队伍建设的意见", "based_on")]),
    ("发布《智能水表通用规范（T/YZ 0001-2020）》和《水务人才评价标准》。",
     [("智能水表通用规范（T/YZ0001-2020）", "cites"), ("水务人才评价标准", "cites")]),
    ("印发《关于转发〈云州市消防规定〉的通知》。", [("关于转发〈云州市消防规定〉的通知", "cites")]),
    ("以《中华人民共和国森林法》为依据，推动林长制。", [("中华人民共和国森林法", "based_on")]),
    ("推动《云州市河道条例》实施，加强巡查。", [("云州市河道条例", "implements")]),
    ("不再执行《云州市摊贩管理规定》的限制。", [("云州市摊贩管理规定", "cites")]),
    ("顺利完成“十三五”规划各项任务，深入实施国家节水战略。",
     [("“十三五”规划", "cites"), ("国家节水战略", "implements")]),
    ("推出“夜间经济12条”，实施县域商业振兴行动计划。",
     [("夜间经济12条", "cites"), ("县域商业振兴行动计划", "implements")]),
    ("深入实施乡村振兴战略、健康云州战略，把握战略机遇。",
     [("乡村振兴战略", "implements"), ("健康云州战略", "implements")]),
    ("学生国家体能测验标准达标率提高。", [("国家体能测验标准", "cites")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_titles_and_relations(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Each title once, with the relation of the verb that governs it or its list."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "完善相关标准，制定配套实施方案，做好本规划与总体规划、专项规划的衔接。",
        "按照国家战略要求，加快制定有关行动方案或计划。",
        "国家规划布局内重点企业增多，战略性新兴产业壮大，标准化水平提高。",
        "实施“百校千课”计划，推广家政服务3.0工程。",
        "健全安全规范体系，参与国际标准制定，严格执行国家标准。",
        "《云州市养老服务发展“十四五”规划》（以下简称《规划》）已印发，请落实《规划》。",
        "“十四五”规划期间，持续增加床位。",
    ],
)
def test_what_names_no_other_document(sentence: str) -> None:
    """Generic words, programmes, the document itself and its short name are no references."""
    assert read(sentence) == []


def test_a_title_is_one_line_with_the_relation_that_tells_most() -> None:
    """A title cited first and carried out later is carried out."""
    found = find(draft("参考《云州市绿化条例》。", "全面落实《云州市绿化条例》。"))[0]
    assert [(r.title, r.relation) for r in found] == [("云州市绿化条例", "implements")]


def test_the_span_quotes_the_title_with_its_marks() -> None:
    """The quote of a title is what stands in the text."""
    made = draft("落实《云州市绿化条例》。")
    [reference] = find(made)[0]
    assert made.text.quote(reference.span) == "《云州市绿化条例》"


def test_a_long_line_is_read_in_seconds() -> None:
    """No pattern blows up on a line without a stop."""
    start = time.perf_counter()
    read("《甲" * 20_000, "推进标准和规划及办法" * 10_000, "“十三五”" * 10_000)
    assert time.perf_counter() - start < 20
