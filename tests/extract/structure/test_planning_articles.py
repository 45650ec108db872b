"""Plans in articles, as planning offices write them: their bases, forecasts, rules of an article, broken lines."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(text: str) -> Facts:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


PLAN = """{title}
第一章总则
第一条为适应城乡发展需要，编制本规划。
第二条{basis}
1.《中华人民共和国水法》
2.《临江省供水条例》(2021)
3.关于印发《临江省节水实施方案》的通知(临水〔2025〕5号)
第三条规划期限
规划期限为2026—2030年。
第二章发展预测
第四条用水量预测
预计规划期末，{indicator}达到{value}，较上版规划期末增加2万吨。
第三章建设布局
第五条{article}
1.{first}的选址，应符合城乡规划，不得占用农田。
2.{first}不应穿越居民区。
3.在中心城区的站点，服务半径不低于0.9公里。
第六条{referred}
详见附图。
第四章保障措施
第七条加大实施力度
各区政府应积极推动设施建设，参照《云州市城市更新办法》执行。
"""

CASES = [
    ("云州市供水设施规划（2026—2030年）", "规划依据", "全市供水能力", "60万吨", "水厂布点标准", "输水管线", "水厂布点"),
    ("青岚县加氢站规划（2026—2030年）", "编制依据", "全县氢气用量", "3万吨", "加氢站设置要求", "氢气管线", "站点布局"),
    ("临江省冷库规划（2026—2030年）", "主要依据", "全省冷库容量", "90万吨", "冷库选址标准", "货运通道", "冷库布点"),
]


@pytest.mark.parametrize("case", CASES)
def test_a_plan_in_articles(case: tuple[str, ...]) -> None:
    """
    A list of bases is what the plan rests on; what is forecast for the end of the plan is a target; an article with
    its rules is one task, and one that only says where to look is none.
    """
    names = ("title", "basis", "indicator", "value", "article", "first", "referred")
    told = dict(zip(names, case, strict=True))
    found = facts(PLAN.format(**told))
    relations = {one.title: one.relation for one in found.references}

    assert relations.pop("云州市城市更新办法") == "cites"
    assert set(relations.values()) == {"based_on"}
    assert len(relations) == 3
    assert [task.title for task in found.tasks] == [told["article"], "加大实施力度"]
    targets = [(one.indicator, one.year) for one in found.figures if one.kind == "target"]
    assert targets[0] == (told["indicator"], 2030)


def test_items_of_an_article_with_titles_stay_tasks() -> None:
    found = facts(
        "云州市人才措施\n第一章支持政策\n第一条引进人才\n1.发放补贴。对新引进的博士发放生活补贴，按月拨付。\n"
        "2.提供住房。在产业园区建设人才公寓，优先配租。\n"
    )

    assert {"发放补贴", "提供住房"} <= {task.title for task in found.tasks}


@pytest.mark.parametrize(
    ("cut", "joined"),
    [
        ("为适应云州市供水、经济和社会发展的需\n要，保障安全", "发展的需要，保障安全"),
        ("在本规划确定的青岚县行政区域内进行建设\n和改造的单位，", "建设和改造的单位"),
        ("上一版规划总计安排全省冷链物流中心八十\n座。新建", "八十座。新建"),
    ],
)
def test_a_line_that_cannot_open_a_paragraph_goes_on(cut: str, joined: str) -> None:
    reading = read(Source("plan.txt", f"云州市供水规划\n第一条{cut}设施应当符合要求。\n".encode()))

    assert joined in reading.text.value


def test_a_line_that_opens_with_a_word_stands() -> None:
    """
    和谐, 及时 and 的确 are words; a short line above is a heading.
    """
    reading = read(
        Source("plan.txt", "云州市社区方案\n一、建设文明和睦的居住环境与公共活动空间\n和谐社区，共同缔造。\n".encode())
    )

    assert "公共活动空间\n和谐社区" in reading.text.value


def test_the_name_of_a_part_is_no_part_of_a_title() -> None:
    """
    Nor is the head of a page above the title.
    """
    found = facts(
        "云州市供水规划（2026-2030）-文本\n云州市供水规划（2026-2030）\n文本\n云州市水利局\n第一章总则\n第一条编制目的\n保障供水。\n"
    )

    assert found.document.title == "云州市供水规划（2026-2030）"
