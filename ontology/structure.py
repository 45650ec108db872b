"""The words of titles and chapter headings (`registry/structure.ttl`), as plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import pyoxigraph as ox

_GT = "https://w3id.org/guitu/ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"


@cache
def _words(kind: str) -> Mapping[str, frozenset[str]]:
    """Each notation of a class of word lists with its words."""
    store = ox.Store()
    store.load(resources.files("guitu.ontology").joinpath("registry/structure.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    found: dict[str, frozenset[str]] = {}
    for entry in store.quads_for_pattern(None, None, ox.NamedNode(_GT + kind)):
        values = {p: [q.object for q in store.quads_for_pattern(entry.subject, ox.NamedNode(_SKOS + p), None)]
                  for p in ("notation", "altLabel")}  # fmt: skip
        found[str(values["notation"][0].value)] = frozenset(str(word.value) for word in values["altLabel"])
    return MappingProxyType(found)


def title_words() -> Mapping[str, frozenset[str]]:
    """Last words of titles by document type: plan, measures, notice."""
    return _words("TitleWords")


def chapter_words() -> Mapping[str, frozenset[str]]:
    """Words of headings by what the chapter is about, with `container` and `label`."""
    return _words("ChapterWords")


def action_openers() -> frozenset[str]:
    """Verbs and adverbs that open a heading of work."""
    return _words("ActionWords")["opener"]
