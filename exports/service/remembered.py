"""Answers that are given again while the graph is the same: the last ones asked for, within a bound of bytes."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from hashlib import sha256

from guitu.graph.keep.bounded import Question

LARGEST = 1_000_000
"""Bytes of an answer that is kept."""
_MOST = 64_000_000
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b|\\u", re.IGNORECASE)  # escapes can spell any of them


def changes(sparql: str) -> bool:
    """Whether the answer to a query can be another one the next time; rather yes than no."""
    return _CHANGING.search(sparql) is not None


class Remembered:
    """The answers of one graph. `graph`: what names it; where nothing does, no answer is kept."""

    def __init__(self, graph: str, most: int = _MOST) -> None:
        self._graph = graph
        self._most = most
        self._size = 0
        self._answers: OrderedDict[Question, bytes] = OrderedDict()
        self._guard = threading.Lock()

    def tag(self, question: Question) -> str:
        """What names the answer to a question, for whoever has it already; empty where it may change."""
        if not self._graph or changes(question.sparql):
            return ""
        return sha256(repr((self._graph, question)).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def get(self, question: Question) -> bytes | None:
        """The answer that was kept."""
        with self._guard:
            if question in self._answers:
                self._answers.move_to_end(question)
            return self._answers.get(question)

    def keep(self, question: Question, answer: bytes) -> None:
        """Keep an answer that has a tag; those that nobody has asked for longest go."""
        with self._guard:
            self._size += len(answer) - len(self._answers.pop(question, b""))
            self._answers[question] = answer
            while self._size > self._most:
                self._size -= len(self._answers.popitem(last=False)[1])
