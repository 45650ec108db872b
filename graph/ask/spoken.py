"""A question in Chinese, as people say it, led to a named question and its arguments: 人工智能的任务由谁负责？

The cues in the heads of the questions tell which are meant; names of the graph (agencies, titles of documents), 《…》,
years and districts are taken out of the sentence, and what is left beside the words that every question has is what it
asks about. Nothing is guessed: without a cue, or without an argument that a question needs, there is no answer; nor
where words are left over that the answer would not heed (a second agency, a year, 除了, 不): to answer another question
than was asked is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from guitu.extract.errors import QueryError
from guitu.extract.places.words.word_borders import words as divided
from guitu.graph.ask.lookups import documents_of
from guitu.graph.ask.nearest import agencies
from guitu.graph.ask.query import Question, explanations, official, questions
from guitu.graph.keep.store import Store
from guitu.ontology.knowledge import duty_words

SHOWN = 3
_HAN = re.compile("[一-鿿]")
_GAP = ".{0,12}?"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)年?")
_QUOTED = re.compile('《([^《》]+)》|“([^“”]{2,})”|"([^"]{2,})"')
_AGENCY = re.compile(
    "[省市区县州]?[一-鿿]{2,14}?(?:委员会|人民政府|[一-鿿]委(?!员会)|政府|办公室|局|厅|部(?![门分署])|办(?![法理])|总队|集团|公司|中心)"
)
_OTHER = ("园片社景地城郊山小库林矿", "示范", "试验", "开发", "集聚", "功能", "保税")  # 园区, 开发区: no districts
_NO_DISTRICT = f"(?<![{_OTHER[0]}])" + "".join(f"(?<!{word})" for word in _OTHER[1:])
_DISTRICT = re.compile(f"[一-鿿]{{2,5}}?(?:[县旗]|{_NO_DISTRICT}区|自治州)(?!域|块)")
_LEAST = 4  # letters of a title that name a document
# what sentences have beside what they are about
_FILL = re.compile(
    "图谱|请问|请|帮我|帮忙|我想知道|想知道|告诉我|查一下|查查|查询|列出|列一下|看看|一下|关于|有关|相关|涉及|方面|领域|里面|里|中|这项|这个|该项"
    "|任务|工作|事项|指标|情况|内容|都有|都是|分别|到底|现在|目前|主要|具体|一共|总共|互相|提到|目标|引用|文件|机构|名称|可以|能够|拿到|能拿|归|抓|哪些|哪个|哪几|什么|多少|怎么样|怎么|如何|是否|有没有"
    "|有|是|由|的|了|吗|呢|啊|呀|嘛|和|与|在|要|对|及其|各自|各|年|到|被|来|让|把|给|吧|么|我们|我|您|想|问|下|这块|个|都|还|也|就|会|能|得|该"
    "|，|,|、|？|\\?|。|！|!|：|；| "
)
# what may be left of a sentence that is understood, besides
_IDLE = re.compile(
    "您好|你好|麻烦|底前|哪个|哪些|哪家|谁|到|各|谢谢|我们|我市|本市|全市|我|您|想|了解|知道|看|问|还|也|都|就|会|能|得|需要|应该|应当|应|必须|已经|已|单位|部门"
    "|规划|计划|方案|措施|政策|文件|材料|图谱|说法|负责|承担|牵头|责任|建设|推进|落实|完成|开展|发展|办事|办|做|干|活|底|于|为|从|个|项|份|家|些|所|其|此|一"
)
_CHANGES = re.compile("[不没未非除比更超]|少于|多于|[以之][前后来上下外内]")
_PROVISION = re.compile("第[一二三四五六七八九十百0-9]+[章节条项款]")
_SENTENCE = 6  # letters from which on words are no name of a question
_EDGE = re.compile("^(?:负责|承担|建设|推进|落实|完成|做好|开展|发展)+|(?:建设|工作|推进)+$")
_ACTS = {"lead": "牵头", "support": "配合"}  # 负责 is said of all that an agency has to do
_CUE = re.compile(r"^(?:\{(.+?)\})?([^{}]+)(?:\{(.+?)\})?$")  # 跟…一起, 哪些{园区}, {园区}有哪些
_NUMBER = re.compile(r"[0-9]*")
_DATED = ("documents",)  # questions whose text may be a year


@dataclass(frozen=True, slots=True)
class Meant:
    """A named question and what it is asked with."""

    question: Question
    args: tuple[str, ...]


def is_sentence(words: str) -> bool:
    """Whether somebody asks in words of their own.

    >>> is_sentence("产地仓由谁负责"), is_sentence("owners"), is_sentence("谁负则")
    (True, False, False)
    """
    return bool(_HAN.search(words)) and bool(_asked(words) or len(words) >= _SENTENCE or words[-1] in "？?吗呢")


def understood(store: Store, sentence: str) -> Meant:
    """What a sentence asks; QueryError with the nearest questions where that is not clear."""
    sentence = sentence.strip()
    for question in _asked(sentence):
        found = _arguments(store, question, sentence)
        if found is None:
            continue
        args, left = found
        if words := [*_mixed(store, question, args), *_unheeded(store, question, left)]:
            command = " ".join(("guitu ask", question.name_zh, *(arg or "''" for arg in args)))
            reason = f"the answer would not heed these words: {'、'.join(words)}"
            raise QueryError(sentence, reason, f"without them it is: {command}")
        return Meant(question, args)
    near = "; ".join(f"{one.name_zh}（{one.asks['zh']}）" for one in _nearest(sentence))
    raise QueryError(sentence, "this question is not understood", f"ask one of: {near}")


def _asked(sentence: str) -> list[Question]:
    """The questions whose cues the sentence has, those first whose cues cover more of it."""
    asked = (*questions().values(), *explanations().values())
    found = {one.name: sum(len(cue) for cue in _cues(one, sentence)) for one in asked}
    known = [one for one in asked if found[one.name]]
    return sorted(known, key=lambda one: (-found[one.name], -_needed(one), one.name))


def _needed(question: Question) -> int:
    return sum(not parameter.optional for parameter in question.parameters)


def _cues(question: Question, sentence: str) -> Iterator[str]:
    """The words of the sentence that are cues of a question, each place once, the longest first."""
    left = sentence
    for pattern in _patterns(question):
        for match in pattern.finditer(left):
            yield match[0]
        left = pattern.sub(" ", left)


@cache
def _compiled(cues: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    longest = sorted(filter(None, cues), key=len, reverse=True)
    return tuple(map(_compiled_one, longest))


def _compiled_one(cue: str) -> re.Pattern[str]:
    """Of 跟…一起, or 哪些{园区}: what stands in braces before or behind a cue is no part of it, and is left."""
    _, before, bare, after = _CUE.split(cue)[:4]
    pattern = _GAP.join(map(re.escape, bare.split("…")))
    return re.compile(f"(?<={before}){pattern}" if before else f"{pattern}(?={after})" if after else pattern)


def _patterns(question: Question) -> tuple[re.Pattern[str], ...]:
    return _compiled(question.cues)


def _unheeded(store: Store, question: Question, left: str) -> list[str]:
    """The words of what is left of a sentence that change what is asked: all but cues and words of every sentence."""
    if question.explains:  # it is asked of one owner, and tells of all
        left = _agency(store, question, left)[1]
    bare = _without(question, left)
    others = [one for one in _asked(bare) if one.group != question.group and _arguments(store, one, bare) is not None]
    asked = [cue for other in others for cue in _cues(other, bare)]
    years = [found[0] for found in _YEAR.finditer(bare)]
    ours = [(part, _IDLE.sub("", part)) for part in _parts(_YEAR.sub(" ", bare)) if part]
    return list(dict.fromkeys((*asked, *years, *(part for part, rest in ours if _HAN.search(rest) or len(rest) > 1))))


def _mixed(store: Store, question: Question, args: Sequence[str]) -> Iterator[str]:
    """What no text about something has in it: the number of a provision, an agency among other words."""
    for parameter, arg in zip(question.parameters, args, strict=False):
        if parameter.name == "text":
            yield from (found[0] for found in _PROVISION.finditer(arg))
            named = (*(name for name in agencies(store) if name in arg), *_AGENCY.findall(arg))
            yield from (name for name in named if name != arg and official(store, name))


def _arguments(store: Store, question: Question, sentence: str) -> tuple[tuple[str, ...], str] | None:
    """The arguments of a question in a sentence, as far as it has them, and what is left of it; None where one that it
    needs is missing."""
    left, given = sentence, dict[str, str]()
    kinds = {one.name: "document" if question.name == "diff" else one.name for one in question.parameters}
    for parameter in sorted(question.parameters, key=lambda one: kinds[one.name] not in _FINDERS):
        arg, left = _FINDERS.get(kinds[parameter.name], _rest)(store, question, left)
        if not arg and not parameter.optional:
            return None
        given[parameter.name] = arg
    found = [given[parameter.name] for parameter in question.parameters]
    while found and not found[-1]:
        found.pop()
    return tuple(found), left


def _agency(store: Store, question: Question, words: str) -> tuple[str, str]:
    named = max((one for one in agencies(store) if one in words), key=len, default="")
    if not named:
        written = _AGENCY.search(_without(question, words))
        named = written[0] if written else ""
    return named, words.replace(named, " ", 1) if named else words


def _year(store: Store, question: Question, words: str) -> tuple[str, str]:
    found = _YEAR.search(words)
    return (found[1], words.replace(found[0], " ", 1)) if found else ("", words)


def _district(store: Store, question: Question, words: str) -> tuple[str, str]:
    found = _DISTRICT.search(_without(question, words, keep="县区旗州"))
    return (found[0], words.replace(found[0], " ", 1)) if found else ("", words)


def _document(store: Store, question: Question, words: str) -> tuple[str, str]:
    """A title in its marks, a whole title, or the longest part of one that the sentence has."""
    quoted = _QUOTED.search(words)
    if quoted and (title := next(filter(None, quoted.groups()))) and len(title) >= _LEAST:
        return title, words.replace(quoted[0], " ", 1)
    titles = [one.title for one in documents_of(store)]
    whole = max((title for title in titles if title and title in words), key=len, default="")
    part = whole or max((_shared(title, words) for title in titles), key=len, default="")
    return (part, words.replace(part, " ", 1)) if len(part) >= _LEAST else ("", words)


def _shared(title: str, words: str) -> str:
    """The longest run of letters that a title and a sentence share."""
    best = ""
    for start in range(len(title)):
        while start + len(best) < len(title) and title[start : start + len(best) + 1] in words:
            best = title[start : start + len(best) + 1]
    return best


def _role(store: Store, question: Question, words: str) -> tuple[str, str]:
    """The one role that a sentence names: 配合哪些任务; none where it says 负责, or names two."""
    named = {role for verb, role in duty_words().verbs.items() if role in _ACTS and verb in words}
    return (_ACTS[named.pop()] if len(named) == 1 else ""), words


def _rest(store: Store, question: Question, words: str) -> tuple[str, str]:
    """What the sentence is about: the longest part that is neither a cue nor a word of every sentence."""
    quoted = _QUOTED.search(words)
    if quoted:
        return next(filter(None, quoted.groups())), words.replace(quoted[0], " ", 1)
    parts = (_EDGE.sub("", part) for part in _parts(_without(question, words)))
    about = max((part for part in parts if not _NUMBER.fullmatch(part)), key=len, default="")
    if not about and question.name in _DATED:
        return _year(store, question, words)
    return about, words.replace(about, " ", 1) if about else words


def _parts(words: str) -> Iterator[str]:
    """What stands between the words of every sentence; one sign is such a word where no other has it: not in 要素."""
    begins = {0}
    for word in divided(words):
        begins.add(max(begins) + len(word))
    begin = 0
    for found in _FILL.finditer(words):
        if len(found[0]) > 1 or {found.start(), found.end()} <= begins:
            yield words[begin : found.start()]
            begin = found.end()
    yield words[begin:]


def _without(question: Question, words: str, keep: str = "") -> str:
    """The sentence without the cues of a question; of a cue the letter that begins it stays where it is in `keep`."""
    for pattern in _patterns(question):
        words = pattern.sub(lambda match: (match[0][0] if match[0][0] in keep else "") + " ", words)
    return words


_FINDERS = {
    "agency": _agency,
    "role": _role,
    "year": _year,
    "document": _document,
    "district": _district,
}


def _nearest(sentence: str) -> Sequence[Question]:
    """The questions that share most pairs of letters with a sentence."""
    pairs = {sentence[i : i + 2] for i in range(len(sentence) - 1)}

    def shared(one: Question) -> int:
        told = one.asks["zh"] + one.name_zh + "".join(one.cues)
        return len(pairs & {told[i : i + 2] for i in range(len(told) - 1)})

    return sorted(questions().values(), key=lambda one: (-shared(one), one.name))[:SHOWN]
