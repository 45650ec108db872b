"""Coverage: which documents are compared, and what of a task stands in them."""

from __future__ import annotations

from guitu.graph.ask.analyses.coverage import answer
from guitu.graph.keep.store import Row


def document(name: str, level: str | None, place: str | None) -> Row:
    return name, f"{name}规划", level, place, *[None] * 10


def task(doc: str, name: str, other: str | None = None) -> Row:
    pair = (other, f"{other}/u", "修渠", "同一主题", "0.9", "共同提到：渠") if other else (None,) * 6
    return doc, f"{doc}规划", None, None, f"{doc}/{name}", name, *pair, name, other and "修渠"


STATE = document("国家", "national", None)
PROVINCE = document("浙江", "provincial", "浙江省")
CITY = document("杭州", "municipal", "杭州市")
OTHER_CITY = document("南京", "municipal", "南京市")
COUNTY = document("青岚", "county", "青岚县")  # the registry does not know it
UNTOLD = document("不详", None, None)
ALL = [STATE, PROVINCE, CITY, OTHER_CITY, COUNTY, UNTOLD]


def compared(rows: list[Row]) -> list[str | None]:
    return [row[3] for row in answer(rows, ["规划"], "zh") if row[1] == "已比较"]


def test_what_is_compared() -> None:
    """A national document with all lower ones, a province with its own cities; levels that are not told with none."""
    assert compared([*ALL, task("国家", "治水")]) == ["浙江规划", "杭州规划", "南京规划", "青岚规划"]
    assert compared([*ALL, task("浙江", "治水")]) == ["杭州规划"]
    assert compared([*ALL, task("不详", "治水")]) == []


def test_an_alignment_shows_where_an_unknown_place_lies() -> None:
    """A county that the registry does not know was compared with its city if anything of it is aligned there."""
    assert compared([*ALL, task("杭州", "治水")]) == []
    assert compared([*ALL, task("杭州", "治水", "青岚")]) == ["青岚规划"]


def test_tasks_with_and_without() -> None:
    """Each task has a row per counterpart in a lower document, or one that says that there is none."""
    rows = answer([*ALL, task("浙江", "治水", "杭州"), task("浙江", "修路"), task("浙江", "植树", "国家")], [], "zh")

    assert rows == (
        ("浙江规划", "已比较", None, "杭州规划", None, None, None, "其 3 项任务中 1 项在此有对应", None, None),
        ("浙江规划", "有对应", "治水", "杭州规划", "修渠", "同一主题", "0.9", "共同提到：渠", "治水", "修渠"),
        ("浙江规划", "无对应", "修路", None, None, None, None, "与 1 份下级文件比较，均无对应", "修路", None),
        ("浙江规划", "无对应", "植树", None, None, None, None, "与 1 份下级文件比较，均无对应", "植树", None),
    )


def test_nothing_to_compare() -> None:
    """A document with nothing below it is left out, and told of where it is asked for."""
    rows = [*ALL, task("南京", "治水")]

    assert answer(rows, [], "zh") == ()
    assert [row[7] for row in answer(rows, ["南京"], "zh")] == ["没有可比较的下级文件"]
