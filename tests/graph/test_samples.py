"""The graph of the sample plans: its words are declared, and what is inferred stands apart from what is stated."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from guitu.graph.ask.query import ask
from guitu.graph.build import build
from guitu.graph.checks.check import check
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std
from guitu.ontology import terms

SAMPLES = Path(str(files("guitu.extract"))) / "samples"
NAMES = Names()
VOCABULARY = NAMES.graph("ontology")
INFERRED = {NAMES.graph(name) for name in ("links", "alignments", "suggestions")}
CONCLUDING = {
    terms.score, terms.because, terms.subjectTask, terms.objectTask, std.RDF_SUBJECT, std.RDF_PREDICATE, std.RDF_OBJECT,
    std.SKOS_EXACT_MATCH, std.SKOS_CLOSE_MATCH, std.SKOS_RELATED_MATCH,
    std.ELI_BASED_ON, std.ELI_IMPLEMENTS, std.ELI_CITES, std.ELI_HAS_ANNEX,
}  # fmt: skip
CONCLUSIONS = {terms.Link, terms.Alignment, terms.Suggestion}


Quad = tuple[str | None, ...]
"""Graph, subject, predicate, object."""


def everything(store: Store) -> set[Quad]:
    return set(store.query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }").rows)


def stated(quads: set[Quad]) -> set[Quad]:
    documents = {s for _, s, p, o in quads if p == std.RDF_TYPE and o == terms.Document}
    return {quad for quad in quads if quad[0] in documents}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    place = tmp_path_factory.mktemp("samples") / "store"
    build([SAMPLES], place)
    return Store.open(place)


@pytest.fixture(scope="module")
def quads(store: Store) -> set[Quad]:
    return everything(store)


def test_own_words_are_declared(quads: set[Quad]) -> None:
    """Every property, class and coded value of Guitu's namespace that a build uses is declared in its vocabulary."""
    declared = {s for g, s, p, _ in quads if g == VOCABULARY and p == std.RDF_TYPE}
    used = {node for quad in quads for node in quad[1:] if node and node.startswith(terms.NS) and node != terms.NS}

    assert used <= declared


def test_stated_graphs_conclude_nothing(quads: set[Quad]) -> None:
    """Conclusions stand in the graphs for them, and nowhere else."""
    apart = {quad for quad in quads if quad[0] not in INFERRED | {VOCABULARY}}

    assert any(g in INFERRED for g, *_ in quads)
    assert not {p for _, _, p, _ in apart} & CONCLUDING
    assert not {o for _, _, p, o in apart if p == std.RDF_TYPE} & CONCLUSIONS


def test_stated_does_not_rest_on_other_documents(quads: set[Quad], tmp_path: Path) -> None:
    """What is left of a document without the inferred graphs is what it states when it is read alone."""
    alone: set[Quad] = set()
    for number, file in enumerate(sorted(SAMPLES.iterdir())):
        build([file], tmp_path / str(number))
        alone |= stated(everything(Store.open(tmp_path / str(number))))

    assert stated({quad for quad in quads if quad[0] not in INFERRED}) == alone != set()


def test_every_link_has_score_and_reason(quads: set[Quad]) -> None:
    """Each concluded triple has its link with score and reason, and each link that is judged to hold its triple.

    That a document was found in a file is told in the provenance graph.
    """
    about: dict[str | None, dict[str | None, str | None]] = {}
    for g, s, p, o in quads:
        if g == NAMES.graph("links"):
            about.setdefault(s, {})[p] = o
    links = {s for s, told in about.items() if told.get(std.RDF_TYPE) == terms.Link}
    parts = (std.RDF_SUBJECT, std.RDF_PREDICATE, std.RDF_OBJECT)
    concluded = {about[link][std.RDF_PREDICATE] for link in links}
    places = (NAMES.graph("links"), NAMES.graph("provenance"))
    plain = {quad[1:] for quad in quads if quad[0] in places and quad[2] in concluded and quad[1] not in links}
    stated = (terms.JUDGEMENTS["same"], terms.JUDGEMENTS["resolved"])
    same = {link for link in links if about[link][terms.judgement] in stated}

    told = {tuple(about[link][part] for part in parts) for link in same}
    assert told == {triple for triple in plain if triple in told or triple[1] != std.PROV_WAS_DERIVED_FROM} != set()
    assert all(about[link][terms.score] and about[link][terms.reason] for link in links)


def test_samples_conform(store: Store) -> None:
    """The graph of the samples keeps every shape."""
    assert check(store).violations == ()


def test_a_gap_is_one_row(store: Store, quads: set[Quad]) -> None:
    """A gap whose place proves a fact as well is answered once."""
    gaps = {s for _, s, p, o in quads if p == std.RDF_TYPE and o == terms.Gap}

    assert len(ask(store, "gaps", (), "zh").rows) == len(gaps) > 0


def test_a_way_over_an_alignment_has_both_quotes(store: Store) -> None:
    """Like every other step: the words of either task that show it."""
    ((*_, quotes),) = ask(store, "path", ["新建产地仓8个", "支持产地仓建设"]).rows

    assert quotes == "对新建产地仓按每平方米300元 | 新建产地仓8个"
