"""The promises, on the five real plans: contract, proof, completeness, same bytes, formats that others read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import to_isomorphic

from guitu.exports.command.files import write_export
from guitu.graph.build import build
from guitu.graph.checks.check import check
from guitu.graph.checks.verify import verify
from guitu.graph.keep.store import Store

Program = Callable[[str, str], str]
CONTRACT = (
    "alignments", "documents", "incentives", "observations", "places",
    "references", "responsibilities", "sections", "targets", "tasks",
)  # fmt: skip
SOURCES = """
PREFIX gt: <https://w3id.org/guitu/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?doc (COUNT(DISTINCT ?file) AS ?files) { ?doc a gt:Document ; prov:wasDerivedFrom ?file } GROUP BY ?doc
"""
SCAN = "pingshan-real-economy.pdf"  # pictures of pages: minutes of reading, and without `guitu[ocr]` nothing
EXPORTS = ("turtle", "trig", "nquads", "jsonld", "rdfxml")
ENDINGS = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "jsonld": "jsonld", "rdfxml": "rdf"}


AGAIN = """
import sys
from pathlib import Path
from guitu.exports.command.files import write_export
from guitu.graph.build import build
from guitu.graph.keep.store import Store

if __name__ == "__main__":
    build(sorted(Path(sys.argv[1]).iterdir(), reverse=True), Path("store"), workers=2)
    lines = tuple(Store.open(Path("store")).quads())
    for form, end in ENDINGS.items():
        write_export(lambda: lines, form, f"whole.{end}")
""".replace("ENDINGS", repr(ENDINGS))


def test_every_proof_of_other_real_documents_is_replayed(shared: Path, tmp_path: Path) -> None:
    """Documents of other places, fields and formats: quotes, names and places are what the rules make of the words."""
    papers = [path for path in sorted((shared / "more").iterdir()) if path.name != SCAN]
    report = build(papers, tmp_path / "store", workers=os.cpu_count() or 1)
    assert not report.problems
    found = verify(Store.open(tmp_path / "store"))
    assert found.failures == ()
    assert found.evidences > 3_000


@pytest.fixture(scope="module")
def exported(corpus_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole build in every format, each in one file."""
    folder = tmp_path_factory.mktemp("exports")
    store = Store.open(corpus_build)
    lines = tuple(store.quads())
    for form in EXPORTS:
        write_export(lambda: lines, form, str(folder / f"whole.{ENDINGS[form]}"))
    return folder


@pytest.fixture(scope="module")
def engines(exported: Path) -> tuple[ox.Store, rdflib.Dataset]:
    """The exported N-Quads in two engines."""
    quick, slow = ox.Store(), rdflib.Dataset(default_union=True)
    quick.bulk_load(path=str(exported / "whole.nq"), format=ox.RdfFormat.N_QUADS)
    slow.parse(exported / "whole.nq", format="nquads")
    return quick, slow


@pytest.mark.parametrize("name", CONTRACT)
def test_both_engines_answer_the_contract_alike(
    shared: Path, engines: tuple[ox.Store, rdflib.Dataset], name: str
) -> None:
    """Each query of the contract gives the same rows; only alignments may have none."""
    query = (shared / "contract" / f"{name}.rq").read_text("utf-8")
    quick, slow = engines
    solutions = quick.query(query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    one = sorted([row[n].value if row[n] is not None else "" for n in names] for row in solutions)
    other = sorted(["" if row[n] is None else str(row[n]) for n in names] for row in slow.query(query))  # type: ignore[index, call-overload]

    assert one == other
    assert one or name == "alignments"


def test_every_fact_is_proved(corpus_build: Path, shared: Path) -> None:
    """Every quote is replayed, from the kept texts and from the files read again."""
    store = Store.open(corpus_build)
    for sources in (None, [shared / "corpus"]):
        report = verify(store, sources)

        assert report.proved, report.failures
        assert report.quoted == report.evidences > 600


def test_the_build_conforms(corpus_build: Path) -> None:
    """The shapes hold."""
    store = Store.open(corpus_build)
    report = check(store)

    assert report.conforms, report


def test_the_plan_in_two_files_is_one_document(corpus_build: Path) -> None:
    """Five files hold six documents; the annexed copy is recorded as a source, not read twice."""
    rows = Store.open(corpus_build).query(SOURCES).rows

    assert sorted(int(row[1] or 0) for row in rows) == [1, 1, 1, 1, 1, 2]


def test_a_second_build_reads_nothing(shared: Path, corpus_build: Path, tmp_path: Path) -> None:
    """Unchanged files come out of the cache, and the graph stays."""
    store = tmp_path / "store"
    shutil.copytree(corpus_build, store)
    report = build([shared / "corpus"], store)

    assert (report.read, report.reused) == (0, 5)


def test_builds_are_the_same_to_the_byte(shared: Path, exported: Path, tmp_path: Path) -> None:
    """Other folder, other order, other hash seed, two workers: the same exports."""
    copies = tmp_path / "elsewhere"
    shutil.copytree(shared / "corpus", copies)
    (tmp_path / "again.py").write_text(AGAIN, "utf-8")
    env = os.environ | {"PYTHONHASHSEED": "12345"}
    subprocess.run([sys.executable, "again.py", str(copies)], cwd=tmp_path, env=env, check=True)

    for end in ENDINGS.values():
        assert (tmp_path / f"whole.{end}").read_bytes() == (exported / f"whole.{end}").read_bytes()


# ---- other parsers ----


def triples(path: Path, form: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(path, format=form)
    return graph


@pytest.mark.parametrize(("end", "form"), [("ttl", "turtle"), ("rdf", "xml")])
def test_rdflib_reads_the_triples(
    engines: tuple[ox.Store, rdflib.Dataset], exported: Path, end: str, form: str
) -> None:
    """Turtle and RDF/XML hold every triple of the build, whatever its graph."""
    found = triples(exported / f"whole.{end}", form)
    _, slow = engines
    union = rdflib.Graph()
    union += ((s, p, o) for s, p, o, _ in slow.quads())

    assert to_isomorphic(found) == to_isomorphic(union)


@pytest.mark.parametrize(("end", "form"), [("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_reads_the_quads(engines: tuple[ox.Store, rdflib.Dataset], exported: Path, end: str, form: str) -> None:
    """TriG and JSON-LD keep the named graphs."""
    found = rdflib.Dataset()
    found.parse(exported / f"whole.{end}", format=form)
    _, slow = engines

    assert set(found.quads()) == set(slow.quads())


@pytest.mark.parametrize(
    ("command", "package", "options", "end"),
    [
        ("rapper", "raptor2-utils", ("-q", "-i", "turtle", "-o", "ntriples"), "ttl"),
        ("rapper", "raptor2-utils", ("-q", "-i", "rdfxml", "-o", "ntriples"), "rdf"),
        ("serdi", "serdi", ("-i", "turtle", "-o", "ntriples"), "ttl"),
        ("serdi", "serdi", ("-i", "trig", "-o", "nquads"), "trig"),
        ("serdi", "serdi", ("-i", "nquads", "-o", "nquads"), "nq"),
    ],
)
def test_parsers_in_c_read_the_same(  # noqa: PLR0917 - a row of the table
    engines: tuple[ox.Store, rdflib.Dataset],
    exported: Path,
    program: Program,
    command: str,
    package: str,
    options: tuple[str, ...],
    end: str,
) -> None:
    """rapper and serdi write what they read as lines; these are the build's."""
    path = str(exported / f"whole.{end}")
    done = subprocess.run([program(command, package), *options, path], capture_output=True, check=True)
    form = ox.RdfFormat.N_QUADS if options[-1] == "nquads" else ox.RdfFormat.N_TRIPLES
    found = set(ox.parse(done.stdout, format=form))
    quick, _ = engines
    graphs = form is ox.RdfFormat.N_QUADS
    wanted = {q if graphs else ox.Quad(q.subject, q.predicate, q.object) for q in quick}

    assert found == wanted
