"""Why two figures that compare conflict, in words."""

from __future__ import annotations

from guitu.graph.ask.analyses.figures import Told, compatible, opposed

WORDS = {
    "zh": {
        "against": "与{where}“{told}”不同",
        "opposed": "与{where}“{told}”的比较词不能并立",
        "here": "本文件",
        "there": "《{title}》",
        "compatible": "两者可以同时成立，但数值不同",
        "revised": "{later} 的文件晚于 {earlier} 的，或为修订",
        "sources": "{one}与{other}不一",
        "stop": "，",
    },
    "en": {
        "against": 'differs from "{told}" in {where}',
        "opposed": 'cannot hold together with "{told}" in {where}',
        "here": "the same document",
        "there": "《{title}》",
        "compatible": "both can hold, the numbers differ",
        "revised": "the document of {later} is later than that of {earlier}: perhaps a revision",
        "sources": "{one} against {other}",
        "stop": ", ",
    },
}


def why(told: Told, other: Told, lang: str) -> str:
    """What stands behind a conflict: which figure, where, whether both can hold, and which document is the later.

    A document without a date is neither earlier nor later.
    """
    words, one, two = WORDS[lang], told.said, other.said
    within = one.document == two.document
    where = words["here"] if within else words["there"].format(title=two.title)
    apart = opposed(told, other) and told.amount == other.amount
    parts = [words["opposed" if apart else "against"].format(where=where, told=other.told_as())]
    if within and one.source != two.source:
        parts.append(words["sources"].format(one=one.source, other=two.source))
    if not apart and compatible(told, other):
        parts.append(words["compatible"])
    if not within and one.issued and two.issued and one.issued != two.issued:
        earlier, later = sorted((one.issued, two.issued))
        parts.append(words["revised"].format(earlier=earlier, later=later))
    return words["stop"].join(parts)
