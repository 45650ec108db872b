"""The reason of a verdict in words."""

from __future__ import annotations

from guitu.graph.compare.agreement import Agreement
from guitu.graph.compare.statement import TOLERANCE, Statement
from guitu.graph.compare.verdict import Verdict, compare

OUTCOMES = {
    "zh": {"agree": "一致", "conflict": "冲突", "apart": "不可比"},
    "en": {"agree": "agrees", "conflict": "conflict", "apart": "not comparable"},
}
_PERCENT = f"{TOLERANCE * 100:.0f}%"
WORDS = {
    "zh": {
        "here": "本文件", "there": "《{title}》", "all": "整体", "every": "各领域",
        "document": "整个文件", "unsaid": "未写明", "stop": "，",
        "annual": "年度", "cumulative": "累计",
        "equal": "与{where}“{told}”相同",
        "comparator": "与{where}“{told}”数值相同，比较词不同",
        "about": f"与{{where}}“{{told}}”相近，“左右”“约”按±{_PERCENT}计",
        "rounded": "与{where}“{told}”四舍五入后相同",
        "within": "与{where}“{told}”可同时成立",
        "overlap": "与{where}“{told}”的区间相容",
        "opposite": "与{where}“{told}”数值相同而方向相反",
        "exclude": "与{where}“{told}”不能同时成立",
        "both hold": "与{where}“{told}”不同，两者可以同时达到，但要求不一",
        "differ": "与{where}“{told}”不同",
        "corridor": "与{where}“{told}”一为下限一为上限，可同时成立，不作比较",
        "indicator": "与{where}“{told}”不是同一指标",
        "kind": "与{where}“{told}”一为目标一为实绩",
        "no year": "未写年份，不作比较",
        "year": "与{where}“{told}”年份不同",
        "no unit": "单位无法折算，不作比较",
        "unit": "与{where}“{told}”计量单位不同",
        "periodicity": "与{where}“{told}”时段不同：{one}与{other}",
        "place": "与{where}“{told}”所指地区不同",
        "part": "与{where}“{told}”口径不同：{one}与{other}",
        "field": "与{where}“{told}”口径不同，一为{one}，一为{other}",
        "task": "与{where}“{told}”分属不同任务：{one}与{other}",
        "piece": "与{where}“{told}”一为总数一为其中一部分",
        "sources": "{one}与{other}不一",
        "text": "正文",
        "table": "表格",
        "revised": "{later} 的文件晚于 {earlier} 的，或为修订",
    },
    "en": {
        "here": "the same document", "there": "《{title}》", "all": "the whole", "every": "every field",
        "document": "the whole document", "unsaid": "not told", "stop": ", ",
        "annual": "annual", "cumulative": "cumulative",
        "equal": 'the same as "{told}" in {where}',
        "comparator": 'the same value as "{told}" in {where}, another comparator',
        "about": f'near to "{{told}}" in {{where}}; approximate figures may be off by {_PERCENT}',
        "rounded": 'the same as "{told}" in {where}, rounded',
        "within": 'can hold together with "{told}" in {where}',
        "overlap": 'its range and "{told}" in {where} overlap',
        "opposite": 'the same value as "{told}" in {where} in the opposite direction',
        "exclude": 'cannot hold together with "{told}" in {where}',
        "both hold": 'differs from "{told}" in {where}; both can be met, but ask for different things',
        "differ": 'differs from "{told}" in {where}',
        "corridor": 'a lower and an upper bound with "{told}" in {where}: both can hold, not compared',
        "indicator": 'another indicator than "{told}" in {where}',
        "kind": 'one is a target, "{told}" in {where} an observation or the reverse',
        "no year": "no year is told: not compared",
        "year": 'another year than "{told}" in {where}',
        "no unit": "the unit has no normal form: not compared",
        "unit": 'another unit than "{told}" in {where}',
        "periodicity": 'another period than "{told}" in {where}: {one} and {other}',
        "place": 'of another place than "{told}" in {where}',
        "part": 'of another scope than "{told}" in {where}: {one} and {other}',
        "field": 'of another scope than "{told}" in {where}: the field of {one}, and of {other}',
        "task": 'of another task than "{told}" in {where}: {one} and {other}',
        "piece": 'one is the sum and one a part of it: "{told}" in {where}',
        "sources": "{one} against {other}",
        "text": "text",
        "table": "table",
        "revised": "the document of {later} is later than that of {earlier}: perhaps a revision",
    },
}  # fmt: skip
_UNSAID = {"part": "all", "field": "every", "task": "document"}


def why(one: Statement, other: Statement, lang: str, verdict: Verdict | None = None) -> str:
    """Why one figure stands so to another: which, where, by what; of a conflict also which document is the later.

    A document without a date is neither earlier nor later.
    """
    words, found = WORDS[lang], verdict or compare(one, other)
    within = one.document == other.document
    where = words["here"] if within else words["there"].format(title=other.title)
    unsaid = words[_UNSAID.get(found.reason, "unsaid")]
    first, second = (words.get(value, value) or unsaid for value in found.values)
    parts = [words[found.reason].format(where=where, told=other.told(), one=first, other=second)]
    if found.outcome == "conflict":
        parts += _behind(one, other, lang, within=within)
    return words["stop"].join(parts)


def _behind(one: Statement, other: Statement, lang: str, *, within: bool) -> list[str]:
    """What may stand behind a conflict."""
    words, parts = WORDS[lang], []
    if within and one.source != other.source and one.source and other.source:
        parts.append(
            words["sources"].format(one=words.get(one.source, one.source), other=words.get(other.source, other.source))
        )
    if not within and one.issued and other.issued and one.issued != other.issued:
        earlier, later = sorted((one.issued, other.issued))
        parts.append(words["revised"].format(earlier=earlier, later=later))
    return parts


SHOWN = 3  # documents and figures that are told before the rest is counted
_MORE = {"zh": "另有 {count} 种说法", "en": "{count} more"}
_AGREE = {"zh": "另有 {count} 处相符：{documents}", "en": "others that agree: {count}, in {documents}"}
_OTHERS = {"zh": "等", "en": " and others"}


def said(of: Statement, agreement: Agreement, lang: str) -> list[str]:
    """What is to be said of a figure among the others: how many more agree and where, then what sets others apart."""
    parts = []
    others = [one for one in agreement.others if one[1].reason != "equal"]
    if agreement.outcome == "agree":
        agreeing = [one for one in agreement.agreeing if one.iri != of.iri]
        titles = tuple(dict.fromkeys(one.title for one in agreeing))
        shown = "".join(f"《{title}》" for title in titles[:SHOWN])
        more = _OTHERS[lang] if len(titles) > SHOWN else ""
        parts.append(_AGREE[lang].format(count=len(agreeing), documents=shown + more))
    parts += [why(of, other, lang, verdict) for other, verdict in others[:SHOWN]]
    if len(others) > SHOWN:
        parts.append(_MORE[lang].format(count=len(others) - SHOWN))
    return list(dict.fromkeys(parts))
