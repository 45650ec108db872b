"""The lexicons that are looked for in a text, each under the name of what its words tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.knowledge import duty_words
from guitu.ontology.topics import document_words, topic_names

Lexicon = Literal["duty", "topic", "document", "term"]
"""duty: words that tie an agency to work; topic: names of topics; document: what a document can be told by, 《 and last
words of names; term: without one of these words nothing says until when."""

_TERMS = ("前", "内", "长期", "持续", "常态", "始终", "不断", "全年", "立行", "即知", "立即", "按序时", *"（〔：")


@cache
def lexicons() -> Mapping[Lexicon, frozenset[str]]:
    """Every lexicon with its words in canonical signs.

    >>> "牵头" in lexicons()["duty"], "人工智能" in lexicons()["topic"]
    (True, True)
    """
    duty, document = duty_words(), document_words()
    found: dict[Lexicon, frozenset[str]] = {
        "duty": frozenset((*duty.labels, *duty.verbs, *duty.running, *duty.joins)),
        "topic": frozenset(topic_names()),
        "document": frozenset((*document["type"], *document["alone"], "《", "条", "五”")),
        "term": frozenset(_TERMS),
    }
    return MappingProxyType(found)
