"""Named questions and search as JSON, and their description by OpenAPI."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import metadata
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from guitu.exports.python.rows import Table
from guitu.exports.service.answers import language, site_of
from guitu.exports.service.asking import Desk
from guitu.exports.service.jobs import Asked, Hit, Searched
from guitu.exports.service.protocol import BadRequest
from guitu.graph.ask.query import Question, current, questions

MOST = 1_000
"""Rows of one answer; what is left is told with a number."""
_PAGE = 200


async def listed(request: Request) -> Response:
    """The named questions."""
    found = [
        {
            "name": one.name,
            "zh": one.asks["zh"],
            "en": one.asks["en"],
            "group": one.group,
            "parameters": [{"name": each.name, "required": not each.optional} for each in one.parameters],
            "example": f"ask/{one.name}",
        }
        for one in questions().values()
    ]
    return _json({"questions": found})


async def ask(request: Request) -> Response:
    """The answer to a named question; its parameters are those of the address."""
    name = request.path_params["name"]
    asked = current(name)
    if asked is None:
        raise HTTPException(404)
    question, args = current(name, _arguments(request, asked[0])) or asked
    job = Asked(question.name, args, language(request), _limit(request))
    found: Table = await _desk(request).value(job)
    return _json(
        {
            "question": question.name,
            "asks": question.asks[job.lang],
            "columns": found.columns,
            "headings": found.headings,
            "rows": list(found),
            "rows_left": found.rows_left,
            "things_left": found.things_left,
        }
    )


async def search(request: Request) -> Response:
    """Things that have these words in a name or title."""
    _known(request, {"q"})
    text = request.query_params.get("q", "")
    if not text.strip():
        raise BadRequest("the parameter q is missing")
    found: list[Hit] = await _desk(request).value(Searched(text, _limit(request)))
    return _json({"q": text, "found": [asdict(hit) for hit in found]})


async def described(request: Request) -> Response:
    """The description by OpenAPI."""
    return _json(openapi(site_of(request)))


def openapi(site: str) -> dict[str, Any]:
    """OpenAPI 3.1 of the doors that answer in JSON."""
    common = [_parameter("lang", "zh or en", enum=("zh", "en")), _parameter("limit", f"rows at most, up to {MOST}")]
    paths: dict[str, Any] = {
        "/search": _get("Things that have these words in a name or title", [_parameter("q", "words", True), *common]),
        "/ask": _get("The named questions", []),
    }
    for one in questions().values():
        own = [_parameter(each.name, each.name, not each.optional) for each in one.parameters]
        paths[f"/ask/{one.name}"] = _get(f"{one.asks['en']} {one.asks['zh']}", [*own, *common])
    return {
        "openapi": "3.1.0",
        "info": {"title": "规图 Guitu", "version": metadata.version("guitu")},
        "servers": [{"url": site.rstrip("/")}],
        "paths": paths,
    }


def _get(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    answers = {
        "200": {"description": "the answer", "content": {"application/json": {"schema": {"type": "object"}}}},
        "400": {"description": "a parameter is missing or wrong: one line of text"},
        "503": {"description": "too many questions at once, or it took too long: one line of text"},
    }
    return {"get": {"summary": summary, "parameters": parameters, "responses": answers}}


def _parameter(name: str, told: str, required: bool = False, enum: tuple[str, ...] = ()) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer" if name == "limit" else "string"}
    if enum:
        schema["enum"] = list(enum)
    return {"name": name, "in": "query", "required": required, "description": told, "schema": schema}


def _arguments(request: Request, question: Question) -> tuple[str, ...]:
    names = [parameter.name for parameter in question.parameters]
    _known(request, set(names))
    values = [request.query_params.get(name, "") for name in names]
    for parameter, value in zip(question.parameters, values, strict=True):
        if not parameter.optional and not value.strip():
            raise BadRequest(f"the parameter {parameter.name} is missing")
    return tuple(values)


def _known(request: Request, names: set[str]) -> None:
    """A parameter with another name would be left out without a word."""
    if set(request.query_params) - names - {"lang", "limit"}:
        raise BadRequest("parameters are: " + ", ".join((*sorted(names), "lang", "limit")))


def _limit(request: Request) -> int:
    text = request.query_params.get("limit", str(_PAGE))
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= MOST):
        raise BadRequest(f"limit is a number from 1 to {MOST}")
    return int(text)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _json(value: dict[str, Any]) -> Response:
    return Response(json.dumps(value, ensure_ascii=False, default=str), media_type="application/json")
