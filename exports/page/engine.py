"""SPARQL inside the page: the graph, the named questions, and Oxigraph as WebAssembly.

The engine is the npm package `oxigraph` (MIT or Apache-2.0), the WebAssembly form of the store that Guitu uses. No
package that pip installs brings one for browsers, and Guitu's source holds none: `make engine` lays the package as npm
gives it beside this module, from where a wheel takes it along; without it, who asks names the file.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import tarfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Quad

from guitu.exports.page.graph import Json
from guitu.exports.rdf.formats import serialize
from guitu.extract.errors import OptionError
from guitu.graph.ask.query import LANGUAGES, Question, bound, questions

PACKAGE = "oxigraph@0.5.11"
ARCHIVE = "oxigraph-0.5.11.tgz"  # as `npm pack` names it
INTEGRITY = (
    "zKdgmp1tsrutGzC1lCCywwZRPpLJKaJnKSDWoY2hIhMiwiCRRXNN1DU7WUyTInBvgPKT8Y5N+RgwTL8qKXpLng=="  # SHA-512, by npm
)
_SCRIPT, _PROGRAM = "package/web.js", "package/web_bg.wasm"
_HEAD = re.compile(r"\A(?:#.*\n)+")  # of a query: what it asks, which the page says beside it
# What the page calls, out of the module: it starts the program of the page's own bytes
_HANDED = "\nglobalThis.Oxigraph = { start: (bytes) => __wbg_init({ module_or_path: bytes }), Store };\n"


@dataclass(frozen=True, slots=True)
class Asking:
    """What a page that answers SPARQL holds besides: packed graph, questions and program; the script of the engine."""

    quads: str
    questions: str
    program: str
    script: str


def asking(quads: Iterable[Quad], archive: Path | None = None) -> Asking:
    """Of a graph. `archive`: the package as npm gives it, where Guitu brings none. OptionError where there is none."""
    script, program = _engine(archive)
    known = [_told(one) for one in questions().values() if not one.analysis]
    return Asking(
        _packed(serialize(tuple(quads), "nquads").encode("utf-8")),
        _packed(json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode("utf-8")),
        _packed(program),
        script + _HANDED,
    )


def _told(question: Question) -> Json:
    """A question for the page: its query in each language, with blanks for its arguments."""
    return {
        "name": question.name,
        "group": question.group,
        "said": {"zh": question.name_zh, "en": question.name},
        "asks": dict(question.asks),
        "headings": {lang: list(names) for lang, names in question.headings.items()},
        "parameters": [{"name": one.name, "optional": one.optional} for one in question.parameters],
        "query": {lang: _HEAD.sub("", bound(question, [""] * len(question.parameters), lang)) for lang in LANGUAGES},
    }


def _engine(archive: Path | None) -> tuple[str, bytes]:
    """The script and the program of the engine, of a package with the very hash that npm has for it."""
    data = _archive(archive)
    if base64.b64encode(hashlib.sha512(data).digest()).decode("ascii") != INTEGRITY:
        raise OptionError(str(archive or ARCHIVE), f"it is not the package {PACKAGE}", f"get it by: npm pack {PACKAGE}")
    with tarfile.open(fileobj=io.BytesIO(data)) as package:
        script, program = (package.extractfile(name) for name in (_SCRIPT, _PROGRAM))
        assert script
        assert program
        return script.read().decode("utf-8"), program.read()


def _archive(archive: Path | None) -> bytes:
    brought = files("guitu.exports.page").joinpath("engine", ARCHIVE)
    if archive is None and not brought.is_file():
        way = f"where there is a network: npm pack {PACKAGE}; then: --engine {ARCHIVE}"
        raise OptionError("--sparql", "this installation brings no engine for browsers", way)
    try:
        return archive.read_bytes() if archive else brought.read_bytes()
    except OSError as error:
        raise OptionError(str(archive), f"it cannot be read ({error.strerror})") from None


def _packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 9)).decode("ascii")
