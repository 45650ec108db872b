"""The topics that a task concerns: named in its title, or else most often in its body."""

from __future__ import annotations

from collections import Counter

from guitu.extract.text import Span, Text
from guitu.extract.words.marks import marks
from guitu.ontology.topics import topic_names

_MOST = 3
_OFTEN = 2


def topics(text: Text, title: Span, body: Span) -> tuple[str, ...]:
    """Labels of the registry, those of the title in its order, else at most three of the body, the most frequent first.

    A topic that the body names only once among others does not count.

    >>> said = Text("支持芯片设计企业。发展光伏和风电，支持光伏制氢。", ())
    >>> topics(said, Span(0, 8), Span(9, 23)), topics(said, Span(0, 2), Span(9, 23))
    (('集成电路',), ('新能源',))
    """
    if named := _found(text, title):
        return tuple(dict.fromkeys(named))
    counts = Counter(_found(text, body))
    often = [label for label, count in counts.most_common() if count >= _OFTEN]
    return tuple(often[:_MOST]) or tuple(counts if len(counts) == 1 else ())


def _found(text: Text, span: Span) -> list[str]:
    labels, words = topic_names(), text.folded
    return [labels[words[start:end]] for start, end in marks(words).longest("topic", span)]
