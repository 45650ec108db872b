"""The SPARQL endpoint, and its description."""

from __future__ import annotations

from typing import cast

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from guitu.exports.rdf.formats import serialize
from guitu.exports.service import protocol
from guitu.exports.service.answers import NotAcceptable, body_of, site_of, written
from guitu.exports.service.asking import Desk
from guitu.exports.service.description import describe
from guitu.exports.service.jobs import About, Based, Counted
from guitu.exports.service.negotiate import HTML, ROWS, TRIPLES, Form, chosen
from guitu.exports.service.protocol import BadRequest
from guitu.extract.errors import QueryError
from guitu.graph.ask.free import explained, form_of, prefixed
from guitu.graph.keep.asking import GraphFormat, RowFormat

_SERIALIZED = {"turtle": "turtle", "nt": "nquads", "jsonld": "jsonld", "rdfxml": "rdfxml"}


async def sparql(request: Request) -> Response:
    """A query by GET or POST; a GET without one is answered with the description, to a browser with the page."""
    desk: Desk = request.app.state.desk
    address: bytes = request.scope["query_string"]
    if request.method == "POST":
        body = await body_of(request, desk.bounds.body)
        asked = protocol.from_body(address, request.headers.get("content-type", ""), body)
    else:
        found = protocol.from_address(address)
        if found is None:
            if chosen(request.headers.get("accept"), (*TRIPLES, HTML)) == HTML:
                return RedirectResponse(f"{request.scope.get('root_path', '')}/query", 303, {"vary": "Accept"})
            return await description(request)
        asked = found
    base: str = await desk.kept("base", Based())
    text = prefixed(asked.query, base)
    if not form_of(asked.query):
        raise await _fault(desk, text, asked.query, base)
    rows = form_of(asked.query) in ("SELECT", "ASK")
    form = _form(request, asked.form, ROWS if rows else TRIPLES)
    wanted = (cast(RowFormat, form.name if rows else "json"), cast(GraphFormat, "nt" if rows else form.name))
    try:
        return written(request, await desk.written(text, wanted, asked.dataset), form)
    except QueryError as error:
        raise explained(error, asked.query, base) from None


async def _fault(desk: Desk, text: str, query: str, base: str) -> QueryError:
    """What is wrong with a text that begins as no query: as the engine says it, or that it is an update."""
    try:
        await desk.written(text, ("json", "nt"), None)
    except QueryError as error:
        return explained(error, query, base)
    return QueryError("", "this is no query")


async def description(request: Request) -> Response:
    """The service and its graph described: SPARQL Service Description, VoID and DCAT in one."""
    desk: Desk = request.app.state.desk
    form = _form(request, request.query_params.get("format", ""), TRIPLES)
    about: About = await desk.kept("about", Counted())
    told = serialize(describe(site_of(request), about), _SERIALIZED[form.name])
    return Response(told, media_type=form.content_type, headers={"vary": "Accept"})


def _form(request: Request, name: str, offered: tuple[Form, ...]) -> Form:
    """The form that is asked for, by name or by the Accept header."""
    if name:
        found = next((form for form in offered if form.name == name), None)
        if found is None:
            raise BadRequest("format is one of " + ", ".join(form.name for form in offered))
        return found
    form = chosen(request.headers.get("accept"), offered)
    if form is None:
        raise NotAcceptable(offered)
    return form
