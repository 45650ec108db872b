"""Duties in running text: 由市发展改革委牵头，各有关部门配合; only where a duty word ties an agency to the work."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Agency, Role
from guitu.extract.owners.clauses.between_names import BETWEEN, REFERS
from guitu.extract.owners.clauses.borne_duties import answers_at, bears_at, borne, is_named_at, work_of
from guitu.extract.owners.clauses.duties import Owner, join_at, running_verb_at, skip_fillers
from guitu.extract.owners.clauses.kinds_of_bodies import answering, kinds_at
from guitu.extract.owners.clauses.levels import committee_at, of_level
from guitu.extract.owners.clauses.new_bodies import PLACED, is_own, leads_all, set_up
from guitu.extract.owners.clauses.subjects import AHEAD, SLOGAN, WORKS, acts_behind, blank
from guitu.extract.owners.forms.declared import Reach
from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.structure.outline.headings import ALL_ABOVE
from guitu.extract.text import Span
from guitu.extract.words.agencies import bare_at, match, unlisted
from guitu.extract.words.agency_groups import departments_at, governments_at
from guitu.extract.words.agency_zones import committees_at
from guitu.extract.words.inner_brackets import firm_at
from guitu.ontology.districts import Region, leading
from guitu.ontology.knowledge import duty_words

CUE = re.compile(
    r"牵头|负责|配合|协同|协办|参与|会同|联合|组织实施|责任|协助|主抓|职责(?:分工)?(?:抓|做)好落实|各负其责|负总责|(?:实施|建设)(?:主体|单位)|承担起?[^，。；]{2,40}?职责|由[^，。；]{2,24}(?:统筹|承担|承办|主办|具体|落实|实施)|商[市省区县有各]"
)
_SENTENCE = re.compile(r"[^。；;！？\n]+")
_AND_WITH = re.compile("[；;](?=(?:并|同时)?会同)")  # …；会同财政部门…: the one before goes on
# where a list of agencies can begin: at a sign, or after 由 and its like, 建立（市教育局牵头的机制）
_OPENING = re.compile(
    r"^|[，,、：:\s　）]|—{1,2}|均由|分别由|由|委托|授权|委派|以(?!上|下|及|内|外|来)"
    r"|请|明确|确定|指定|指导|督促|建立|成立|形成|构建|健全|完善"
)
# said for what follows: 以下任务均由…负责, 各项任务由…为第一责任单位
_PRECEDING = re.compile(rf"{ALL_ABOVE}[，,]?(?:均|都)?由?$")
_FOLLOWING = re.compile(
    r"(?:以下|下列|下述|各项|所有|本(?:方案|计划|措施|行动|规划)(?:各项|所列|确定的)?)"
    r"[^，。；]{0,10}?(?:任务|措施|事项|工作|举措|项目|条款|内容)?[^，。；]{0,8}?(?:均由|均以|都由|由|以)$"
)
# said for the tasks that name nobody: 未注明责任单位的，由…负责
_REST = re.compile(
    r"(?:未|没有|无)(?:明确|注明|标明|写明|列明|列出|指定|确定)[^，。；]{0,12}?的?(?:任务|事项|工作|项目)?[，,]?(?:均|统一|一律)?由$"
)
_NOT_WORK = re.compile(  # 市水利局牵头编制的规划由市财政局保障: the first only tells which
    r"(?:具体)?负责(?:的|解释|最终解释|.{0,6}解释工作)|(?:牵头|负责|参与)[一-鿿]{2}的[^，。；]{1,14}?由(?=[市省区县州各])"
)
# what one enters with others to win: 积极参与全市技能大赛; not 参与大赛的筹备
_COMPETES = re.compile(
    "(?:积极|踊跃|主动|广泛|共同)*参[与加][^，。；]{0,20}?(?:竞赛|大赛|比赛|赛区|评选|评比|评优|[投竞]标|竞争|招聘会|展会|展览|博览会)"
    "(?!的?(?:组织|筹|评审|保障|监督|服务|工作|管理))"
)
_LONGEST, _NEAR = 600, 100
_TOGETHER = re.compile("等(?:(?:有关|相关)?单位|密切|积极|联合|共同)*(?:协|配合|参|负责|牵头|按)")  # 司法等配合
_FIELDS_UNREAD = re.compile(  # a list beside a leader, whose names are not all known
    r"(?:^|(?<=[，,]))(?P<who>[一-鿿、]{2,100}等(?:有关|相关)?(?:单位|部门))(?:密切|积极|共同|联合)*(?:参与|参加|配合|协同|协助)"
)
_FARTHEST = 200  # from the beginning of a list of agencies to the verb that follows it

# an agency that the registry does not have: its words, where it may end, and what it can begin with
_STRETCH = re.compile(r"[一-鿿“”]{3,24}")
_OFFICE = re.compile(
    r"(?:(?<=[一-鿿]{2})(?<![各属由])街道办事处|委员会|办公室|领导小组|指挥部|专班|管委会|联席会议|(?:专家|指导|工作|技术|攻坚|督导|协调)组|[局厅署办委]|部(?![门分署队])|集团)"
)  # 林草信息局
_BODY = re.compile(  # 市碳汇中心
    r"(?:公司|中心|协会|学会|联合会|院(?![校士线落长内外前所士])|大学|银行|站(?![点台位区])|馆(?![员长])|社(?![会区保团])|管理处|支队|总队|大队|队(?![伍员长列])|所(?![有在以得属需])|(?<=[一-鿿]{2})室(?![内外])|学校)"
)
_NO_NAME = re.compile(
    r"的|由|并|已|了|以|在|对|向|将|为|是|要|把|个|类|发挥|加强|推动|推进|坚持|建立|完善|组织|支持|鼓励|落实|实行|领导(?!小组)"
)
# what is told of others or only referred to: 推广由市教育局牵头的做法, 邻市由市商务局牵头
_ELSEWHERE = re.compile(
    r"(?:推广|借鉴|参照|参考|学习|复制|总结|对照|比照|依据|根据|按照|遵照|落实|执行|宣传|了解|听取)(?:了|由)*$"
    r"|(?:原|原先|原来|此前|曾|不再|不得|不宜)由$"
    r"|(?:例如|比如|譬如|邻[省市县区]|兄弟[省市县]|外[省市]|外地)[^，。；]{0,12}$"
)
_EXAMPLE = re.compile(r"\s*(?:例如|比如|譬如|如：|以[^，。]{2,16}为例)")
# what they have done: 市科技局会同市财政局出台了办法, 市水利局牵头编制的标准已经印发
_DONE = re.compile(
    r"[^，。；]{0,30}?(?:[出印制建开完成发举组推实形取编修][一-鿿]了|已经?(?:于[^，。；]{2,12})?[一-鿿]{2}(?:实施)?(?=[，。；]|$))"
)
_BROKEN = re.compile(
    r"、[^，。；、的]{2,16}(?:负责|牵头|配合|参与|协助)(?=[，。；]|$)"
)  # a list that goes on with no name
_LEADS = re.compile(r"牵头|负责|会同")
_ENTRUSTS = re.compile(
    r"(?:统筹(?:协调|推进|实施|负责)?|承担|承办|主办|具体(?:实施|承办|承担|落实)|落实|实施)(?![的者])"
)
_ACTOR = re.compile(r"(?:(?![有相各的及和与对向将把由])[一-鿿]){2,6}?(?:企业|机构|协会|高校|院所|集团)")  # 会同供水企业
_CARRIED = re.compile(  # 各市政府要…，会同有关部门…
    r"(?:并|同时)?(?:应当?|要|须)?(?P<what>会同|牵头(?!单位|部门)|(?:切实)?承担起?[^，]{2,30}责任(?![制人]))"
)
_BY_ROLE = re.compile(r"(?:牵头|责任|配合|主办|承办|协办|主责)(?:单位|部门)$")  # 各牵头单位 names nobody
_JOINT = re.compile(r"以及|及|和|与")
_BY_RULE = re.compile(  # 县区政府按照省下达的任务负责实施
    r"(?:按照?|根据|依据|依照|遵照)[^，。；]{2,24}?(?=(?:具体|统一|组织|分别)?(?:负责|牵头))"
)
_BY = re.compile(r"(?:均|分别|都)?由(?P<who>[一-鿿、（）“”]{2,40}?)(?=牵头|负责|组织实施|主抓|配合)")
# 市负责本行政区域的学前教育工作: a level alone, which may be its government or all its bodies
_LEVEL_ALONE = re.compile(r"(?:^|(?<=[，、：]))(?P<who>[省市县区州乡镇])(?:级)?负责(?![人制任])")
_READABLE = re.compile(r"(?:部门|单位|政府|机关|[部局厅委办署会处科股室队所站]|小组|专班|集团|中心)$")


@dataclass(frozen=True, slots=True)
class Said:
    """Owners that a sentence names, and the tasks for which: its own, those after it, or the rest, which name nobody.

    Spans are positions in the passage.
    """

    owners: tuple[Owner, ...]
    span: Span
    reach: Reach = "own"


def running(text: str, here: Region | None) -> Iterator[Said]:
    """The duties that the sentences of a passage tell, brackets blanked; one without owners is one that was not read.

    >>> from guitu.ontology.districts import region
    >>> said = running("由市水务局牵头，各有关部门配合。", region("云州市"))
    >>> [(owner.agency.name, owner.role) for one in said for owner in one.owners]
    [('云州市水务局', 'lead'), ('云州市各有关部门', 'support')]
    >>> list(running("鼓励各区参与建设，在市政府领导下推进。", region("云州市")))
    []
    """
    whole = _AND_WITH.sub("，", text) if "会同" in text else text
    for sentence in _SENTENCE.finditer(whole):
        if len(sentence[0]) <= _LONGEST and CUE.search(sentence[0]):
            yield from _sentence(sentence[0], sentence.start(), here)


def _sentence(text: str, offset: int, here: Region | None) -> Iterator[Said]:
    at = 0
    if _EXAMPLE.match(text):
        return
    slogan = bool(SLOGAN.search(text))
    reach: Reach = "own"  # once said, for all that the sentence names
    read_at: list[Span] = []
    subject: _Listed = ()  # who must do what follows
    cues = [cue.end() for cue in CUE.finditer(text)]
    for opening in _OPENING.finditer(text):
        if opening.end() < at or _is_far(cues, opening.end()):
            continue
        by = opening[0].endswith("由")
        if _ELSEWHERE.search(text, max(at, opening.end() - 24), opening.end()):
            continue
        whole = by or not opening.end() or opening[0] in "，,"
        listed, end = (_whole_list if whole else listed_at)(text, opening.end(), here, by=by)
        if listed and opening[0] != "、" and acts_behind(text, listed[-1][1].end, first=_is_first(text, opening)):
            subject = listed
        elif listed and opening[0] in "，,":
            subject = ()  # others do what follows
        elif not opening.end():
            subject = _acting(text, here)
        if not listed and subject and (carried := _CARRIED.match(text, opening.end())):
            listed, end = subject, skip_fillers(text, carried.start("what"), len(text))
        if not listed or _BY_ROLE.search(listed[0][0].written):
            continue
        told = work_of(text, listed, end), _duty(text, listed, end, here)
        read = max(filter(None, told), key=lambda one: one[1], default=None)
        read = read or (_entrusted(text, listed, end) if by else None)
        if read is None and (broken := _BROKEN.match(text, listed[-1][1].end)):
            yield Said((), Span(listed[0][1].start, broken.end()).shift(offset))
            at = broken.end()
            continue
        if read is None or (slogan and all(agency.group for agency, _ in listed)):
            continue
        owners, end = read
        described = opening[0] == "、" and not read_at and text.startswith("的", end)  # 中央支持、省级部门配合的机制
        if described or _DONE.match(text, listed[-1][1].end):
            continue
        at = end
        said = tuple(Owner(a, role, i, span.shift(offset)) for i, (a, role, span) in enumerate(owners))
        reach = _reach(text[: opening.end()]) or reach
        read_at.append(Span(listed[0][1].start, at))
        yield Said(said, read_at[-1].shift(offset), reach)
    yield from _besides(text, offset, here, read_at)


def _is_first(text: str, opening: re.Match[str]) -> bool:
    """Whether a subject can open its sentence there: at the beginning, or behind words of when and by what."""
    return not opening.end() or (opening[0] in "，," and AHEAD.fullmatch(text, 0, opening.start()) is not None)


def _besides(text: str, offset: int, here: Region | None, read_at: Sequence[Span]) -> Iterator[Said]:
    """What a sentence says besides: bodies that it sets up, and a duty whose agency was not read."""

    def is_read(where: Span) -> bool:
        return any(span.start < where.end and where.start < span.end for span in read_at)

    if "责" in text and not read_at and (answers := answering(text)):
        agency, who, span = answers
        yield Said((Owner(agency, "responsible", 0, who.shift(offset)),), span.shift(offset))
        read_at = [span]
    for owner, span in set_up(text, here) if "，" in text and "负责" in text else ():
        if not is_read(span):
            yield Said((owner._replace(span=owner.span.shift(offset)),), span.shift(offset))
    for unread in _FIELDS_UNREAD.finditer(text) if read_at else ():
        who = Span(*unread.span("who"))
        end = min([span.start for span in read_at if is_read(who) and who.start <= span.start < who.end] or [who.end])
        named = text[who.start : end]
        if "、" in named and (named.endswith("、") or not is_read(who)):
            yield Said((), Span(who.start, end).shift(offset))
    for unread in _LEVEL_ALONE.finditer(text) if "负责" in text else ():
        if not is_read(Span(*unread.span("who"))):
            yield Said((), Span(*unread.span()).shift(offset))
    for unread in _BY.finditer(text) if "由" in text else ():
        who = Span(*unread.span("who"))
        if not is_read(who) and _READABLE.search(unread["who"]) and not _NOT_WORK.match(text, unread.end()):
            yield Said((), who.shift(offset))


def _is_far(cues: Sequence[int], at: int) -> bool:
    """Whether no duty word ends near enough behind `at`."""
    following = bisect_left(cues, at + 1)
    return following == len(cues) or cues[following] - at > _FARTHEST


def _reach(words: str) -> Reach | None:
    """What the words before a list of agencies say of the tasks that it is for."""
    if _PRECEDING.search(words):
        return "preceding"
    return "following" if _FOLLOWING.search(words) else "rest" if _REST.search(words) else None


_Listed = Sequence[tuple[Agency, Span]]


def listed_at(
    text: str, start: int, here: Region | None, *, by: bool = False, actors: bool = False
) -> tuple[_Listed, int]:
    """The agencies in a row at `start`, and where their verb would stand.

    `by`: 由 stands before it; `actors`: 会同 does, and kinds of enterprises count too.
    """
    found: list[tuple[Agency, Span]] = []
    at, sign = start, ""
    while len(found) < 60 and (
        several := _named(text, at, here, by=by or bool(found), beside=actors)
        or (committee_at(text, at, found[-1][0], here) if found else None)
        or (_actor(text, at) if actors or (found and _acts(text, at)) else None)
    ):
        for agency, span in several[0]:
            levelled, sign = of_level(agency, sign, here)
            found.append((levelled, span))
        at = blank(text, several[1])
        if not (separator := BETWEEN.match(text, at)):
            break
        at = separator.end()
    if by and not found:
        return kinds_at(text, start)
    end = blank(text, found[-1][1].end) if found else start
    return found, skip_fillers(text, end, len(text))


def _whole_list(text: str, start: int, here: Region | None, *, by: bool) -> tuple[_Listed, int]:
    """A list with what a comma adds to it: 由市财政局、农业局，各区政府牵头; not before a verb of support."""
    listed, end = listed_at(text, start, here, by=by)
    found, at = list(listed), end
    while found and text.startswith(("，", ","), at) and at == blank(text, found[-1][1].end):
        more, at = listed_at(text, at + 1, here, by=True)
        if not more:
            return listed, end
        found += more
    verb = running_verb_at(text, at) if len(found) > len(listed) else None
    if verb is None or duty_words().running[verb["word"]] in ("support", "none") or join_at(text, verb.end()):
        return listed, end
    return found, at


def _actor(text: str, at: int) -> tuple[_Listed, int] | None:
    actor = _ACTOR.match(text, at)
    return ([(Agency(actor[0], actor[0], group=True), Span(at, actor.end()))], actor.end()) if actor else None


def _acts(text: str, at: int) -> bool:
    """Whether a kind of bodies stands at `at`, with a verb of duty behind it: 和供水企业负责."""
    actor = _ACTOR.match(text, at)
    return actor is not None and running_verb_at(text, actor.end()) is not None


def _acting(text: str, here: Region | None) -> _Listed:
    """The body with its place that a sentence opens with, beside what it does: 云州市节水委员会（…）实行会商制度."""
    stretch = _STRETCH.match(text)
    if stretch is None or not (is_own(text, 0, here) or PLACED.match(text) or leading(text, unlisted=False)):
        return ()
    for last in _OFFICE.finditer(text, 2, stretch.end()):
        if not _NO_NAME.search(text[: last.end()]) and is_action(text[blank(text, last.end()) :]):
            return [(unlisted(text[: last.end()], here), Span(0, last.end()))]
    return ()


def _named(text: str, at: int, here: Region | None, *, by: bool, beside: bool = False) -> tuple[_Listed, int] | None:
    near = text.find("部门", at, at + _FARTHEST) >= 0 or _TOGETHER.search(text, at, at + _NEAR) is not None
    several = departments_at(text, at, here) if near else None
    if several and (len(several[0]) > 1 or text.startswith("各", at)):
        return several
    if together := governments_at(text, at) or committees_at(text, at, here) or firm_at(text, at, here):
        return together
    one = bare_at(text, at, here) or match(text, at, here, bare=False) or _outside(text, at, here, by=by, beside=beside)
    one = one or (_area(text, at, here) if by else None)
    return ([(one[0], Span(at, one[1]))], one[1]) if one else None


def _outside(text: str, at: int, here: Region | None, *, by: bool, beside: bool = False) -> tuple[Agency, int] | None:
    """An agency that the registry does not have, by its last word; one without a place only beside 由, 、 or 牵头.

    `beside`: it stands behind 会同, so that any words of work may follow it.
    """
    stretch = _STRETCH.match(text, at)
    if stretch is None or _END_OF_NAME.match(text, at):
        return None
    known = leading(text, at, unlisted=False)
    placed = is_own(text, at, here) or bool(PLACED.match(text, at)) or known is not None
    for ending in (_OFFICE, _BODY) if placed else (_OFFICE,):
        for last in ending.finditer(text, at + 2, stretch.end()):
            name = text[at : last.end()]
            if len(name) < (3 if beside or by else 4) or _NO_NAME.search(name) or REFERS.match(name):
                continue
            if beside and (placed or by) and WORKS.match(text, last.end()):
                return unlisted(name, here), last.end()
            if name.count("“") != name.count("”"):
                continue
            if any(match(name, joint.end(), here, bare=False) for joint in _JOINT.finditer(name, 2)):
                continue
            sure = placed or by or beside or _LEADS.match(text, last.end()) or _shares(text, last.end(), here)
            if sure and _goes_on(text, last.end(), here):
                return unlisted(name, here), last.end()
    return None


_END_OF_NAME = re.compile("(?<=）)(?:领导小组|办公室)")  # 市水网建设（防汛）领导小组办公室
_OF_THINGS = re.compile("[^，。；]{1,7}的")


def _area(text: str, at: int, here: Region | None) -> tuple[Agency, int] | None:
    """A known district that has the work, which its government does: 由徐汇区牵头; not 由徐汇区负责管理的水库."""
    found = leading(text, at, unlisted=False)
    if found is None or text[(end := found[1]) - 1] not in "区县旗":
        return None
    agency, of_things = unlisted(text[at:end], here), _OF_THINGS.match(text, end)
    sure = agency.name.endswith("人民政府") and not of_things and _goes_on(text, end, here)
    return (agency, end) if sure else None


def _goes_on(text: str, at: int, here: Region | None) -> bool:
    """Whether a list goes on at `at`, or its verb stands there."""
    at = blank(text, at)
    if joint := _JOINT.match(text, at):
        return match(text, joint.end(), here, bare=False) is not None or _acts(text, joint.end())
    verb = skip_fillers(text, at, len(text))
    goes_on = text.startswith("、", at) or answers_at(text, at) or is_named_at(text, at) or bears_at(text, at)
    return bool(goes_on or running_verb_at(text, verb) or join_at(text, verb))


def _shares(text: str, at: int, here: Region | None) -> bool:
    """Whether a known agency or a kind of bodies is joined at `at`, with a verb: 专家委员会和市水利局负责."""
    joint = _JOINT.match(text, at)
    if joint and _acts(text, joint.end()):
        return True
    other = match(text, joint.end(), here, bare=False) if joint else None
    return other is not None and running_verb_at(text, skip_fillers(text, other[1], len(text))) is not None


def _entrusted(text: str, listed: _Listed, at: int) -> tuple[list[tuple[Agency, Role, Span]], int] | None:
    """Verbs that give work to those behind 由 only: 由市水务局统筹."""
    verb = _ENTRUSTS.match(text, at)
    return ([(agency, "responsible", span) for agency, span in listed], verb.end()) if verb else None


def _duty(
    text: str, listed: _Listed, at: int, here: Region | None
) -> tuple[list[tuple[Agency, Role, Span]], int] | None:
    """What the words after a list make of it: a verb, or 会同 and a second list; None for nothing."""
    verb = running_verb_at(text, at)
    if verb is None and (rule := _BY_RULE.match(text, at)):
        verb = running_verb_at(text, skip_fillers(text, rule.end(), len(text)))
    if verb:
        no_work = _NOT_WORK.match(text, verb.start()) or _COMPETES.match(text, verb.start())
        if no_work or leads_all(text, [agency for agency, _ in listed], verb.start()):
            return None
        role = duty_words().running[verb["word"]]
        owners = [(agency, role, span) for agency, span in listed if role != "none"]
        if not (join := join_at(text, skip_fillers(text, verb.end(), len(text)))):
            led, end = listed_at(text, verb.end(), here) if verb["word"] == "牵头" else ((), 0)
            if led and WORKS.match(text, end):  # 市水利局牵头市财政局、各区政府制定办法
                return [*owners, *((agency, "support", span) for agency, span in led)], end
            return owners, verb.end()
    elif join := join_at(text, at):
        owners = [(agency, "lead", span) for agency, span in listed]
    else:
        return borne(text, listed, at)
    others, end = listed_at(text, join.end(), here, actors=True)
    if not others:
        return (owners, join.end()) if verb else None
    return [*owners, *((agency, "support", span) for agency, span in others)], end
