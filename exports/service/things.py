"""A page for every IRI of the graph, and the same as data.

An address of the service leads to the thing whose IRI has the same path: `/id/agency/云州市水务局` to
`https://w3id.org/guitu/id/agency/云州市水务局`, so that one reverse proxy puts the service where the IRIs point;
`/thing?iri=` leads to any. The form is negotiated, or chosen by an ending: .ttl .nt .jsonld .rdf .html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast
from urllib.parse import quote, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from guitu.exports.python.proofs import is_iri
from guitu.exports.service.answers import NotAcceptable, language, page, written
from guitu.exports.service.asking import Desk
from guitu.exports.service.jobs import Account, Based, Thing
from guitu.exports.service.negotiate import ENDINGS, HTML, TRIPLES, Form, chosen
from guitu.exports.service.protocol import BadRequest
from guitu.graph.keep.asking import GraphFormat
from guitu.ontology import standards as std
from guitu.ontology import terms

_LONGEST = 2_000  # characters of an IRI
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_DATA = """CONSTRUCT { <%s> ?p ?o . ?proof <%s> ?quote } {
  { <%s> ?p ?o } UNION { <%s> <%s> ?proof . ?proof <%s> ?quote }
}"""


async def thing(request: Request) -> Response:
    """The thing of `?iri=`."""
    iri = request.query_params.get("iri", "")
    if not is_iri(iri) or len(iri) > _LONGEST:
        raise BadRequest("iri is an absolute IRI")
    if not await _is_there(request, iri):
        raise HTTPException(404)
    return await _answered(request, iri, request.query_params.get("format", ""))


async def addressed(request: Request) -> Response:
    """The thing whose IRI has the path of the address."""
    if request.method not in ("GET", "HEAD"):
        raise HTTPException(405, headers={"allow": "GET, HEAD"})
    base: str = await _desk(request).kept("base", Based())
    raw: bytes = request.scope.get("raw_path") or b""
    for iri in _meant(raw.partition(b"?")[0], base):
        if await _is_there(request, iri):
            return await _answered(request, iri, "")
        stem, _, ending = iri.rpartition(".")
        if ending in ENDINGS and await _is_there(request, stem):
            return await _answered(request, stem, ENDINGS[ending])
    raise HTTPException(404)


def _meant(path: bytes, base: str) -> Iterator[str]:
    """The IRIs that a path can mean: of things below the base, by its whole path or by the last folder of it (/id/…),
    and of terms (/guitu/ns, /ns)."""
    try:
        written = _readable(path.decode("ascii"))
    except (UnicodeDecodeError, ValueError):
        return
    if base:
        whole = urlsplit(base).path
        for folder in dict.fromkeys((whole, "/" + whole.rstrip("/").rpartition("/")[2] + "/")):
            if written.startswith(folder) and len(written) > len(folder):
                yield base + written[len(folder) :]
    name = urlsplit(terms.NS).path.rstrip("#")
    if written in (name, "/" + name.rpartition("/")[2]):
        yield terms.NS.rstrip("#")


def _readable(path: str) -> str:
    """A path with the letters that are not ASCII as they are; what else is encoded stays so, as it is in IRIs.

    >>> _readable("/id/%E4%BA%91%20a")
    '/id/云%20a'
    """

    def decode(found: re.Match[str]) -> str:
        parts = re.findall(r"((?:%[89A-Fa-f][0-9A-Fa-f])+)|((?:%[0-7][0-9A-Fa-f])+)", found[0])
        return "".join(bytes.fromhex(far.replace("%", "")).decode("utf-8") if far else near for far, near in parts)

    return _ENCODED.sub(decode, path)


async def _is_there(request: Request, iri: str) -> bool:
    if not is_iri(iri) or len(iri) > _LONGEST:
        return False
    found: Account | None = await _desk(request).value(Thing(iri, language(request)))
    return found is not None


async def _answered(request: Request, iri: str, name: str) -> Response:
    offered = (HTML, *TRIPLES)
    form = next((one for one in offered if one.name == name), None) if name else _negotiated(request, offered)
    if form is None:
        raise BadRequest("format is one of " + ", ".join(one.name for one in offered))
    if form != HTML:
        query = _DATA % (iri, std.NIF_ANCHOR_OF, iri, iri, terms.evidence, std.NIF_ANCHOR_OF)
        found = await _desk(request).written(query, ("json", cast(GraphFormat, form.name)), None)
        return written(request, found, form)
    account: Account | None = await _desk(request).value(Thing(iri, language(request)))
    if account is None:
        raise HTTPException(404)
    root = request.scope.get("root_path", "")
    links = {one.name: f"{root}/thing?format={one.name}&iri={quote(iri, safe='')}" for one in TRIPLES}
    answer = page("thing.html", request, thing=account, links=links)
    told = ", ".join(f'<{links[one.name]}>; rel="alternate"; type="{one.media}"' for one in TRIPLES)
    answer.headers["link"] = told
    return answer


def _negotiated(request: Request, offered: tuple[Form, ...]) -> Form:
    form = chosen(request.headers.get("accept"), offered)
    if form is None:
        raise NotAcceptable(offered)
    return form


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk
