"""Times of questions with an analysis, query and analysis apart: `python tests/bench_networks.py STORE [FROM TO]`."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path

from guitu.graph.ask.network import agencies, edges
from guitu.graph.ask.query import bound, questions
from guitu.graph.keep.store import Store


def main(store: Path, ends: list[str]) -> None:
    """Tell the seconds of each question, and the size of the network of agencies."""
    graph = Store.open(store)
    for name, args in (("cascade", []), ("conflicts", []), ("brokers", []), ("communities", []), ("path", ends)):
        if name == "path" and not ends:
            continue
        question, start = questions()[name], time.perf_counter()
        rows = graph.query(bound(question, args)).rows
        asked = time.perf_counter() - start
        answer = import_module(f"guitu.graph.ask.analyses.{question.analysis}").answer
        start = time.perf_counter()
        answered = answer(rows, args, "zh")
        spent = time.perf_counter() - start
        print(f"{name:12}{len(rows):8} rows in {asked:7.2f} s, analysis {spent:7.2f} s, {len(answered)} rows of answer")
        if name == "brokers":
            network = agencies(edges(rows))
            print(f"{'':12}{len(network)} agencies, {network.number_of_edges()} edges")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
