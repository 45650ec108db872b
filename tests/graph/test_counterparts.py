"""The bureau above a bureau: gt:counterpart, from a county to its city, its province and the state."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guitu.graph.links.counterparts import counterparts
from guitu.graph.links.record import Citation, LinkRecord, Mention
from guitu.graph.links.things import things
from guitu.graph.quads.names import Names
from guitu.ontology.knowledge import national_agencies
from guitu.ontology.mandates import heads


def linked(*named: tuple[str, str], cites: Sequence[tuple[str, str]] = ()) -> set[tuple[str, str]]:
    """The links of agencies, given with their places. `cites`: places with that whose document theirs carries out."""
    above = dict(cites)
    places = {place for _, place in named} | {place for pair in cites for place in pair}
    records = [
        LinkRecord(
            key=place,
            title=f"{place}水网规划",
            jurisdiction=place or None,
            titles=(f"{place}水网规划",),
            mentions=tuple(Mention("agency", name, homes=(of,) if of else ()) for name, of in named if of == place),
            citations=(Citation(f"{above[place]}水网规划", f"{above[place]}水网规划", "implements"),)
            if place in above
            else (),
        )
        for place in sorted(places)
    ]
    found = counterparts(things(records, Names())["agency"], records)
    return {(one.subject.rsplit("/", 1)[-1], one.object.rsplit("/", 1)[-1]) for one in found}


def test_the_whole_line() -> None:
    """Each is linked to the next above, and to no further."""
    named = ("广州市水务局", "广州市"), ("广东省水利厅", "广东省"), ("水利部", ""), ("财政部", "")

    assert linked(*named) == {("广州市水务局", "广东省水利厅"), ("广东省水利厅", "水利部")}


def test_a_level_that_is_not_named_is_passed_over() -> None:
    """No agency is made."""
    assert linked(("广州市水务局", "广州市"), ("水利部", "")) == {("广州市水务局", "水利部")}
    assert linked(("广州市水务局", "广州市"), ("广州市财政局", "广州市")) == set()


def test_a_place_that_the_registry_does_not_know_lies_where_its_plans_point() -> None:
    """青岚县 carries out the plan of 云州市."""
    named = ("青岚县水利局", "青岚县"), ("云州市水利局", "云州市"), ("水利部", "")

    assert linked(*named, cites=[("青岚县", "云州市")]) == {
        ("青岚县水利局", "云州市水利局"),
        ("云州市水利局", "水利部"),
    }
    assert linked(*named) == {("青岚县水利局", "水利部"), ("云州市水利局", "水利部")}


def test_another_province_is_not_above() -> None:
    """Only places around."""
    assert linked(("广州市水务局", "广州市"), ("江西省水利厅", "江西省")) == set()


def test_a_bureau_of_two_lines_has_both_above() -> None:
    """教育体育局 is of the line of schools and of that of sport."""
    named = ("广州市教育体育局", "广州市"), ("广东省教育厅", "广东省"), ("广东省体育局", "广东省")

    assert linked(*named) == {("广州市教育体育局", "广东省教育厅"), ("广州市教育体育局", "广东省体育局")}


def test_a_body_that_a_reform_took_away_has_none() -> None:
    """Its successor has."""
    named = ("广州市环境保护局", "广州市"), ("广州市生态环境局", "广州市"), ("环境保护部", ""), ("生态环境部", "")

    assert linked(*named) == {("广州市生态环境局", "生态环境部")}


@pytest.mark.parametrize(
    "name",
    ["云州市水利协调小组", "云州市人民政府", "云州市某中心", "云州市建设工程质量协会", "云州市农业综合行政执法局"],
)
def test_what_is_no_bureau_is_of_no_line(name: str) -> None:
    """Bodies that coordinate, governments, centres, associations, and parts of bureaus."""
    assert not heads(name)


def test_the_head_of_each_line_is_a_body_of_the_state() -> None:
    """By its official name, and it is of its own line."""
    official = {agency.name for agency in national_agencies().values()}
    found = {head for name in official for head in heads(name)}

    assert found <= official
    assert all(heads(head) == {head} for head in found)
