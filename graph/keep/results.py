"""Answers of queries in the standard forms of SPARQL (JSON, CSV, TSV, XML), written as the rows come.

The engine writes these forms too, but only whole: a row at a time an answer can be cut, sent on and ended.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Literal

import pyoxigraph as ox

Form = Literal["csv", "tsv", "json", "xml"]
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_XML = '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>'
_ROWS = 500  # in a piece
_QUOTED = re.compile('[",\r\n]')
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EDGES = re.compile(r"\A[ \t\n]+|[ \t\n]+\Z")  # which readers of XML strip
_PARTS = ("subject", "predicate", "object")
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def boolean(answer: bool, form: Form) -> bytes:
    """The answer of an ASK; CSV and TSV, which have no form for it, get one column."""
    told = "true" if answer else "false"
    if form == "json":
        return f'{{"head":{{}},"boolean":{told}}}'.encode()
    if form == "xml":
        return f"{_XML}</head><boolean>{told}</boolean></sparql>".encode()
    return f"answer\r\n{told}\r\n".encode()


def solutions(names: Sequence[str], rows: Iterable[ox.QuerySolution], form: Form) -> Iterator[bytes]:
    """The rows of a SELECT in pieces."""
    write = {"csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}[form]
    told = write(names, rows)
    while piece := "".join(islice(told, _ROWS)):
        yield piece.encode("utf-8")


def _csv(names: Sequence[str], rows: Iterable[ox.QuerySolution]) -> Iterator[str]:
    yield ",".join(names) + "\r\n"
    for row in rows:
        yield ",".join("" if term is None else _cell(term) for term in row) + "\r\n"


def _cell(term: _Term) -> str:
    if isinstance(term, ox.Triple):
        told = " ".join(_cell(part) for part in (term.subject, term.predicate, term.object))
    else:
        told = f"_:{term.value}" if isinstance(term, ox.BlankNode) else term.value
    return '"' + told.replace('"', '""') + '"' if _QUOTED.search(told) else told


def _tsv(names: Sequence[str], rows: Iterable[ox.QuerySolution]) -> Iterator[str]:
    yield "\t".join(f"?{name}" for name in names) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else _written(term) for term in row) + "\n"


def _written(term: _Term) -> str:
    if isinstance(term, ox.Triple):
        return f"<<( {' '.join(_written(part) for part in (term.subject, term.predicate, term.object))} )>>"
    return str(term)


def _json(names: Sequence[str], rows: Iterable[ox.QuerySolution]) -> Iterator[str]:
    yield f'{{"head":{_dumped({"vars": list(names)})},"results":{{"bindings":['
    between = ""
    for row in rows:
        found = {name: _object(term) for name, term in zip(names, row, strict=True) if term is not None}
        yield between + _dumped(found)
        between = ","
    yield "]}}"


def _object(term: _Term) -> dict[str, object]:
    if isinstance(term, ox.Triple):
        parts = (term.subject, term.predicate, term.object)
        return {"type": "triple", "value": dict(zip(_PARTS, map(_object, parts), strict=True))}
    if not isinstance(term, ox.Literal):
        return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _xml(names: Sequence[str], rows: Iterable[ox.QuerySolution]) -> Iterator[str]:
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - brings HTTP along

    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    yield f"{_XML}{variables}</head><results>"
    for row in rows:
        found = (
            f"<binding name={quoteattr(name)}>{_element(term)}</binding>"
            for name, term in zip(names, row, strict=True)
            if term is not None
        )
        yield "".join(chain(("<result>",), found, ("</result>",)))
    yield "</results></sparql>"


def _element(term: _Term) -> str:
    from xml.sax.saxutils import escape, quoteattr  # noqa: PLC0415 - as above

    if isinstance(term, ox.Triple):
        parts = zip(_PARTS, (term.subject, term.predicate, term.object), strict=True)
        return "<triple>" + "".join(f"<{name}>{_element(part)}</{name}>" for name, part in parts) + "</triple>"
    told = escape(_NO_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    told = _EDGES.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), told)
    if not isinstance(term, ox.Literal):
        kind = "uri" if isinstance(term, ox.NamedNode) else "bnode"
        return f"<{kind}>{told}</{kind}>"
    if term.language:
        return f'<literal xml:lang="{term.language}">{told}</literal>'
    typed = "" if term.datatype.value == _STRING else f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{typed}>{told}</literal>"
