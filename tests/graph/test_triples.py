"""Facts made by hand, written as N-Quads, answer every query of the contract in two engines."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from guitu.extract.facts import (
    Agency,
    Document,
    Facts,
    Figure,
    Gap,
    Incentive,
    PlaceMention,
    Reading,
    Reference,
    Responsibility,
    Section,
    Task,
)
from guitu.extract.source import Source
from guitu.extract.text import Paragraph, Span, Text
from guitu.graph.quads.entities import entities
from guitu.graph.quads.names import Names
from guitu.graph.quads.provenance import derived, ontology_quads, source
from guitu.graph.quads.triples import gaps, stated
from guitu.ontology.shapes import shapes
from tests.graph.stores import file_facts

CONTRACT = Path(__file__).parents[3] / "shared" / "contract"
NAMES = Names()
WHOLE = "云州市综合规划"
KEY = "云府办〔2026〕7号"
HOSTILE = '茶园" .\n<a:b> <c:d> "e" .\r\t\\u0022 \u202e<script>'
VALUE = (
    "云州市茶业发展措施\n一、主要任务\n（一）建设茶园。由市农业农村局牵头，市财政局配合，每亩最高奖补500元。\n"
    "到2030年，茶园面积不低于1.5万亩，出口额8.0至10亿元。2025年茶园面积0.90万亩。\n"
    "青岚茶叶产业园重点发展绿茶。按照《临江省茶业规划》编制。\n"
)
TEXT = Text(VALUE, (Paragraph(Span(0, len(VALUE))),))


def at(words: str) -> Span:
    start = VALUE.index(words)
    return Span(start, start + len(words))


def agency(name: str, written: str, known: bool = True) -> Agency:
    return Agency(name, written, known=known, jurisdiction="云州市")


FACTS = Facts(
    document=Document(
        "云州市茶业发展措施",
        "municipal",
        "measures",
        (agency("云州市人民政府办公厅", "市政府办公厅"),),
        "云府办〔2026〕7号",
        date(2026, 1, 5),
        date(2026, 2, 1),
        date(2031, 1, 31),
        "十五五",
        "云州市综合规划",
        "云州市",
        span=at("云州市茶业发展措施"),
    ),
    sections=(
        Section("主要任务", "一", 1, 0, span=at("一、主要任务")),
        Section("建设茶园", "（一）", 2, 1, parent=0, span=at("建设茶园")),
    ),
    tasks=(
        Task(
            "建设茶园",
            "measure",
            0,
            section=0,
            body="由市农业农村局牵头",
            deadline="2030年底",
            topics=("种植业",),
            span=at("建设茶园"),
        ),
        Task(HOSTILE, "runin", 1, section=1, parent=0, span=at("每亩")),
        Task(HOSTILE, "runin", 2, section=1, parent=0, span=at("最高奖补")),
    ),
    responsibilities=(
        Responsibility(0, agency("云州市农业农村局", "市农业农村局"), "lead", 0, at("市农业农村局")),
        Responsibility(0, agency("云州市财政局", "市财政局", known=False), "support", 1, at("市财政局")),
        Responsibility(1, Agency("云州市各区人民政府", "各区政府", group=True), "responsible", 0, at("市财政局")),
    ),
    figures=(
        Figure(
            "target",
            "茶园面积",
            Decimal("1.50"),
            "万亩",
            ">=",
            year=2030,
            periodicity="cumulative",
            bindingness="预期性",
            task=0,
            span=at("茶园面积不低于1.5万亩"),
        ),
        Figure(
            "target",
            "出口额",
            Decimal("8.0"),
            "亿元",
            maximum=Decimal("10"),
            source="table",
            span=at("出口额8.0至10亿元"),
        ),
        Figure("observation", "茶园面积", Decimal("0.90"), "万亩", year=2025, span=at("2025年茶园面积0.90万亩")),
    ),
    places=(
        PlaceMention("青岚茶叶产业园", "青岚茶叶产业园", "park", "青岚县", ("绿茶", "种植业"), at("青岚茶叶产业园")),
    ),
    incentives=(Incentive(0, Decimal("500"), "元", True, "茶农", "每亩", at("最高奖补500元")),),
    references=(Reference("临江省茶业规划", "based_on", at("临江省茶业规划")),),
    gaps=(Gap("unknown-agency", "the registry has no such name", at("市财政局")),),
)


def lines(facts: Facts = FACTS, key: str = KEY, whole: str | None = WHOLE) -> list[str]:
    """Every line of a build of one document."""
    file = Source('a"b.txt', b"file")
    reading = Reading(TEXT, (facts,), encoding="utf-8")
    return [
        *ontology_quads(NAMES),
        *source(file_facts(file, reading), NAMES),
        *derived(key, file.sha256, NAMES),
        *stated(facts, TEXT, key, NAMES, whole),
        *entities(facts, key, NAMES),
        *gaps(facts.gaps, TEXT, key, NAMES),
    ]


Row = tuple[str, ...]


def oxigraph(data: str, query: str) -> list[Row]:
    store = ox.Store()
    store.load(data.encode(), format=ox.RdfFormat.N_QUADS)
    found = store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple("" if v is None else str(getattr(v, "value", v)) for v in row) for row in found)


def rdf_lib(data: str, query: str) -> list[Row]:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=data, format="nquads")
    return sorted(tuple("" if v is None else str(v) for v in row) for row in dataset.query(query))  # type: ignore[union-attr]


DOC = NAMES.document(KEY)
MEASURE = "建设茶园"
EXPECTED: dict[str, list[Row]] = {
    "alignments": [],
    "documents": [
        (
            "云州市茶业发展措施",
            "municipal",
            "measures",
            "云府办〔2026〕7号",
            "云州市人民政府办公厅",
            "2026-01-05",
            "2026-02-01",
            "2031-01-31",
            "十五五",
            NAMES.document(WHOLE),
        )
    ],
    "incentives": [(MEASURE, "茶农", "每亩", "500", "元", "true", "最高奖补500元")],
    "observations": [
        ("茶园面积", "0.9", "", "万亩", "=", "2025", "", "", "text", "", "2025年茶园面积0.90万亩"),
    ],
    "places": [
        ("青岚茶叶产业园", "青岚茶叶产业园", "park", "青岚县", "种植业"),
        ("青岚茶叶产业园", "青岚茶叶产业园", "park", "青岚县", "绿茶"),
    ],
    "references": [("临江省茶业规划", "based_on", "临江省茶业规划")],
    "responsibilities": [
        (MEASURE, "市农业农村局", "云州市农业农村局", "lead", "市农业农村局"),
        (MEASURE, "市财政局", "云州市财政局", "support", "市财政局"),
        (HOSTILE, "各区政府", "云州市各区人民政府", "responsible", "市财政局"),
    ],
    "sections": [("一", "主要任务", "1", "0", ""), ("（一）", "建设茶园", "2", "1", "主要任务")],
    "targets": [
        ("出口额", "8", "10", "亿元", "=", "", "", "", "table", "", "出口额8.0至10亿元"),
        (
            "茶园面积",
            "1.5",
            "",
            "万亩",
            ">=",
            "2030",
            "cumulative",
            "预期性",
            "text",
            MEASURE,
            "茶园面积不低于1.5万亩",
        ),
    ],
    "tasks": [(MEASURE, "measure", "主要任务"), (HOSTILE, "runin", "建设茶园"), (HOSTILE, "runin", "建设茶园")],
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_contract_query_answers_in_both_engines(name: str) -> None:
    """Each query of the contract finds the facts, with the same rows in pyoxigraph and in rdflib."""
    query = CONTRACT / f"{name}.rq"
    if not query.is_file():
        pytest.skip(f"the contract is not here: {query}")
    data, text = "".join(lines()), query.read_text(encoding="utf-8")
    found = oxigraph(data, text)

    own = 1 if name == "documents" else 2  # what the row is of: the document, and the IRI of the statement
    assert sorted(EXPECTED[name]) == sorted(row[own:] for row in found)
    assert {DOC} >= {row[0] for row in found}
    assert found == rdf_lib(data, text)


def test_lines_are_canonical() -> None:
    """Parsed and written again by the engine, the lines are the same bytes; no blank nodes."""
    written = sorted(set(lines()))
    store = ox.Store()
    store.load("".join(written).encode(), format=ox.RdfFormat.N_QUADS)
    again = sorted(f"{quad} .\n" for quad in store)

    assert written == again
    assert not any("_:" in line.split('"')[0] for line in written)


def test_shortcuts_and_structure() -> None:
    """Owners stand at the task; a task knows the task around it, its topic and when it is due."""
    query = """PREFIX gt: <https://w3id.org/guitu/ns#> PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?p (COUNT(*) AS ?n) WHERE { ?t a gt:Task ; ?p ?o FILTER(?p IN
        (gt:ownedBy, gt:ledBy, gt:supportedBy, gt:partOfTask, gt:deadline, gt:concerns, dcterms:description)) }
        GROUP BY ?p"""
    found = {row[0].rsplit("#")[-1].rsplit("/")[-1]: row[1] for row in oxigraph("".join(lines()), query)}

    assert found == {
        "ownedBy": "3",
        "ledBy": "1",
        "supportedBy": "1",
        "partOfTask": "2",
        "deadline": "1",
        "concerns": "1",
        "description": "1",
    }


def test_every_statement_is_proved() -> None:
    """Every piece of evidence names the range of the text that is its quote."""
    query = """PREFIX gt: <https://w3id.org/guitu/ns#>
        PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
        SELECT ?fact ?evidence ?quote
        WHERE { ?fact gt:evidence ?evidence . ?evidence a nif:RFC5147String ; nif:anchorOf ?quote }"""
    found = oxigraph("".join(lines()), query)

    assert len({row[0] for row in found}) == 1 + 2 + 3 + 3 + 3 + 1 + 1 + 1 + 1
    for _, evidence, quote in found:
        text, _, fragment = evidence.partition("#char=")
        start, end = map(int, fragment.split(","))
        assert (text, quote) == (NAMES.text(TEXT.sha256), VALUE[start:end])


def test_entities_have_one_label() -> None:
    """Known names stand in the registry, others in the entities; each has one preferred label in Chinese."""
    query = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?g ?x ?label WHERE { GRAPH ?g { ?x skos:prefLabel ?label } FILTER(LANG(?label) = "zh") }"""
    found = [row for row in oxigraph("".join(lines()), query) if not row[0].endswith("ontology")]
    where = {label: graph.rsplit("/")[-1] for graph, _, label in found}

    assert len({row[1] for row in found}) == len({row[2] for row in found}) == len({row[1:] for row in found})
    assert {"云州市农业农村局": "registry", "云州市财政局": "entities", "绿茶": "entities"}.items() <= where.items()
    assert {"云州市人民政府", "云州市", "青岚县", "出口额"} <= where.keys()


def test_statement_iris_stay() -> None:
    """A task put before the others changes no other IRI."""
    first = Task("新任务", "measure", 0, section=0, span=at("一、主要任务"))
    later = tuple(replace(t, order=t.order + 1, parent=None if t.parent is None else t.parent + 1) for t in FACTS.tasks)
    moved = replace(
        FACTS,
        tasks=(first, *later),
        responsibilities=tuple(replace(r, task=r.task + 1) for r in FACTS.responsibilities),
        figures=tuple(replace(f, task=None if f.task is None else f.task + 1) for f in FACTS.figures),
        incentives=tuple(replace(i, task=i.task + 1) for i in FACTS.incentives),
    )

    def subjects(found: list[str]) -> set[str]:
        return {line.split(" ")[0] for line in found}

    assert subjects(lines()) < subjects(lines(moved))
    assert len(subjects(lines(moved)) - subjects(lines())) == 1  # its range proves a section as well


def test_normalised_values() -> None:
    """A value is given in its base unit as well, where the unit is known."""
    query = """PREFIX gt: <https://w3id.org/guitu/ns#> PREFIX qudt: <http://qudt.org/schema/qudt/>
        SELECT ?n ?u WHERE { ?f gt:indicatorText "出口额" ; qudt:numericValue ?n ; qudt:hasUnit ?u }"""

    assert oxigraph("".join(lines()), query) == [("800000000", "http://qudt.org/vocab/unit/CCY_CNY")]


def test_support_can_be_summed() -> None:
    """The amount of a support is given in its base unit, too."""
    query = """PREFIX gt: <https://w3id.org/guitu/ns#> PREFIX qudt: <http://qudt.org/schema/qudt/>
        SELECT ?n ?u WHERE { ?f a gt:Incentive ; qudt:numericValue ?n ; qudt:hasUnit ?u }"""

    assert oxigraph("".join(lines()), query) == [("500", "http://qudt.org/vocab/unit/CCY_CNY")]


def test_a_deadline_is_a_year_and_a_day_as_well() -> None:
    """2030年底 is due in 2030, on its last day."""
    query = "PREFIX gt: <https://w3id.org/guitu/ns#> SELECT ?year ?day WHERE { ?t gt:dueYear ?year ; gt:dueDate ?day }"

    assert oxigraph("".join(lines()), query) == [("2030", "2030-12-31")]


def test_graph_keeps_the_shapes() -> None:
    """All that is written conforms to the shapes of the ontology."""
    triples = [re.sub(r" <[^<>]*> \.$", " .", line) for line in lines(whole=None)]
    union = rdflib.Graph().parse(data="".join(triples), format="nt")
    shape = rdflib.Graph().parse(data=shapes(), format="turtle")
    conforms, _, report = pyshacl.validate(union, shacl_graph=shape, inference="none")

    assert conforms, report
