"""Short names that a document declares for a body: 云州市海绵城市建设工作领导小组办公室（以下简称“海绵办”）.

A declared name means its body in the whole document; its declaration proves the expansion. 领导小组办公室 alone is the
office of the one such group that the document names in full; 市数治中心 is the issuer 云州市城市数字治理中心.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guitu.extract.facts import Agency, Responsibility
from guitu.extract.owners.names.shared_names import in_full
from guitu.extract.structure.draft import Draft
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, read, unlisted
from guitu.extract.words.agency_places import home
from guitu.ontology.districts import Region, leading

_DECLARED = re.compile(
    r"（(?:以下|下文|下)?(?:统)?[简下]?称(?:为)?[：:]?[“《]?(?P<short>[一-鿿]{2,14})[”》]?(?:[，、]下同)?）"
)
_SHORTEST = 3  # signs of a short name that is not declared
_BACK = 48  # characters before the bracket in which the name in full stands
_SENTENCE = 200  # characters of a sentence that names the group
_BEFORE = re.compile(r"[^一-鿿]")  # signs that no name holds
_QUOTED = re.compile("“[一-鿿]{2,12}”(?=[一-鿿])")  # but a motto in one: 市节水“双百行动”领导小组
# words after which the name in full begins
_LED = re.compile(
    "的|由|成立了?|设立了?|组建了?|建立了?|调整了?|会同|联合|依托|委托|授权|以及|设在|报经?|[是为向对请按让使经]|(?<![共协联融])[和与及](?=[省市县区州本])"
)
_SET_UP = r"领导小组|指挥部|联席会议|委员会|工作组|推进组|专班|协调小组"
_GROUP = re.compile(rf"(?:{_SET_UP})$")
# 领导小组下设办公室: the office of the group named before
_OFFICE_OF = re.compile(rf"(?P<group>{_SET_UP})?(?:下设|内设|设立|设|的)?(?:日常)?(?P<office>办公室|秘书处)$")
_NAMED = re.compile("领导小组|指挥部|联席会议")
_WHOLE = re.compile("^全(?=[省市县区州盟旗])")  # 全区节水工作领导小组 is the district's
_AT_HEAD = re.compile("^[省市县区州](?=.{3})")  # 县健康促进办, where 健康促进办 is declared
# what such a body is called where it is not named again: 领导小组办公室
_ALONE = re.compile(
    r"(?P<group>(?:工作)?领导小组|指挥部|联席会议)(?:(?:下设|内设|设立?)?办公室|办|(?P<members>各?成员单位))?$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a short name stands for, and the words of the document that say so."""

    agency: Agency
    span: Span


def named(draft: Draft, facts: list[Responsibility]) -> list[Responsibility]:
    """The facts with the names that the document declares written in full.

    A name declared of two bodies stays as written, and so does one that nothing declares.
    """
    if not facts:
        return facts
    known = declared(draft) if "称" in draft.text.folded else {}
    known = {**_issuers(draft, facts), **_placed(facts), **known}
    alone = [fact for fact in facts if _ALONE.fullmatch(fact.agency.written)]
    only = _only_group(draft) if alone else None
    groups = {fact.span: _group_before(draft, fact.span) or only for fact in alone}
    return [_named(fact, known, groups.get(fact.span)) for fact in facts]


def _placed(facts: Iterable[Responsibility]) -> Mapping[str, Name]:
    """The owners that nothing settles where others have the same name with its place: 节水专家组, 市节水专家组."""
    found: dict[str, Name | None] = {}
    bare = {fact.agency.written for fact in facts if not fact.agency.settled}
    for fact in facts:
        short = _AT_HEAD.sub("", fact.agency.written)
        if short in bare and short != fact.agency.written and fact.agency.settled:
            other = found.setdefault(short, Name(fact.agency, fact.span))
            if other and other.agency.name != fact.agency.name:
                found[short] = None
    return {short: name for short, name in found.items() if name}


def _issuers(draft: Draft, facts: list[Responsibility]) -> Mapping[str, Name]:
    """The issuers by the short names of them that the registry does not have."""
    here = home(draft.document.jurisdiction, draft.document.level)
    unknown = {fact.agency.written for fact in facts if not fact.agency.known and not fact.agency.group}
    found: dict[str, Name] = {}
    whole, words = draft.document.extent, draft.text.folded
    for issuer in draft.document.issuers if unknown else ():
        at = words.find(issuer.written, whole.start, whole.end or len(words))
        for short in unknown if at >= 0 else ():
            if body := shortened(short, issuer.written, here):
                found[short] = Name(body, Span(at, at + len(issuer.written)))
    return found


def _named(fact: Responsibility, known: Mapping[str, Name], group: Name | None) -> Responsibility:
    written = fact.agency.written
    name = known.get(written) or known.get(_AT_HEAD.sub("", written))
    if name is None and (alone := _ALONE.fullmatch(written)) and (whole := known.get(alone["group"], group)):
        name = replace(whole, agency=_of_group(whole.agency, alone))
    if name is None:
        return fact
    return replace(fact, agency=replace(name.agency, written=written), name_span=name.span)


def _of_group(group: Agency, alone: re.Match[str]) -> Agency:
    """What is said of a group that is not named again: its office, its members, itself."""
    if alone["members"]:
        return replace(group, name=group.name + alone["members"], group=True)
    return replace(group, name=group.name + "办公室") if alone[0] != alone["group"] else group


def declared(draft: Draft) -> Mapping[str, Name]:
    """The bodies by the short names that the document gives them."""
    here = home(draft.document.jurisdiction, draft.document.level)
    found: dict[str, Name | None] = {}
    words, whole = draft.text.folded, draft.document.extent
    for said in _DECLARED.finditer(words, whole.start, whole.end or len(words)):
        agency = _in_full(words[max(whole.start, said.start() - _BACK) : said.start()], said["short"], here)
        if agency is None:
            continue
        name = Name(agency, Span(said.start() - len(agency.written), said.end()))
        other = found.setdefault(said["short"], name)
        if other and other.agency.name != agency.name:
            found[said["short"]] = None
    known = {short: name for short, name in found.items() if name}
    bare = Counter(_AT_HEAD.sub("", short) for short in known)  # 节水办, where 市节水办 is declared, and it alone
    alone = {_AT_HEAD.sub("", short): name for short, name in known.items() if bare[_AT_HEAD.sub("", short)] == 1}
    return alone | known


def stands_for(written: str, said: str, here: Region | None) -> Agency | None:
    """The body that a name as written means by the words that declare it, in canonical signs.

    >>> from guitu.ontology.districts import region
    >>> stands_for("海绵办", "云州市海绵城市领导小组办公室（以下简称海绵办）", region("云州市")).name
    '云州市海绵城市领导小组办公室'
    """
    alone = _ALONE.fullmatch(written)
    short, full, words = written, None, re.sub(r"\s", "", said)
    if declares := _DECLARED.search(words):
        short = declares["short"]
        full = _in_full(words[: declares.start()], short, here)
    elif alone and (groups := list(_groups(words, here))):
        full, short = groups[0][0], alone["group"]
    if full and alone and short == alone["group"] != written:
        return replace(_of_group(full, alone), written=written)
    if full is None:
        if _AT_HEAD.sub("", words) == written != words:
            return replace(_local(words, here), written=written)
        return in_full(written, words, here) or shortened(written, words, here)
    return replace(full, written=written) if short in (written, _AT_HEAD.sub("", written)) else None


def shortened(written: str, said: str, here: Region | None) -> Agency | None:
    """The body of the same place that a name outside the registry shortens: it ends alike, its signs in their order.

    >>> from guitu.ontology.districts import region
    >>> shortened("市数治中心", "云州市城市数字治理中心", region("云州市")).name
    '云州市城市数字治理中心'
    """
    short, full = _local(written, here), _local(said, here)
    place = short.jurisdiction
    if short.known or short.group or not place or not full.name.startswith(place):
        return None
    one, other = short.name.removeprefix(place), full.name.removeprefix(place)
    alike = one != other and one[-2:] == other[-2:] and _is_short_of(one, other)
    return replace(full, written=written) if alike and len(one) >= _SHORTEST else None


def _in_full(before: str, short: str, here: Region | None) -> Agency | None:
    """The body whose name ends the words before a declaration, where the short name is made of its signs.

    >>> from guitu.ontology.districts import region
    >>> _in_full("成立云州市节水工作领导小组，领导小组下设办公室", "节水办", region("云州市")).name
    '云州市节水工作领导小组办公室'
    """
    office = _OFFICE_OF.search(before)
    if office and (whole := _office(before, office, here)):
        return whole if _is_short_of(short, whole.name) else None
    for start in _starts(before):
        words = before[start:]
        if len(words) < len(short) or not _is_short_of(short, words):
            continue
        if found := _body(words, here):
            return found
    return None


def _office(before: str, office: re.Match[str], here: Region | None) -> Agency | None:
    """The office of a group named in full before, where 领导小组 alone stands beside it."""
    stretch = before[max((m.end() for m in _BEFORE.finditer(before, 0, office.start())), default=0) : office.end()]
    if len(stretch) > len(office[0]) + 2 and office["group"]:
        joined = re.sub(r"(?:下设|内设|设立|设|的)(?=(?:日常)?办公室$|秘书处$)", "", stretch)
        starts = [start for start in _starts(joined) if _is_placed(joined[start:])]
        return _body(joined[starts[0] :], here, len(stretch)) if starts and joined != stretch else None
    groups = list(_groups(before[: office.start()], here))
    if not groups:
        return None
    group, start = groups[-1]
    return replace(group, name=group.name + office["office"], written=before[start:])


def _groups(words: str, here: Region | None) -> Iterator[tuple[Agency, int]]:
    """The groups that are named in full with their place, and where their names begin."""
    for m in _NAMED.finditer(words):
        for start in _starts(words[max(0, m.start() - _BACK) : m.start()]):
            at = start + max(0, m.start() - _BACK)
            name = words[at : m.end()]
            if _is_placed(name) and m.start() - at > 3 and (group := _body(name, here)) and group.settled:
                yield group, at
                break


def _starts(words: str) -> Iterator[int]:
    """Where the name that ends the words can begin: the nearest with a place before it, then the farthest."""
    plain = _QUOTED.sub(lambda m: "一" * len(m[0]), words) if "”" in words else words
    begin = max((m.end() for m in _BEFORE.finditer(plain)), default=0)
    starts = [begin, *(m.end() for m in _LED.finditer(words, begin))]
    yield from (start for start in reversed(starts) if _is_placed(words[start:]))
    yield from starts


def _is_placed(words: str) -> bool:
    return re.match("全?[省市县区州盟]", words) is not None or leading(words) is not None


def _body(words: str, here: Region | None, length: int = 0) -> Agency | None:
    """A body whose name is these words; one outside the registry only by the last word of such names."""
    if len(words) < 4 or _LED.match(words) or "的" in words:
        return None
    found = read(words, None) if here is None else None
    found = found if found and found.known else _local(words, here)
    if not found.known and not (is_agency_like(words) or _GROUP.search(words)):
        return None
    return replace(found, written=words[-length:] if length else words)


def _local(words: str, here: Region | None) -> Agency:
    words = _WHOLE.sub("", words)
    level = here.level if here else "national"
    found = read(words, here.full if here and here.name else None, level)
    return found if found.known else unlisted(words, here)


def _is_short_of(short: str, full: str) -> bool:
    """Whether the signs of a short name stand in this order in the full one, its 市 apart, which may be named there.

    >>> _is_short_of("健康促进办", "临江省健康促进工作领导小组办公室"), _is_short_of("节水办", "临江省健康促进委员会")
    (True, False)
    """
    signs = iter(full)
    return all(sign in signs for sign in re.sub("委(?=办)", "", short))


def _group_before(draft: Draft, at: Span) -> Name | None:
    """The one group that the sentence has named in full before: 成立市节水领导小组，…，领导小组下设办公室."""
    here = home(draft.document.jurisdiction, draft.document.level)
    words = draft.text.folded[max(draft.document.extent.start, at.start - _SENTENCE) : at.start]
    begin = words.rfind("。") + 1
    groups = [(group, at.start - len(words) + begin + start) for group, start in _groups(words[begin:], here)]
    if len({group.name for group, _ in groups}) != 1:
        return None
    group, start = groups[-1]
    return Name(group, Span(start, start + len(group.written)))


def _only_group(draft: Draft) -> Name | None:
    """The one 领导小组 that the document names with its place; None where it names several or none."""
    here = home(draft.document.jurisdiction, draft.document.level)
    found: dict[str, Name] = {}
    for passage in draft.passages:
        for group, start in _groups(draft.read(passage), here):
            span = Span(start, start + len(group.written)).shift(passage.span.start)
            found.setdefault(group.name, Name(group, span))
    return next(iter(found.values())) if len(found) == 1 else None
