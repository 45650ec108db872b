"""Items that open with who has the duty: the agency owns, what follows is the task."""

from __future__ import annotations

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str, title: str = "云州市环境整治方案") -> Facts:
    text = "\n".join([title, "一、主要任务", *lines, ""])
    return read(Source("a.txt", text.encode())).documents[0]


def owned(found: Facts) -> list[tuple[str, str, str]]:
    return [
        (found.tasks[one.task].title, one.agency.name.removeprefix("云州市"), one.role)
        for one in found.responsibilities
    ]


def test_what_follows_the_agency_is_the_task() -> None:
    """With 负责 or without it among others that have it; bodies outside the registry too."""
    found = facts(
        "1.市卫生局：负责诊所周边环境的整治；查处非法行医。",
        "2.市商务局：负责查处占道经营行为。",
        "3.市园林绿化局：依据职能做好绿地管护方面的工作。",
        "4.市社会办：指导社区做好宣传工作，发动居民参与。",
        "5.各区政府：落实属地责任，制定工作方案。",
    )
    assert owned(found) == [
        ("诊所周边环境的整治", "卫生局", "responsible"),
        ("查处占道经营行为", "商务局", "responsible"),
        ("依据职能做好绿地管护方面的工作", "园林绿化局", "responsible"),
        ("指导社区做好宣传工作", "社会办", "responsible"),
        ("落实属地责任", "各区人民政府", "responsible"),
    ]


def test_whom_it_has_beside_it_supports() -> None:
    """负责会同公安、城管部门."""
    found = facts("1.市文化局：负责会同公安、城管部门查处盗版图书。", "2.市教育局：负责维护校园周边秩序。")
    assert owned(found)[:3] == [
        ("会同公安、城管部门查处盗版图书", "文化局", "lead"),
        ("会同公安、城管部门查处盗版图书", "公安部门", "support"),
        ("会同公安、城管部门查处盗版图书", "城管部门", "support"),
    ]


def test_a_title_that_is_no_agency_stays() -> None:
    """A label, a kind of business, a subject; nobody owns what no word of duty ties to an agency."""
    found = facts(
        "1.乡村公路：负责路段的养护工作要做细。", "2.政府采购：扩大服务采购的范围。", "3.数字政府：建设一体化平台。"
    )
    assert [task.title for task in found.tasks] == ["乡村公路", "政府采购", "数字政府"]
    assert not found.responsibilities
    alone = facts("1.市卫生局：诊所要保持周边环境整洁。", "2.供水：改造老旧管网。")
    assert not alone.responsibilities


def test_a_level_alone_that_is_charged_is_a_gap() -> None:
    """市负责…: its government, or all its bodies."""
    found = facts("（一）理顺体制。市负责本行政区域学前教育工作，县级部门执行。")
    assert not found.responsibilities
    assert [gap.kind for gap in found.gaps if "责任词前" in gap.reason] == ["unread-duty"]
