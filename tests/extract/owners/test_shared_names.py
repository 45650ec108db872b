"""Short forms of bureaus of several fields: as written, unless the document has one of their names in full."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.owners.names.short_names import stands_for
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.ontology.districts import region


def facts(title: str, *lines: str) -> tuple[Facts, str]:
    """What the one document of some lines states, and its text."""
    reading = read(Source("plan.txt", "\n".join([title, "一、主要任务", *lines]).encode()))
    return reading.documents[0], reading.text.value


@pytest.mark.parametrize(
    ("title", "written", "name"),
    [
        ("青岚县校园方案", "县教科局", "青岚县教科局"),
        ("云州市旅游方案", "市文广旅局", "云州市文广旅局"),
        ("青岚县园区方案", "县科工信局", "青岚县科工信局"),
        ("云州市健身方案", "市教体局", "云州市教体局"),
    ],
)
def test_a_short_form_of_several_names_stays_as_written(title: str, written: str, name: str) -> None:
    """Its place is told, its name is not, and a gap says so."""
    found, _ = facts(title, f"（一）开展排查。逐一排查。（责任单位：{written}）")
    (owner,) = found.responsibilities
    assert (owner.agency.name, owner.agency.known) == (name, False)
    assert [gap.reason for gap in found.gaps if gap.kind == "unknown-agency"] == [f"官方全称不在名录中：{name}"]


@pytest.mark.parametrize(
    ("title", "written", "full"),
    [
        ("青岚县校园方案", "县教科局", "县教育和科学技术局"),
        ("云州市旅游方案", "市文广旅局", "云州市文化广电旅游局"),
        ("青岚县园区方案", "县科工局", "科技和工业信息化局"),
    ],
)
def test_a_name_in_full_settles_it(title: str, written: str, full: str) -> None:
    """The one name in full of the document is what the short form means, and its words prove it."""
    found, text = facts(
        title, f"（一）开展排查。逐一排查。（责任单位：{written}）", f"（二）加强统计。由{full}负责汇总。"
    )
    owner = found.responsibilities[0]
    assert owner.agency.known
    assert owner.agency.name.endswith(full.removeprefix(title[0]).lstrip("县市"))
    said = text[owner.name_span.start : owner.name_span.end]
    here = region(title[:3])
    again = stands_for(written, said, here)
    assert again is not None
    assert again.name == owner.agency.name


def test_two_names_in_full_settle_nothing() -> None:
    """Where the document names two bureaus that it could mean, it stays as written."""
    found, _ = facts(
        "青岚县校园方案",
        "（一）开展排查。逐一排查。（责任单位：县教科局）",
        "（二）加强统计。原县教育科技局移交，县教育和科学技术局负责。",
    )
    assert found.responsibilities[0].agency.name == "青岚县教科局"


def test_a_bureau_of_another_place_settles_nothing() -> None:
    """省教育科技局 says nothing of the bureau of a county."""
    found, _ = facts(
        "青岚县校园方案",
        "（一）开展排查。逐一排查。（责任单位：县教科局）",
        "（二）加强统计。报临江省教育科技局备案。",
    )
    assert found.responsibilities[0].agency.name == "青岚县教科局"


@pytest.mark.parametrize(
    "name", ["教育和体育局", "教育体育局", "文化广电旅游局", "文化广电和旅游局", "教育和科学技术局"]
)
def test_a_name_in_full_stays_what_it_is(name: str) -> None:
    """With 和 or without it, a name in full is the name."""
    found, _ = facts("青岚县校园方案", f"（一）开展排查。逐一排查。（责任单位：县{name}）")
    assert found.responsibilities[0].agency.name == f"青岚县{name}"
