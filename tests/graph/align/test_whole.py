"""How well a task fits another document as a whole."""

from __future__ import annotations

import numpy as np
import pytest

from guitu.graph.align.evidence import COLUMNS, evidence
from guitu.graph.align.whole import fits
from tests.graph.align.plans import vectors, works

WIDE = """国家发展规划纲要
国务院
一、{0}
二、优化铁路网络。加密城际铁路，改造既有线路。
三、修复河湖生态。恢复岸线植被，治理内源污染。
四、强化规划监督。健全监督机制，加强实施评估。
"""
FIELDS = {
    "保护历史建筑。修缮历史建筑，保护传统街巷。": """云州市历史建筑保护方案
云州市人民政府
一、普查历史建筑。历史建筑逐处建档。
二、修缮历史建筑。每年修缮历史建筑十处。
三、加强监督保障。健全监督机制，加强历史建筑巡查。
""",
    "发展海水养殖。推广深水网箱，培育海水养殖良种。": """临江省海水养殖行动方案
临江省人民政府
一、建设海水养殖基地。建成海水养殖基地五处。
二、培育良种。海水养殖良种覆盖过半。
三、强化监督考核。健全监督机制，评估海水养殖成效。
""",
    "普及冰雪运动。建设冰雪场地，举办冰雪赛事。": """青岚县冰雪运动计划
青岚县人民政府
一、建设场地。新建冰雪运动场地两处。
二、举办赛事。每年举办冰雪运动赛事。
三、完善监督机制。定期评估冰雪运动开展情况。
""",
}


@pytest.mark.parametrize(("task", "plan"), FIELDS.items())
def test_the_task_on_the_subject_of_a_plan_stands_out(task: str, plan: str) -> None:
    """Also beside a task whose words one task of the plan has: supervision is of every plan."""
    [lower], [higher] = works(plan), works(WIDE.format(task))
    pairs = evidence(vectors((lower,)), vectors((higher,)), np.ones((1, 1), dtype=bool))
    fit = dict(zip(pairs.objects.tolist(), pairs.evidence[:, COLUMNS.index("fit_object")].tolist(), strict=True))

    assert max(fit, key=lambda other: fit[other]) == 0
    assert fit[0] > 1


def test_deviations_are_of_the_tasks_of_one_document() -> None:
    """Of two documents each has a mean of its own, and of what is all alike nothing stands out."""
    alike = np.array([[4.0, 0.0, 8.0, 8.0], [0.0, 4.0, 8.0, 8.0], [8.0, 0.0, 8.0, 8.0]]) * 100_000
    found = fits(alike, np.array([0, 2, 3]), np.array([0, 2, 4]))

    assert found.own.tolist() == [[0, 0, 0, 0], [1, -1, 0, 0]]
    assert found.first.tolist() == [[0, 0, 0, 0], [1, 1, 0, 0]]


def test_documents_without_tasks_fit_nothing() -> None:
    """On either side."""
    assert not fits(np.ones((2, 2)), np.array([0, 0, 2]), np.array([0, 2, 2])).own.any()
    assert fits(np.ones((0, 2)), np.array([0, 0]), np.array([0, 2])).own.tolist() == [[0, 0]]
    assert fits(np.ones((2, 0)), np.array([0, 2]), np.array([0, 0])).own.shape == (1, 0)
