"""The number that a task has in its own document: 第九条, （三）, 2."""

from __future__ import annotations

import re

from guitu.exports.page.graph import Graph, Json
from guitu.extract.words.numbering import numbered

_STOPS = "\n。；;！"  # an item begins a line or follows a sentence
_BETWEEN = re.compile(r"[\s“《【\[]*")  # that may stand between a number and its title
_WIDE = {ord(wide): plain for wide, plain in zip("．０１２３４５６７８９()\u3000", ".0123456789（） ", strict=True)}


def own_number(graph: Graph, iri: str) -> Json:
    """`written`, as it stands before the title, and `item`, what that counts; nothing where the text has none."""
    proof = graph.view.proof(iri)
    text = graph.texts.text(proof.text)
    if text is None or proof.start is None:
        return {}
    begun = max(text.rfind(stop, 0, proof.start) for stop in _STOPS) + 1
    item = text[begun : proof.end].translate(_WIDE)
    head = len(item) - len(item.lstrip())
    found = numbered(item[head:])
    if not found or not _BETWEEN.fullmatch(item[head + found.length : proof.start - begun]):
        return {}
    return {"written": found.label, "item": found.value if found.value and not found.sub else None}
