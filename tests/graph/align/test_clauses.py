"""What the clauses of a task say is said best by one task of another document."""

from __future__ import annotations

import numpy as np
import pytest

from guitu.graph.align.clauses import parts, said
from guitu.graph.align.vectors import Floats, Vectors
from tests.graph.align.plans import vectors, works

PORT = """临江省港口发展规划
临江省人民政府
一、主要任务
（一）建设智慧港口。推进码头自动化改造，建立船舶调度平台，推广无人集卡。
（二）发展绿色航运。推广岸电设施，更新新能源船舶，治理船舶污水。
（三）壮大航运服务。引进海事仲裁机构，发展船舶保险，培育船员市场。
"""
TOWN = """青岚县港口工作方案
青岚县人民政府
一、重点工作
（一）改造老码头。完成码头自动化改造两处，接入船舶调度平台，试用无人集卡。
（二）整治水域。治理船舶污水，打捞漂浮物，新建岸电设施。
（三）留住船员。培育船员市场，办好航海学校。
"""
FOREST = """云州市林业规划
云州市人民政府
一、主要任务
（一）保护森林。开展封山育林，防治松材线虫，建设防火通道。
（二）发展林下经济。推广林下种植，培育食用菌，建设交易市场。
"""
VILLAGE = """青岚县林业方案
青岚县人民政府
一、重点工作
（一）守护山林。防治松材线虫，修建防火通道。
（二）增收致富。培育食用菌，办好交易市场。
"""


SCHOOL = """云州市教育规划
云州市人民政府
一、主要任务
（一）扩大学位。加快推进，完善机制，新建寄宿学校，改造实验教室。
（二）培养教师。加快推进，完善机制，设立名师工作室，轮训乡村教师。
"""
DISTRICT = """青岚县教育方案
青岚县人民政府
一、重点工作
（一）多建学校。加快推进，完善机制，新建寄宿学校，改造实验教室。
（二）举办赛事。加快推进，完善机制，承办马拉松。
"""


def shares(lower: str, higher: str) -> Floats:
    """Of the tasks of one plan (rows) what those of another say best."""
    one, other = vectors(works(lower)), vectors(works(higher))
    return said(one.clause, one.clauses, other.named, other.starts)


@pytest.mark.parametrize(("lower", "higher", "tasks"), [(TOWN, PORT, 3), (VILLAGE, FOREST, 2)])
def test_what_a_task_says_is_said_best_by_its_match(lower: str, higher: str, tasks: int) -> None:
    """Whatever its title, and from both sides; of what the other does not say nobody has a share."""
    for told in (shares(lower, higher), shares(higher, lower)):
        assert told.argmax(axis=1).tolist() == [*range(tasks)]
        assert (told.sum(axis=1) <= 1).all()
        assert told.diagonal().min() > 4 * (told - np.diag(told.diagonal())).max()
    assert shares(higher, lower).sum() < tasks


def test_what_every_task_says_tells_little() -> None:
    """加快推进，完善机制 stands in both tasks of both plans: a race is no teachers' training."""
    told = shares(DISTRICT, SCHOOL)

    assert told[0, 0] > 0.8
    assert told[1].max() < 0.2


def test_what_several_say_equally_well_is_divided() -> None:
    """A plan told twice in one document has half of everything in each place."""
    once, (_, body) = PORT, PORT.split("一、主要任务\n")
    told = shares(TOWN, f"{once}二、重点工程\n{body}")

    assert np.allclose(told[:, :3], told[:, 3:], atol=0.01)
    assert np.allclose(told[:, :3], shares(TOWN, PORT) / 2, atol=0.01)


def test_another_document_changes_nothing() -> None:
    """What is said best is so within one document: others that stand beside it, or none with tasks, have no say."""
    town, port, forest = (vectors(works(text)) for text in (TOWN, PORT, FOREST))
    beside = Vectors.stacked([forest, port])
    told = said(town.clause, town.clauses, beside.named, beside.starts)

    assert (told[:, len(forest) :] == shares(TOWN, PORT)).all()
    assert not said(town.clause, town.clauses, port.named[np.zeros(0, int)], np.array([0, 0])).size


def test_no_tasks_say_nothing() -> None:
    """Nor is anything said of them."""
    port, none = vectors(works(PORT)), Vectors.stacked([])

    assert said(none.clause, none.clauses, port.named, port.starts).shape == (0, 3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("推广岸电设施，更新船舶。", ("推广岸电设施", "更新船舶")),
        ("建设：一是码头；二是航道、锚地\n三是船闸", ("建设", "一是码头", "二是航道", "锚地", "三是船闸")),
        ("", ()),
        ("。", ()),
    ],
)
def test_parts(text: str, told: tuple[str, ...]) -> None:
    """What stands between signs."""
    assert parts(text) == told
