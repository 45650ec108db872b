"""Tasks that the annex of their document lists again, with owners."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.graph.align.annexes import restated
from guitu.graph.align.units import OWN, owners

CANTEENS = """# 云州市推进社区食堂建设实施方案

云州市人民政府办公室

## 一、主要任务

（一）合理布局助餐点。每个街道建设一处以上社区食堂。

（二）引导企业参与。推广中央厨房配送。

（三）推进“互联网+”助餐。开发助餐小程序。

## 二、保障措施

（一）加强组织领导。各区要把社区食堂纳入民生实事。

{annex}
"""
TABLE = """## 附件

云州市社区食堂建设任务分工表

| 序号 | 重点任务 | 牵头单位 | 配合单位 |
| --- | --- | --- | --- |
| 1 | 合理布局助餐点 | 市民政局 | 各区政府 |
| 2 | 引导餐饮企业参与 | 市商务局 | 市民政局 |
| 3 | 推进互联网+助餐 | 市民政局 | 市数据局 |
"""
LIST = """# 附件2

# 重点任务清单

1.合理布局助餐点。（市民政局牵头）

2.引导企业参与。（市商务局牵头）
"""
CHAPTER = """## 三、任务分工

| 任务 | 责任单位 |
| --- | --- |
| （一）合理布局助餐点 | 市民政局 |
| （二）引导企业参与 | 市商务局 |
"""
SENTENCES = """## 附表

任务分解表

| 任务 | 责任单位 |
| --- | --- |
| 合理布局助餐点，人口多的街道增设助餐点，覆盖全部社区 | 市民政局 |
| 引导企业参与，支持餐饮企业承接社区食堂，推广中央厨房 | 市商务局 |
"""
PLAN_OF_ITS_OWN = """# 附件

# 云州市校园食堂提升方案

（一）公开食材来源。（市教育局牵头）

（二）改造明厨亮灶。（市市场监管局牵头）

（三）加强组织领导。（市教育局牵头）
"""
TWO_LISTS = LIST + LIST.replace("附件2", "附件3").replace("市商务局", "市市场监管局")
TWICE = LIST + "\n3.引导企业参与。（市市场监管局牵头）\n"


def facts(annex: str) -> Facts:
    """What the plan states, with its annexes that are no documents of their own."""
    found, *_ = read(Source("方案.md", CANTEENS.format(annex=annex).encode())).documents
    return found


def pairs(of: Facts) -> list[tuple[str, str, bool]]:
    return [(of.tasks[one.task].title, of.tasks[one.annexed].title, one.alike) for one in restated(of)]


@pytest.mark.parametrize(
    ("annex", "expected"),
    [
        (
            TABLE,
            [
                ("合理布局助餐点", "合理布局助餐点", True),
                ("引导企业参与", "引导餐饮企业参与", False),
                ("推进“互联网+”助餐", "推进互联网+助餐", True),
            ],
        ),
        (LIST, [("合理布局助餐点", "合理布局助餐点", True), ("引导企业参与", "引导企业参与", True)]),
        (CHAPTER, [("合理布局助餐点", "合理布局助餐点", True), ("引导企业参与", "引导企业参与", True)]),
        (SENTENCES, [("合理布局助餐点", "合理布局助餐点", True), ("引导企业参与", "引导企业参与", True)]),
        (PLAN_OF_ITS_OWN, []),
        (TWO_LISTS, [("合理布局助餐点", "合理布局助餐点", True)]),
        (TWICE, []),
        ("", []),
    ],
    ids=["table", "list", "table in the body", "rows of sentences", "plan", "lists that differ", "twice", "none"],
)
def test_tasks_that_an_annex_lists_again(annex: str, expected: list[tuple[str, str, bool]]) -> None:
    """By title, in a part that repeats the tasks; a plan with one heading in common is none, what differs is left."""
    assert pairs(facts(annex)) == expected


def test_a_task_with_an_owner_keeps_its_own() -> None:
    """What the body states is not joined by what the annex says."""
    owned = CANTEENS.replace("推广中央厨房配送。", "推广中央厨房配送。（市发展改革委牵头）")
    (of,) = read(Source("方案.md", owned.format(annex=LIST).encode())).documents

    assert pairs(of) == [("合理布局助餐点", "合理布局助餐点", True)]


@pytest.mark.parametrize(
    "other", ["引导社区参与", "引导企业退出", "参与企业引导", "发展企业"], ids=["word", "verb", "order", "short"]
)
def test_other_words_are_another_task(other: str) -> None:
    """Only words more, in their order, leave a task the same."""
    assert ("引导企业参与", other, False) not in pairs(facts(TABLE.replace("引导餐饮企业参与", other)))


def test_the_task_counts_as_owned() -> None:
    """To other documents it has the owners of the annex."""
    of = facts(LIST)

    assert [held & OWN > 0 for held in owners(of)] == [True, True, False, False, True, True]
