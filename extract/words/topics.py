"""The topics that a task concerns: named in its title, or else most often in its body."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from guitu.ontology.alternation import names_in_text
from guitu.ontology.topics import topic_names

_MOST = 3
_OFTEN = 2


@cache
def _names() -> re.Pattern[str]:
    return names_in_text(topic_names())


def topics(title: str, body: str) -> tuple[str, ...]:
    """Labels of the registry, those of the title in its order, else at most three of the body, the most frequent first.

    A topic that the body names only once among others does not count.

    >>> topics("支持芯片设计企业", "")
    ('集成电路',)
    >>> topics("强化统筹推进", "发展光伏和风电，支持光伏制氢。")
    ('新能源',)
    """
    if named := _found(title):
        return tuple(dict.fromkeys(named))
    counts = Counter(_found(body))
    often = [label for label, count in counts.most_common() if count >= _OFTEN]
    return tuple(often[:_MOST]) or tuple(counts if len(counts) == 1 else ())


def _found(text: str) -> list[str]:
    labels = topic_names()
    return [labels[m[0]] for m in _names().finditer(text)]
