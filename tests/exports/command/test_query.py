"""`guitu query`: known prefixes, forms, faults."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from guitu.exports.command.cli import main

TASKS = "SELECT ?title { ?task a gt:Task ; dcterms:title ?title } ORDER BY ?title LIMIT 3"
TYPES = "CONSTRUCT { ?d a gt:Document } WHERE { ?d a gt:Document }"


def run(*args: str, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["--lang", lang, "query", *args, "--store", "published"])


@pytest.mark.parametrize(("form", "parsed"), [
    ("json", ox.QueryResultsFormat.JSON), ("tsv", ox.QueryResultsFormat.TSV), ("xml", ox.QueryResultsFormat.XML),
])  # fmt: skip
def test_rows_in_standard_forms(form: str, parsed: ox.QueryResultsFormat) -> None:
    """Read back by a library, every form has the rows of the table."""
    found = ox.parse_query_results(run(TASKS, "--format", form).stdout_bytes, format=parsed)
    assert isinstance(found, ox.QuerySolutions)
    table = run(TASKS).stdout.splitlines()[2:]

    assert [row["title"].value for row in found] == table


@pytest.mark.parametrize(("form", "parsed"), [
    ("turtle", ox.RdfFormat.TURTLE), ("nt", ox.RdfFormat.N_TRIPLES), ("jsonld", ox.RdfFormat.JSON_LD),
])  # fmt: skip
def test_triples_in_standard_forms(form: str, parsed: ox.RdfFormat) -> None:
    """Every form has the same triples."""
    triples = {str(quad.triple) for quad in ox.parse(run(TYPES, "--format", form).stdout_bytes, format=parsed)}

    assert len(triples) == len(run(TYPES).stdout.splitlines()) - 2


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("query", "form"), [(TASKS, "turtle"), (TASKS, "nt"), (TYPES, "tsv"), (TYPES, "xml")])
def test_forms_that_do_not_fit(query: str, form: str, lang: str) -> None:
    """One line, usage code."""
    result = run(query, "--format", form, lang=lang)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_faults_name_their_file(tmp_path: Path) -> None:
    """File, line, column, what, what to do; in both languages."""
    path = tmp_path / "a.rq"
    path.write_text("SELECT ?t {\n ?t a gtx:Task }", "utf-8")

    assert run(str(path)).stderr == (
        f"guitu: {path}: line 2, column 7: the prefix gtx: is not known; did you mean gt:\n"
    )
    assert run("SELECT ?t { ?t a “云” }", lang="zh").stderr == 'guitu: 第 1 行第 18 列：全角符号：“；请改写为半角 "\n'
    assert run("SELCT").exit_code == 1


def test_ask_as_json_is_for_programs() -> None:
    """Typed values under the same keys in every language, with IRIs."""
    found = [
        json.loads(
            CliRunner().invoke(main, ["--lang", lang, "ask", "load", "--store", "published", "--format", "json"]).stdout
        )
        for lang in ("zh", "en")
    ]

    assert found[0] == found[1]
    assert isinstance(found[0][0]["tasks"], int)
    assert found[0][0]["iri"].startswith("https://")
