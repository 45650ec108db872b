"""The service as an application of ASGI: its addresses, and what answers at each."""

from __future__ import annotations

import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from urllib.parse import urlsplit

import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from guitu.exports.service import asks, endpoint, things
from guitu.exports.service.answers import NotAcceptable, TooLarge, failed, page, site
from guitu.exports.service.asking import Busy, Desk, Options, Refused
from guitu.exports.service.current import Current
from guitu.exports.service.jobs import About, Based, Counted, Workbench
from guitu.exports.service.protocol import BadRequest
from guitu.exports.service.shields import OWN_POLICY, Shields
from guitu.extract.errors import GuituError
from guitu.graph.ask.free import known
from guitu.graph.ask.query import GROUPS, bound, questions
from guitu.graph.keep.bounded import OutOfBounds, Place
from guitu.ontology import standards, terms

_STATIC = {"service.css": "text/css", "csv.js": "text/javascript", "query.js": "text/javascript"}
_TOLD = (GuituError, BadRequest, TooLarge, NotAcceptable, Refused, Busy)


def application(place: Place, options: Options) -> Shields:
    """The service of a graph; StoreError at once where there is none."""
    current = Current(place, options.bounds.memory, options.bounds.processes)

    @asynccontextmanager
    async def living(app: Starlette) -> AsyncIterator[None]:
        app.state.desk = desk = Desk(current, options.bounds)
        app.state.options = options
        yield
        desk.end()

    app = Starlette(
        routes=[
            Route("/", home),
            Route("/query", query),
            Route("/sparql", endpoint.sparql, methods=["GET", "POST"]),
            Route("/ask", asks.listed),
            Route("/ask/{name}", asks.ask),
            Route("/search", asks.search),
            Route("/openapi.json", asks.described),
            Route("/.well-known/void", endpoint.description),
            Route("/void", endpoint.description),
            Route("/dcat", endpoint.description),
            Route("/workbench", workbench),
            Route("/thing", things.thing),
            Route("/health", health),
            Route("/static/{name}", static),
            Route("/{path:path}", things.addressed),
        ],
        exception_handlers={
            **dict.fromkeys(_TOLD, _failed),
            HTTPException: _refused,
            Exception: _broken,
        },
        lifespan=living,
    )
    return Shields(app, options.hosts, options.origins, urlsplit(options.public).path.rstrip("/"))


async def home(request: Request) -> Response:
    """What there is: documents, questions, doors."""
    about: About | None = None
    with suppress(OutOfBounds):  # too large to be counted while somebody waits
        about = await request.app.state.desk.kept("about", Counted())
    return page("home.html", request, about=about, groups=GROUPS, questions=list(questions().values()))


async def query(request: Request) -> Response:
    """A page to write queries in."""
    listed = [
        {"name": one.name, "zh": one.asks["zh"], "en": one.asks["en"], "needs": bool(one.analysis),
         "parameters": [parameter.name for parameter in one.parameters],
            "example": list(one.example),
         "sparql": bound(one, one.example) if one.takes(len(one.example)) else one.sparql}
        for one in questions().values()
    ]  # fmt: skip
    base: str = await request.app.state.desk.kept("base", Based())
    data = {"questions": listed, "terms": _terms(), "prefixes": dict(known(base))}
    return page("query.html", request, data=data)


def _terms() -> list[str]:
    """The IRIs of classes and properties that our graphs use."""
    words = [value for module in (terms, standards) for value in vars(module).values()]
    return sorted({word for word in words if isinstance(word, str) and "://" in word and not word.endswith(("#", "/"))})


async def workbench(request: Request) -> Response:
    """The page of the whole graph, as `guitu export html` writes it; made once for each generation."""
    made: bytes = await request.app.state.desk.kept("workbench", Workbench())
    return Response(made, media_type="text/html", headers={"content-security-policy": OWN_POLICY})


async def health(request: Request) -> Response:
    """For whoever watches the service: whether a query is answered."""
    await request.app.state.desk.written("ASK {}", ("json", "nt"), None)
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


async def static(request: Request) -> Response:
    """Scripts and styles of the pages."""
    name = request.path_params["name"]
    if name == "vis-network.js":
        drawing = await anyio.to_thread.run_sync(_drawing)
        return Response(drawing, media_type="text/javascript", headers={"cache-control": "max-age=86400"})
    if name not in _STATIC:
        raise HTTPException(404)
    return Response(site(name), media_type=_STATIC[name], headers={"cache-control": "no-cache"})


@cache
def _drawing() -> str:
    from guitu.exports.networks.vis import vis_network  # noqa: PLC0415 - it brings a whole notebook with it

    return vis_network()


async def _failed(request: Request, error: Exception) -> Response:
    return failed(request, error)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = {404: "there is nothing at this address", 405: "the address does not take this method"}
    return PlainTextResponse(f"{said.get(error.status_code, 'refused')}\n", error.status_code, error.headers)


async def _broken(request: Request, error: Exception) -> Response:
    """What we have not thought of: told in full to whoever runs the service, and in one line to who asked."""
    traceback.print_exception(error)
    return PlainTextResponse("the service has failed\n", 500)
