"""Other documents that a document names, in 《》 or by a last word of documents, and how it stands to each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from guitu.extract.facts import Document, Gap, Reference
from guitu.extract.references.art import is_art
from guitu.extract.references.cited_names import listed, to_be_drawn_up, unmarked
from guitu.extract.references.relations import HEREWITH, by_verb, issued, list_end, list_start, relation_of
from guitu.extract.references.title_words import Naming, key
from guitu.extract.structure.draft import Draft, Passage, around
from guitu.extract.structure.tasks.table_cells import in_order
from guitu.extract.text import Span
from guitu.extract.words.agencies import match
from guitu.extract.words.agency_places import home
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import document_words


def find(draft: Draft) -> tuple[tuple[Reference, ...], tuple[Gap, ...]]:
    """Each other document that the draft names, once, at the first place that tells most about it."""
    found: dict[str, Reference] = {}
    gaps: list[Gap] = []
    short = _short_titles(draft)
    parts: set[str] = set()  # what the notice brings along
    last = ""
    for passage in _passages(draft):
        words, before = draft.read(passage), last
        last = words
        namings = tuple(_namings(words, draft.document, passage))
        for naming in namings:
            title = _years_in_digits(naming.title)
            own = _is_own(title, draft.document) and not (
                _of_above(words, naming.start, draft.document) or _rests_on(words, naming, draft.document, passage)
            )
            of_period = _is_of_period(words, naming)
            if (key(title) in short and not of_period) or own or _is_form(title) or is_art(words, naming):
                continue
            if _brought(words, naming, draft.document):
                parts.add(_without_year(title))
                continue
            if _without_year(title) in parts:
                continue
            if _OWN_ANNEX.search(words, max(0, naming.start - _ANNEX_BACK), naming.start):
                continue
            relation = relation_of(words, naming, draft.document, passage.chapter)
            if (
                relation == "cites"
                and naming.start == 0
                and passage.span != draft.document.span
                and _CUT.search(before)
            ):  # the line was broken before it
                relation = by_verb(before[-_CUT_BACK:], "")
            if relation == "cites" and _lists_basis(draft, passage):
                relation = "based_on"
            span = Span(naming.start, naming.end).shift(passage.span.start)
            if not (of_period and _in_full(naming.title, found)):
                _keep(found, Reference(title, relation, span))
        gaps += _unread(words, namings, passage)
    return tuple(sorted(found.values(), key=lambda reference: reference.span)), tuple(gaps)


_BASIS = re.compile(
    "(?:规划|编制|制[定订]|主要|基本|政策|法律|法规|技术|工作|设计|文件|上位|相关|有关|[和与及、])*依据"
)


def _lists_basis(draft: Draft, passage: Passage) -> bool:
    """Whether a passage stands in a chapter that lists what the document rests on: 规划依据."""
    return any(_BASIS.fullmatch(section.title) for section in around(draft.sections, passage.section))


# 落实《云州市河道条例。: a title that is never closed, or that does not stand on the line; one that is empty
_OPEN = re.compile(r"《[^《》\n]{0,120}(?:$|\n)|《\s*》")


def _unread(words: str, namings: Sequence[Naming], passage: Passage) -> Iterator[Gap]:
    """What looks like a title in 《》 and has no end, so that no title was read."""
    if words.count("《") <= words.count("》") and "《》" not in words:
        return
    starts = sorted(naming.start for naming in namings)
    for m in _OPEN.finditer(words):
        if bisect_left(starts, m.start()) == bisect_left(starts, m.end()):
            yield Gap("unread-reference", "书名号没有配对，文件名没有读出", Span(*m.span()).shift(passage.span.start))


def _in_full(title: str, found: Mapping[str, Reference]) -> bool:
    """Whether the proposals or the outline of a five-year period have been named in full: “十五五”规划《建议》."""
    return any(other.title.endswith(title[-2:]) and "五年规划" in other.title for other in found.values())


_OWN_ANNEX = re.compile(r"附件\s?[\d一二三四五六七八九十]{1,2}\s?[：:]\s?$")  # （附件2：云州市养老计划）
_ANNEX_BACK = 8
_CUT = re.compile(r"[一-龥]\s*$")
_CUT_BACK = 14


# the number of a standard inside the marks: 《…模型GB/T 39116-2020》
_STANDARD = re.compile(r"(?<=[一-龥])[（(]?[A-Z]{1,4}\d*(?:/[TZ])? ?[\d.]+(?:[-—]\d{4})?[）)]?$")


def _keep(found: dict[str, Reference], made: Reference) -> None:
    """A title named before keeps its line, unless that only cites it."""
    named = key(_STANDARD.sub("", made.title)).removeprefix("中华人民共和国")
    same = found.get(named)
    if same is None or (same.relation == "cites" and made.relation != "cites"):
        title = same.title if same is not None and len(same.title) > len(made.title) else made.title
        found[named] = replace(made, title=title)


# ---- titles ----

# 《云州市水资源条例》, 《关于印发〈青岚县医疗规划〉的通知》, 《甲规范（T/YZ 0001-2020）》
_IN_MARKS = re.compile(r"《((?:[^《》\n]|《[^《》\n]{1,120}》){2,200})》")
# （以下简称《规划》）, （以下简称“《纲要》”）
_SHORT = re.compile(r"(?:以下|下)?简称[：:]?[“]?《([^《》\n]{1,30})》")
_SPACES = re.compile(r"\s+")
_YEAR = re.compile("[〇零○一二三四五六七八九]{4}(?=年)")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def _years_in_digits(title: str) -> str:
    """二〇三五年 as 2035年, so that two spellings are one title."""
    return _YEAR.sub(lambda m: m[0].translate(_DIGITS), title)


def _short_titles(draft: Draft) -> frozenset[str]:
    """Names that the document gives to a title named in full."""
    passages = draft.passages if "简称" in draft.text.folded else ()
    found = {key(m[1]) for passage in passages for m in _SHORT.finditer(draft.read(passage))}
    return _kinds() | found


@cache
def _kinds() -> frozenset[str]:
    """The words that tell the kind of a document."""
    return frozenset(key(word) for word in document_words()["type"] | document_words()["alone"])


# 中共云州市委关于制定…规划的《建议》
_PROPOSAL = re.compile(
    r"(?:^|[，。；、\s]|根据|按照|依据|依照|落实|贯彻|遵循)(?!根据|按照|依据|依照|落实|贯彻|遵循)"
    r"(?P<name>[一-龥]{2,12}(?:委|委员会)关于制定[^，。；《》\n]{4,70})$"
)
# “十五五”规划《建议》, where the document does not name it in full: the title is what stands in the marks
_OF_PERIOD = re.compile("“[一二三四五六七八九十]{1,2}五”(?:时期)?(?:发展)?规划的?$")
_OF_PERIOD_TITLES = ("建议", "纲要")


def _is_of_period(words: str, naming: Naming) -> bool:
    """Whether a title is 《建议》 or 《纲要》, behind the five-year period whose it is."""
    marked = naming.title in _OF_PERIOD_TITLES and words.startswith("《", naming.start)
    return marked and _OF_PERIOD.search(words, max(0, naming.start - _PERIOD_BACK), naming.start) is not None


_PERIOD_BACK = 14


def _namings(words: str, document: Document, passage: Passage) -> Iterator[Naming]:
    """The titles of a passage, those in 《》 first."""
    found: list[Naming] = []
    for m in _IN_MARKS.finditer(words) if "《" in words else ():
        named = m[1] in _OF_PERIOD_TITLES
        proposal = _PROPOSAL.search(words, max(0, m.start() - 90), m.start()) if named else None
        title, start = (proposal["name"] + m[1], proposal.start("name")) if proposal else (m[1], m.start())
        found.append(Naming(_SPACES.sub("", title), start, m.end()))
    marked = len(found)
    for naming in unmarked(words, document, passage.heading):
        if not any(naming.start < other.end and other.start < naming.end for other in found):
            found.append(naming)
    found += listed(words, found) if found and not passage.heading else ()
    for i, naming in enumerate(found):
        made_later = (passage.chapter == "work" and _TO_COME.match(words, naming.end)) or _DRAFT.match(
            words, naming.end
        )
        opener = _OPENS.search(words, max(0, naming.start - 2), naming.start) if i >= marked else None
        start = opener.start() if opener else naming.start
        to_come = passage.chapter == "work" and (
            to_be_drawn_up(words, naming.start, marked=True)
            or _TO_ISSUE.search(words, max(0, start - _ISSUE_BACK), start)
            or _TO_SUBMIT.search(words, max(0, naming.start - 2 * _ISSUE_BACK), naming.start)
        )
        if i >= marked:  # by its bare name: 出台数据条例 counts, 年内出台数据条例 and 出台若干措施 do not
            due = _DUE_TO_ISSUE.search(words[max(0, naming.start - _ISSUE_BACK) : naming.start])
            to_come = to_come and bool(due or opener or _TELLS_MATTER.search(naming.title))
        if not made_later and not to_come:
            yield naming


# 加快《云州市数据条例》立法进程, 推动数据条例列入立法计划
_TO_COME = re.compile(
    r"的?(?:立法|制定|编制|起草|出台|研究制定)(?:工作|进程|进度|调研)?(?=[，。；、]|$)"
    r"|(?:尽[快早]|及早|早日)(?:颁布|出台|发布|印发)(?:实施|施行)?(?=[，。；、]|$)"
    r"|(?:尽[快早]|及早|早日)?(?:列入|纳入|进入)[^，。；]{0,10}(?:立法|制修订|制定)[^，。；]{0,4}(?:计划|规划|项目|程序)"
)
_DRAFT = re.compile("的?(?:初步)?(?:论证|评审|报批|报审|修编)(?:工作)?(?=[，。；、]|$)")  # 完成《…规划》初步论证
# a sentence that opens with it orders it: 出台《…》, 年内出台《…》; not 省政府出台《…》
_DUE = "(?:年内|年底前|月底前|[上下]半年|力争|适时|及时)"
_TO_ISSUE = re.compile(rf"(?:(?:^|[。；])\s*|{_DUE})(?:研究|制定|编制)?(?:并)?(?:出台|发布|印发)(?:实施)?$")
# no name of what is out: 出台促进渔民转产办法, 出台若干措施
_OPENS = re.compile("促进|支持|鼓励|扶持|引导|规范|推进|推动")
_TELLS_MATTER = re.compile(f"措施$|^(?:{_OPENS.pattern})")
_DUE_TO_ISSUE = re.compile(f"{_DUE}[^，。；]{{0,4}}$")
_ISSUE_BACK = 16
# 提请市政府印发《…》: it is still with those who decide on it
_TO_SUBMIT = re.compile("(?:提请|报请|提交)[^，。；《》]{1,16}?(?:印发|出台|发布|审议|审定|批准)(?:并?实施)?$")


# ---- what is no document ----


@cache
def _note() -> re.Pattern[str]:
    return re.compile(alternation(document_words()["note"]))


_OF_A_LETTER = re.compile(r"[：:]\s*$|通知|现将|印发")


def _passages(draft: Draft) -> Iterator[Passage]:
    """The passages of the document, but annexes in a list and what a copier or a site wrote around it."""
    title = draft.document.span
    if "《" in draft.document.title and "《" in draft.text.read(title):
        yield Passage(title, "front")
    listing, noted, marks = False, False, draft.marks
    for passage in in_order(draft, titles=True):
        words = draft.read(passage)
        listing = _ANNEX.fullmatch(words) is not None or (listing and _NEXT_ANNEX.fullmatch(words) is not None)
        before = passage.chapter == "front" and not passage.heading and passage.span.start < draft.document.span.start
        noted = before and ((noted and not _OF_A_LETTER.search(words)) or _note().search(words) is not None)
        if not listing and not noted and not marks.has("disclaimer", passage.span):
            yield passage


# 附件：1.云州市医疗规划; 附件2：任务清单; 3.云州市养老规划
_ANNEX = re.compile(r"\s*附\s*件\s*\d{0,2}\s*[：:.、]?\s*(?:\d{1,2}[.、．]\s*)?(?P<title>[^\n。]*)")
_NEXT_ANNEX = re.compile(r"\s*\d{1,2}[.、．]\s*(?P<title>[^\n。]+)")


@cache
def _form_at_end() -> re.Pattern[str]:
    words = document_words()
    return re.compile(rf"({alternation(words['form'])})(?:（[^（）]*）)?$")


def _is_form(title: str) -> bool:
    """Whether a title is that of a form, a catalogue, a deed: 申请表, 承诺书, 推荐目录."""
    form = _form_at_end().search(title)
    if form is None or title.endswith(tuple(document_words()["paper"])):
        return False
    return form[1] != _CATALOGUE or len(title) < _NAMED_CATALOGUE


_CATALOGUE, _NAMED_CATALOGUE = "目录", 9  # signs of a title that says of what it is: 《产业结构调整指导目录》


_NOTICE = re.compile(r"^.{0,40}?关于(?:印发|发布|公布|转发|下发)|的通知$")
_BY_OTHER = re.compile(r"(?P<issuer>[^，。《》]{3,60}?)关于(?:印发|发布|公布|下发)")


def _issues(named: str, document: Document) -> bool:
    """Whether the body that opens a title can be an issuer of the document: of its place or of one that is not told."""
    found = match(named, 0, home(document.jurisdiction, document.level))
    return found is None or not document.issuers or document.jurisdiction in (None, found[0].jurisdiction)


def _is_own(title: str, document: Document) -> bool:
    """The document itself, or the notice that issues it, perhaps without the name of its place."""
    if (by := _BY_OTHER.match(title)) and not _issues(by["issuer"], document):
        return False
    own, other = key(document.title), key(_NOTICE.sub("", title))
    place = key(document.jurisdiction or "")
    return other in (own, own.removeprefix(place)) or own == other.removeprefix(place)


# 根据国家和省、市《安全生产行动方案》: those whose carrying out has the same title
_STATE = "国家|全国|中央|国务院(?:办公厅)?|[一-龥]{2}部|国家[一-龥]{2,8}[委局署]"
_ABOVE = {
    "provincial": re.compile(rf"(?:{_STATE})(?:的|关于|印发的?)?$"),
    "municipal": re.compile(rf"(?:{_STATE}|全?省|自治区)(?:的|关于|印发的?)?$"),
    "county": re.compile(rf"(?:{_STATE}|全?省|自治区|[省和、]市)(?:的|关于|印发的?)?$"),
}


def _rests_on(words: str, naming: Naming, document: Document, passage: Passage) -> bool:
    """Whether a title in 《》 like the document's own, but for its place, stands among others that it rests on."""
    place = key(document.jurisdiction or "")
    if passage.chapter == "work" or not place or place in key(naming.title) or not words.startswith("《", naming.start):
        return False
    in_list = list_start(words, naming.start) < naming.start or list_end(words, naming.end) > naming.end
    return in_list and relation_of(words, naming, document, passage.chapter) == "based_on"


def _of_above(words: str, start: int, document: Document) -> bool:
    """Whether the words before a title say that it is one of a level above the document's own."""
    above = _ABOVE.get(document.level or "")
    return above is not None and above.search(words, max(0, start - _ANNEX_BACK), start) is not None


# 《甲》《乙》已经市政府同意，现印发给你们
_BROUGHT = re.compile(r"[^。《》]{0,40}?现(?:予以?)?(?:印发|发布|公布|下发)")
_OF_YEAR = re.compile(r"^(?:(?:19|20)\d\d年度?)")
_DRAWN_NOW = re.compile("(?:编制|制定|制订|起草)(?:了|完成|形成)?$")
_YEARS = re.compile(r"\d+年?")
_LONGEST_HEREWITH = 40


def _without_year(title: str) -> str:
    return _OF_YEAR.sub("", key(title))


def _brought(words: str, naming: Naming, document: Document) -> bool:
    """What the notice brings along, and the document itself under other years: 特编制《…规划（2021—2030年）》."""
    end = list_end(words, naming.end)
    if document.type != "notice" and _BROUGHT.match(words, end):
        return True
    begin = list_start(words, naming.start)
    herewith = HEREWITH.search(words, max(0, begin - _LONGEST_HEREWITH), begin)
    if document.type != "notice" and herewith and issued().match(words, end):
        return True  # 现将《…》印发给你们
    drawn = _DRAWN_NOW.search(words, max(0, naming.start - 6), naming.start)
    return drawn is not None and _YEARS.sub("", key(naming.title)) == _YEARS.sub("", key(document.title))
