"""The named questions as examples of SPARQL that endpoints can show: one Turtle file each, and one of prefixes.

In the form of https://github.com/sib-swiss/sparql-examples: a `sh:SPARQLExecutable` with the question in both
languages, keywords, and the endpoint that answers it (`schema:target`). A query stands as it can be run, with the
arguments of its example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.extract.errors import OptionError
from guitu.graph.ask.query import Question, bound, questions
from guitu.graph.quads.nquads import plain

BASE = "https://w3id.org/guitu/.well-known/sparql-examples/"
PREFIXES_FILE = "prefixes.ttl"
ENDPOINT = "http://127.0.0.1:8765/sparql"
"""Where `guitu serve` answers, if it is told nothing else."""
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]{1,2000}")  # https://data.example.org/sparql
_HEAD = """@prefix ex: <{base}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
_REMARK = re.compile(r"^#(?! needs:).*\n", re.MULTILINE)
_USED = re.compile(r"^PREFIX (\w+): <([^>]*)>$", re.MULTILINE)
_CLASS = re.compile(r"\bgt:([A-Z]\w+)")


def examples(endpoint: str = ENDPOINT) -> Iterator[tuple[str, str]]:
    """Names of files, and the Turtle that stands in them. OptionError for an endpoint that is no address."""
    if not _ADDRESS.fullmatch(endpoint):
        raise OptionError(endpoint, "it is no http or https address", f"try {ENDPOINT}")
    known = questions()
    used = {prefix: iri for one in known.values() for prefix, iri in _USED.findall(one.sparql)}
    yield PREFIXES_FILE, _prefixes(used)
    for one in known.values():
        yield f"{one.name}.ttl", _example(one, endpoint)


def _prefixes(used: dict[str, str]) -> str:
    told = "".join(
        f"ex:prefix-{prefix} sh:prefix {plain(prefix)} ;\n    sh:namespace {plain(used[prefix])}^^xsd:anyURI .\n"
        for prefix in sorted(used)
    )
    declared = " ,\n        ".join(f"ex:prefix-{prefix}" for prefix in sorted(used))
    return f"{_HEAD.format(base=BASE)}ex:prefixes sh:declare {declared} .\n\n{told}"


def _example(question: Question, endpoint: str) -> str:
    sparql = _REMARK.sub("", bound(question, question.example))
    keywords = sorted({question.group, *_CLASS.findall(question.sparql)})
    said = (f"    rdfs:comment {plain(question.asks[lang])}@{lang} ;" for lang in sorted(question.asks))
    lines = (
        f"ex:{question.name} a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;",
        *said,
        "    sh:prefixes ex:prefixes ;",
        f"    schema:keywords {' , '.join(map(plain, keywords))} ;",
        f"    sh:select {_long(sparql)} ;",
        f"    schema:target <{endpoint}> .",
    )
    return _HEAD.format(base=BASE) + "\n".join(lines) + "\n"


def _long(text: str) -> str:
    """A text over several lines as Turtle has it."""
    told = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""{told}"""' if not told.endswith('"') else f'"""{told[:-1]}\\""""'
