"""Named things: which graph they stand in, what else they are called, and what they are part of."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from guitu.extract.facts import Agency, Document, Facts, PlaceMention, Task
from guitu.graph.quads.entities import entities
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.terms import Iri

NAMES = Names()


def quads(*issuers: Agency, topics: tuple[str, ...] = ()) -> list[ox.Quad]:
    facts = Facts(Document("规划", issuers=issuers), tasks=(Task("建设", "runin", 0, topics=topics),))
    return list(ox.parse("".join(entities(facts, "方案", NAMES)), format=ox.RdfFormat.N_QUADS))


def values(found: list[ox.Quad], subject: Iri, predicate: Iri) -> set[str]:
    about = [q for q in found if q.subject == ox.NamedNode(subject) and q.predicate == ox.NamedNode(predicate)]
    return {q.object.value for q in about if isinstance(q.object, ox.NamedNode | ox.Literal)}


@pytest.mark.parametrize(
    ("name", "place", "above"),
    [
        ("云州市教育局", "云州市", "云州市人民政府"),
        ("临江省发展和改革委员会", "临江省", "临江省人民政府"),
        ("云州市人民政府办公厅", "云州市", "云州市人民政府"),
        ("云州市青岚县财政局", "青岚县", "云州市青岚县人民政府"),
        ("中共云州市委宣传部", "云州市", "中共云州市委员会"),
        ("国务院办公厅", None, "国务院"),
        ("云州市人民政府", "云州市", None),
        ("中共云州市委员会", "云州市", None),
        ("云州市中级人民法院", "云州市", None),
        ("云州市总工会", "云州市", None),
        ("国家税务总局云州市税务局", "云州市", None),
        ("云州市通信管理局", "云州市", None),
        ("教育部", None, None),
    ],
)
def test_part_of(name: str, place: str | None, above: str | None) -> None:
    """A department is part of its government, a party organ of its committee; nothing is claimed of other bodies."""
    found = quads(Agency(name, name, jurisdiction=place))
    told = values(found, NAMES.agency(name), std.ORG_SUB_ORGANIZATION_OF)

    assert told == ({NAMES.agency(above)} if above else set())
    assert above is None or values(found, NAMES.agency(above), std.SKOS_PREF_LABEL) == {above}


def test_groups_and_unknown_names() -> None:
    """A group has no body above it; a name outside the registry stands apart, with the form in which it was written."""
    group = Agency("云州市各区人民政府", "各区政府", group=True, jurisdiction="云州市")
    unknown = Agency("云州市茶业集团", "市茶业集团", known=False, jurisdiction="云州市")
    found = quads(group, unknown)

    assert values(found, NAMES.agency(group.name), std.ORG_SUB_ORGANIZATION_OF) == set()
    assert values(found, NAMES.agency(group.name), std.RDF_TYPE) == {"https://w3id.org/guitu/ns#AgencyGroup"}
    assert values(found, NAMES.agency(unknown.name), std.SKOS_ALT_LABEL) == {"市茶业集团"}
    graphs = {q.graph_name for q in found if q.subject == ox.NamedNode(NAMES.agency(unknown.name))}
    assert graphs == {ox.NamedNode(NAMES.graph("entities"))}


def test_other_names_of_a_known_agency() -> None:
    """An agency of the registry brings its abbreviations, with the place in full, and never its own name twice."""
    found = quads(Agency("上海市发展和改革委员会", "市发展改革委", jurisdiction="上海市"))
    told = values(found, NAMES.agency("上海市发展和改革委员会"), std.SKOS_ALT_LABEL)

    assert {"市发展改革委", "上海市发改委"} <= told
    assert "上海市发展和改革委员会" not in told


def test_topics() -> None:
    """A topic of the registry brings the topic above it; another one is new."""
    found = quads(topics=("畜牧业", "云雾茶"))

    assert values(found, NAMES.topic("畜牧业"), std.SKOS_BROADER)
    assert {q.graph_name for q in found if q.subject == ox.NamedNode(NAMES.topic("云雾茶"))} == {
        ox.NamedNode(NAMES.graph("entities"))
    }
    labelled = [q for q in found if q.predicate == ox.NamedNode(std.SKOS_PREF_LABEL)]
    assert len({q.subject for q in labelled}) == len({(q.subject, q.object) for q in labelled})


def test_administrative_areas_have_their_code() -> None:
    """Of the document, of agencies, of districts that it names; of no park, nor where the name settles nothing."""
    facts = Facts(
        Document(
            "规划", jurisdiction="上海市", issuers=(Agency("南京市财政局", "南京市财政局", jurisdiction="南京市"),)
        ),
        places=(
            PlaceMention("徐汇区", "徐汇区", "district"),
            PlaceMention("老城区", "老城区", "district"),
            PlaceMention("临港园区", "临港园区", "park", district="静安区"),
        ),
    )
    found = list(ox.parse("".join(entities(facts, "方案", NAMES)), format=ox.RdfFormat.N_QUADS))
    codes = {
        place: values(found, NAMES.place(place), terms.divisionCode)
        for place in ("上海市", "南京市", "徐汇区", "静安区", "老城区", "临港园区")
    }

    assert codes == {
        "上海市": {"310000"}, "南京市": {"320100"}, "徐汇区": {"310104"}, "静安区": {"310106"},
        "老城区": set(), "临港园区": set(),
    }  # fmt: skip
