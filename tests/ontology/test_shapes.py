"""The shapes refuse what a build must not hold, and the facts profile what must not be published."""

from __future__ import annotations

import pyshacl
import pytest
import rdflib

from guitu.ontology import terms
from guitu.ontology.shapes import Profile, shapes

PREFIXES = """
@prefix gt: <https://w3id.org/guitu/ns#> . @prefix d: <https://x/> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> .
"""
HASH = "0" * 64
PROOF = f"<https://x/text/{HASH}#char=0,2>"
QUOTE = f'{PROOF} nif:anchorOf "茶园" .'
WRITTEN = 'd:r gt:asWritten "市茶局" .'
FACTS = f"""
d:f a gt:File ; schema:sha256 "{HASH}" ; schema:name "a.txt" .
<https://x/text/{HASH}> a nif:Context ; schema:sha256 "{HASH}" ; prov:wasDerivedFrom d:f .
{PROOF} a nif:RFC5147String .
d:doc a gt:Document ; dcterms:title "茶园规划"@zh ; prov:wasDerivedFrom d:f ; gt:evidence {PROOF} .
d:s a gt:Section ; dcterms:title "任务"@zh ; gt:depth 1 ; gt:order 0 ; dcterms:isPartOf d:doc ;
    gt:inDocument d:doc ; gt:evidence {PROOF} .
d:t a gt:Task ; dcterms:title "建设茶园"@zh ; gt:form gt:form-runin ; gt:order 0 ; dcterms:isPartOf d:s ;
    gt:inDocument d:doc ; gt:evidence {PROOF} ; gt:ownedBy d:a .
d:r a gt:Responsibility ; gt:ofTask d:t ; gt:agency d:a ; gt:role gt:role-lead ; gt:order 0 ;
    gt:inDocument d:doc ; gt:evidence {PROOF} .
d:a a gt:Agency ; skos:prefLabel "云州市茶业局"@zh .
d:i a gt:Indicator ; skos:prefLabel "茶园面积"@zh .
d:v a gt:Target ; gt:indicator d:i ; gt:indicatorText "茶园面积" ; gt:value 1.5 ; gt:unitText "万亩" ;
    gt:comparator gt:comparator-ge ; gt:source gt:source-text ; gt:inDocument d:doc ; gt:evidence {PROOF} .
d:d a gt:DivisionTable ; gt:inDocument d:doc ; gt:evidence {PROOF} ; gt:rowCount 3 ; gt:hasColumn d:c0, d:c1 .
d:c0 a gt:TableColumn ; gt:order 0 ; gt:columnHeading "任务" ; gt:columnRole gt:column-title .
d:c1 a gt:TableColumn ; gt:order 1 ; gt:columnHeading "经办" .
d:g a gt:Gap ; gt:gapKind gt:gap-unread-duty ; gt:inDocument d:doc ; gt:evidence {PROOF} ; gt:reason "no agency" .
"""
WHOLE = FACTS + QUOTE + WRITTEN


def conforms(turtle: str, profile: Profile) -> tuple[bool, str]:
    data = rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")
    shape = rdflib.Graph().parse(data=shapes(profile), format="turtle")
    ok, _, report = pyshacl.validate(data, shacl_graph=shape, inference="none")
    return bool(ok), str(report)


@pytest.mark.parametrize(("turtle", "profile"), [(WHOLE, "full"), (FACTS, "facts")])
def test_a_right_graph_conforms(turtle: str, profile: Profile) -> None:
    """A whole build conforms; without the words of the documents it conforms to the facts profile."""
    ok, report = conforms(turtle, profile)

    assert ok, report


BREACHES = [
    ("a task in two sections", WHOLE + "d:t dcterms:isPartOf d:s2 . d:s2 a gt:Section .", "full"),
    ("a task in itself as a document", WHOLE.replace("dcterms:isPartOf d:s ;", "dcterms:isPartOf d:doc ;"), "full"),
    ("a task without a title", WHOLE.replace('dcterms:title "建设茶园"@zh ;', ""), "full"),
    ("a title in no language", WHOLE.replace('"建设茶园"@zh', '"建设茶园"'), "full"),
    ("a fact without evidence", WHOLE.replace(f"gt:evidence {PROOF} ; gt:ownedBy", "gt:ownedBy"), "full"),
    ("evidence without a quote", FACTS + WRITTEN, "full"),
    ("a duty without the name as written", FACTS + QUOTE, "full"),
    ("an agency with two names", WHOLE + 'd:a skos:prefLabel "茶业局"@zh .', "full"),
    ("an agency without a Chinese name", WHOLE.replace('"云州市茶业局"@zh', '"Tea Bureau"@en'), "full"),
    ("a role of no list", WHOLE.replace("gt:role-lead", "gt:role-owner"), "full"),
    ("an owner that is no agency", WHOLE + "d:t gt:ownedBy d:i .", "full"),
    ("a value that is no decimal", WHOLE.replace("gt:value 1.5", 'gt:value "1.5"'), "full"),
    ("a target without a unit", WHOLE.replace('gt:unitText "万亩" ;', ""), "full"),
    ("a gap of no kind", WHOLE.replace("gt:gapKind gt:gap-unread-duty ;", ""), "full"),
    ("a hash that is none", WHOLE.replace(f'schema:sha256 "{HASH}"', 'schema:sha256 "0"'), "full"),
    ("a statement of no document", WHOLE.replace("gt:inDocument d:doc ;", "", 1), "full"),
    ("a table without columns", WHOLE.replace("gt:hasColumn d:c0, d:c1", "gt:rowCount 3"), "full"),
    ("a table without its header", WHOLE.replace(f"gt:evidence {PROOF} ; gt:rowCount", "gt:rowCount"), "full"),
    ("a column of no table", WHOLE.replace("d:c0, d:c1", "d:c0"), "full"),
    ("a column without a heading", WHOLE.replace('gt:columnHeading "经办"', "gt:order 1"), "full"),
    ("a column of two roles", WHOLE + "d:c0 gt:columnRole gt:column-body .", "full"),
    ("a column of an unknown role", WHOLE.replace("gt:column-title", "gt:role-lead"), "full"),
    ("a sentence for a heading published", FACTS.replace('"经办"', f'"{"由某处经办" * 6}"'), "facts"),
    ("a quote published", FACTS + QUOTE, "facts"),
    ("a name as written published", FACTS + WRITTEN, "facts"),
    ("a body published", FACTS + 'd:t dcterms:description "由市茶业局建设"@zh .', "facts"),
    ("a condition published", FACTS + 'd:x gt:condition "每亩"@zh .', "facts"),
    ("a beneficiary published", FACTS + 'd:x gt:beneficiary "茶农"@zh .', "facts"),
    ("a reason that quotes published", FACTS.replace('"no agency"', '"no agency in “茶园”"'), "facts"),
    ("a fact less in the facts profile", FACTS.replace("gt:role gt:role-lead ;", ""), "facts"),
]


@pytest.mark.parametrize(("turtle", "profile"), [row[1:] for row in BREACHES], ids=[row[0] for row in BREACHES])
def test_a_breach_is_found(turtle: str, profile: Profile) -> None:
    """Each graph with one thing wrong does not conform."""
    ok, _ = conforms(turtle, profile)

    assert not ok


def test_lists_of_the_shapes_are_whole() -> None:
    """Where a shape lists the values of a property, it has every concept of their scheme."""
    graph = rdflib.Graph().parse(data=shapes("full"), format="turtle")
    heads = graph.objects(None, rdflib.SH["in"])
    listed = [{str(one) for one in rdflib.collection.Collection(graph, head)} for head in heads]
    schemes = [{str(one) for one in codes.values()} for codes in terms.SCHEMES.values()]

    assert [found for found in listed if any(found & scheme and found != scheme for scheme in schemes)] == []
    assert sum(found in schemes for found in listed) >= len(schemes)
