"""The registry of agencies, districts, duty words and columns: complete, consistent, quick to load."""

from __future__ import annotations

import pytest

from guitu.ontology import knowledge
from guitu.ontology.districts import division_code, leading, region, regions
from guitu.ontology.successions import successions

ROLES = {"responsible", "lead", "support", "none"}


def test_every_province_has_its_level() -> None:
    """The four municipalities count as municipal, all other units of the first order as provincial."""
    first = {r.name: r.level for found in regions().values() for r in found if r.parent is None and r.level != "county"}
    assert {name for name, level in first.items() if level == "municipal"} >= {"北京市", "天津市", "上海市", "重庆市"}
    assert sum(level == "provincial" for level in first.values()) == 31


@pytest.mark.parametrize(
    ("text", "name", "level", "parent"),
    [
        ("上海市浦东新区教育规划", "浦东新区", "county", "上海市"),
        ("浦东新区教育规划", "浦东新区", "county", "上海市"),
        ("成都市武侯区养老方案", "武侯区", "county", "成都市"),
        ("四川养老方案", "四川省", "provincial", None),
        ("恩施州农业规划", "恩施土家族苗族自治州", "municipal", "湖北省"),
        ("昆山市水利规划", "昆山市", "county", "苏州市"),
        ("广西壮族自治区文化规划", "广西壮族自治区", "provincial", None),
        ("云州市养老服务规划", "云州市", "municipal", None),
        ("临江省云州市青岚县水利规划", "青岚县", "county", "云州市"),
    ],
)
def test_leading_region(text: str, name: str, level: str, parent: str | None) -> None:
    """A text begins with a region, known or invented, the smallest of the chain."""
    read = leading(text)
    assert read is not None
    found = read[0]
    assert (found.name, found.level, found.parent.name if found.parent else None) == (name, level, parent)


@pytest.mark.parametrize("text", ["全市养老服务规划", "城市更新行动方案", "各区工作要点", "示范区建设方案", "本市规划"])
def test_no_leading_region(text: str) -> None:
    """Ordinary words that end like a region are none."""
    assert leading(text) is None


def test_a_name_of_several_regions_has_no_parent() -> None:
    """鼓楼区 stands in several cities; with the city before it, it is one of them."""
    assert region("鼓楼区") is not None
    assert region("鼓楼区").parent is None  # type: ignore[union-attr]
    assert region("福州市鼓楼区").full == "福州市鼓楼区"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "around", "code"),
    [
        ("上海市", None, "310000"),
        ("广西壮族自治区", None, "450000"),
        ("南京市", None, "320100"),
        ("恩施土家族苗族自治州", None, "422800"),
        ("南京市鼓楼区", None, "320106"),
        ("义乌市", None, "330782"),
        ("徐汇区", "上海市", "310104"),
        ("徐汇区", "上海市徐汇区", "310104"),
        ("港口区", "广西壮族自治区", "450602"),
        ("徐汇区", None, ""),  # a short name that nothing settles
        ("港口区", "上海市", ""),
        ("鼓楼区", "南京市", ""),  # the node of that name is that of other cities, too
        ("新县", None, ""),
        ("南京", None, ""),
        ("雄安新区", "河北省", ""),  # not in GB/T 2260
        ("兰州新区", None, ""),
        ("云州市徐汇区", None, ""),  # of an invented city
        ("云州市", None, ""),
        ("上海市化工区", None, ""),
    ],
)
def test_codes_of_places(name: str, around: str | None, code: str) -> None:
    """A full name has its code of GB/T 2260 where it means one unit; no other name has one."""
    assert division_code(name, around) == code


def test_every_unit_of_the_standard_has_a_code_of_its_own() -> None:
    """Six digits, once each, and those of what lies inside begin with those around."""
    units = {r for found in regions().values() for r in found if r.code}

    assert len({r.code for r in units}) == len({(r.code, r.name) for r in units}) > 3200
    assert {len(r.code) for r in units} == {6}
    assert all(r.code.startswith(r.parent.code.rstrip("0")[:4]) for r in units if r.parent and r.parent.code)


def test_where_the_name_of_a_region_ends() -> None:
    """`leading` tells the end of the name too, and can be kept to known regions."""
    found = leading("在徐汇区建设", 1)
    assert found is not None and (found[0].full, found[1]) == ("上海市徐汇区", 4)
    assert leading("云州市建设", unlisted=False) is None


def test_no_way_to_write_a_national_agency_means_two() -> None:
    """Every short name leads to one national agency, and each has an English name."""
    owners: dict[str, set[str]] = {}
    for agency in knowledge.national_agencies().values():
        assert agency.english
        for written in agency.written:
            owners.setdefault(written, set()).add(agency.name)
    assert [written for written, names in owners.items() if len(names) > 1] == []


def test_successions_lead_on() -> None:
    """From every former name one comes to an end in a few steps, and every reform has its year."""
    known = successions()
    for former, found in known.items():
        assert all(1998 <= one.year <= 2026 and one.every for one in found)
        reached, steps = {former}, 0
        while reached and steps < 6:
            reached = {name for old in reached for one in known.get(old, ()) for name in one.every}
            steps += 1
        assert not reached, former


def test_every_form_has_a_place() -> None:
    """Official names hold the place once, but for those of one body; so does every way to write them."""
    for form in knowledge.forms():
        assert sum(map(form.name.count, ("{full}", "{short}", "{named}"))) == (not form.is_body), form
        assert form.of or not form.is_body, form
        assert all(written.count("{place}") <= 1 for written in form.written), form
        assert any("{place}" in written for written in form.written), form


def test_a_short_name_means_one_form() -> None:
    """Of the local bodies of any place, or of one rank of places: what several are called stays as it is written."""
    for head, tails in knowledge.forms_by_writing().items():
        for tail, found in tails.items():
            free = [form for form in found if not form.of and form.kind != "vertical"]
            assert len({(form.at, form.name) for form in free}) == len({form.at for form in free}), head + tail


def test_a_name_in_full_means_itself() -> None:
    """市供销合作总社 is never a short form of another official name."""
    tails = knowledge.forms_by_writing()[""]
    for form in knowledge.forms():
        if form.kind == "bureau" and not form.of and form.name.startswith("{full}"):
            assert form.name in {one.name for one in tails[form.name.removeprefix("{full}")]}, form


def test_duty_words_have_roles() -> None:
    """Labels and verbs have a role; a verb of running text is a verb of clauses too."""
    words = knowledge.duty_words()
    assert set(words.labels.values()) <= ROLES
    assert set(words.verbs.values()) <= ROLES - {"none"}
    assert set(words.running.values()) <= ROLES - {"none"}
    assert words.labels["牵头单位"] == "lead" and words.labels["责任领导"] == "none"


def test_columns_are_distinct() -> None:
    """A heading means one kind of column."""
    assert knowledge.columns()["牵头单位"] == "lead"
    assert knowledge.columns()["重点任务"] == "title"
