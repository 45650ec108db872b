"""Every named question in Comunica, a query engine of other makers in JavaScript, over a file and over our service.

By hand, since it brings 496 packages of npm (a hundred MB, a minute or two): in a folder outside the project

    npm install @comunica/query-sparql-file@4        (5 needs a Node of 2025)

then `python -m tests.comunica FOLDER`. Prints each question whose rows are not those of the store; exit code 1 then.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from guitu.graph.ask.query import ask, questions
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.exports.service.conftest import serving

_SCRIPT = """
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
const require = createRequire(process.argv[2] + '/');
const { QueryEngine } = require('@comunica/query-sparql-file');
const engine = new QueryEngine();
for await (const line of createInterface({ input: process.stdin })) {
  const { query, source } = JSON.parse(line);
  try {
    const found = await engine.query(query, { sources: [source] });
    const { data } = await engine.resultToString(found, 'application/sparql-results+json');
    let text = '';
    for await (const part of data) text += part;
    console.log(JSON.stringify({ text }));
  } catch (error) { console.log(JSON.stringify({ error: String(error).slice(0, 300) })); }
}
"""


class Comunica:
    """The engine, asked over one source: the address of a file or of an endpoint."""

    def __init__(self, folder: Path, source: dict[str, str]) -> None:
        self._source = source
        script = Path(tempfile.mkdtemp()) / "ask.mjs"
        script.write_text(_SCRIPT, "utf-8")
        command = ["node", str(script), str(folder.absolute())]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def query(self, query: str, **_: object) -> Any:
        """As of a store of pyoxigraph."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps({"query": query, "source": self._source}), file=self._process.stdin, flush=True)
        told = json.loads(self._process.stdout.readline())
        if "error" in told:
            raise SystemExit(told["error"])
        found = {name: value for name, value in json.loads(told["text"]).items() if name in ("head", "results")}
        return ox.parse_query_results(json.dumps(found), format=ox.QueryResultsFormat.JSON)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()


class Elsewhere(Store):
    """A store whose engine is another one."""

    in_pieces = False


def main() -> int:
    """Compare."""
    folder = Path(sys.argv[1])
    place = Path(tempfile.mkdtemp())
    build([Path(str(files("guitu.extract"))) / "samples"], place / "store")
    store = Store.open(place / "store")
    merged = place / "merged.nt"
    merged.write_text("".join(sorted({f"{line.rpartition(' <')[0]} .\n" for line in store.quads()})), "utf-8")
    with serving("--store", place / "store") as served:
        wrong = _compared(store, folder, {"type": "file", "value": str(merged)})
        wrong += _compared(store, folder, {"type": "sparql", "value": f"{served.url}/sparql"})
    return 1 if wrong else 0


def _compared(store: Store, folder: Path, source: dict[str, str]) -> int:
    wrong = 0
    engine = Comunica(folder, source)
    started = time.monotonic()
    for name, question in questions().items():
        args = question.example if question.takes(len(question.example)) else ()
        here, there = ask(store, question, args), ask(Elsewhere(engine), question, args)  # type: ignore[arg-type]
        if here != there:
            wrong += 1
            print(f"{source['type']} {name}: {len(here.rows)} rows here, {len(there.rows)} there", flush=True)
    engine.close()
    print(f"{source['type']}: {wrong} of {len(questions())} differ, {time.monotonic() - started:.0f} s", flush=True)
    return wrong


if __name__ == "__main__":
    raise SystemExit(main())
