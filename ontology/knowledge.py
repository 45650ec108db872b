"""The registry of agencies, duty words and table columns (`registry/*.ttl`) as plain frozen values, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.districts import leading
from guitu.ontology.registry_file import Entry, entries
from guitu.ontology.taught import TAUGHT
from guitu.ontology.turtle_file import local

FormKind = Literal["bureau", "party", "vertical"]
DutyRole = Literal["responsible", "lead", "support", "none"]
Column = Literal["number", "title", "body", "category", "lead", "responsible", "support", "deadline", "other"]


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of agency is named in any place: `name` with the place as {full}, {short} or {named} as it is written.

    `written`: the ways to write it, {place} for the place in any form; `at`: of several with one short name, the
    form of a province, a city or a county (`province`, `city`, `county`), empty where it is the same everywhere;
    `of`: the places that alone have this name, 上海市 of 国有资产监督管理委员会; `since`, `until`: the years from which
    and before which its short forms mean it; `shared`: a short form of several official names, 教科局, which stays as
    it is written; `taught`: by a person, which goes before what the registry has.
    """

    name: str
    kind: FormKind
    written: tuple[str, ...]
    at: str = ""
    of: tuple[str, ...] = ()
    shared: bool = False
    since: int = 0
    until: int = 0
    taught: bool = False

    @property
    def is_body(self) -> bool:
        """Whether it is one body, which has its place in its name or none: 上海虹桥商务区管理委员会."""
        return "{" not in self.name

    def official(self, full: str, short: str, named: str) -> str:
        """The name that an agency of this kind has in a place."""
        return in_full(self.name.replace("{full}", full).replace("{short}", short).replace("{named}", named))


_NO_COMMITTEE = re.compile("(自治区|兵团)委(?!员会)")


def in_full(name: str) -> str:
    """A name with the committee of the party in a region in full, which has no short form.

    >>> in_full("中共宁夏回族自治区委宣传部"), in_full("中共云州市委宣传部")
    ('中共宁夏回族自治区委员会宣传部', '中共云州市委宣传部')
    """
    return _NO_COMMITTEE.sub(r"\1委员会", name) if name.startswith("中共") else name


@dataclass(frozen=True, slots=True)
class National:
    """A body of the whole country: official name, English name, and the ways to write it."""

    name: str
    english: str
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyWords:
    """The words that tie agencies to a task, each with its role; see `registry/roles.ttl`."""

    labels: Mapping[str, DutyRole]
    verbs: Mapping[str, DutyRole]
    running: Mapping[str, DutyRole]
    joins: frozenset[str]
    notes: Mapping[str, DutyRole]
    listings: Mapping[str, DutyRole]


@cache
def national_agencies() -> Mapping[str, National]:
    """Every body of the whole country by each way to write it.

    >>> national_agencies()["工信部"].name
    '工业和信息化部'
    """
    found: dict[str, National] = {}
    for entry in entries("agencies-national").values():
        name = entry["prefLabel"][0]
        agency = National(name, entry["prefLabel@en"][0], (name, *entry.get("altLabel", ())))
        for written in agency.written:
            found.setdefault(written, agency)
    return MappingProxyType(found)


@cache
def forms() -> tuple[Form, ...]:
    """Every form of local agencies, the more specific ones first."""
    return (*_offices(), *_bureaus(), *_party(), *_vertical())


@cache
def forms_by_writing() -> Mapping[str, Mapping[str, tuple[Form, ...]]]:
    """The forms by what stands before and after the place: `["团"]["委"]`, `[""]["教育局"]`."""
    found: dict[str, dict[str, list[Form]]] = {}
    for form in forms():
        for written in form.written:
            head, _, tail = written.partition("{place}")
            same = found.setdefault(head, {}).setdefault(tail, [])
            if form not in same:
                same.append(form)
    return MappingProxyType(
        {
            head: MappingProxyType({tail: _decided(head, tail, tuple(same)) for tail, same in tails.items()})
            for head, tails in found.items()
        }
    )


def _decided(head: str, tail: str, found: tuple[Form, ...]) -> tuple[Form, ...]:
    """What a name can mean: in full itself; a short form of several official names, which nothing tells apart, none.

    What one place calls so is for that place to tell, and so is whether the body is one of the centre's.
    """
    bound = tuple(form for form in found if form.of)
    ours = tuple(form for form in found if not form.of and form.kind != "vertical")
    local_ = tuple(form for form in ours if form.kind == "bureau") or ours  # 市外办 is not the party's where both are
    others = tuple(form for form in found if not form.of and form.kind == "vertical")
    own = tuple(form for form in local_ if form.taught or form.name == "{full}" + tail)
    if own and not head:
        local_ = own[-1:]
    elif len({form.name for form in local_}) > 1 and not any(form.at for form in local_):
        stays = tuple(form for form in local_ if form.shared)
        local_ = stays[:1] or (_as_written(tail.removeprefix("党") if tail.startswith("党委") else tail),)
    return (*bound, *local_, *others)


def _as_written(short: str, of: tuple[str, ...] = ()) -> Form:
    """A short form that stays as it is written, behind its place; that of an organ of the party says so."""
    if not short.startswith("委"):
        return Form("{full}" + short, "bureau", ("{place}" + short,), of=of, shared=True)
    written = ("{place}" + short, "{place}党" + short)  # 市委农办, 自治区党委农办
    return Form("中共{full}" + short, "bureau", written, of=of, shared=True)


_PLACE_OF = {"Body": "", "Institution": "{named}"}  # before the name; in full where it is no such kind


def _offices() -> Iterator[Form]:
    for entry in entries("agencies-as-written").values():
        yield from (_as_written(short, tuple(entry.get("of", ()))) for short in entry["altLabel"])
    for key, entry in (*entries("agencies-offices").items(), *entries("agencies-by-place").items()):
        name, of = entry["prefLabel"][0], tuple(entry.get("of", ()))
        taught = key.startswith(TAUGHT)
        if taught:
            name, of = _placed(name, of)
        short = (name.removeprefix("人民"),) if name.startswith("人民政府") else ()
        written = _once("{place}" + a for a in (name, *short, *entry.get("altLabel", ())))
        whole = _PLACE_OF.get(local(entry["type"][0]), "{full}") + name
        yield Form(whole, "bureau", written, entry.get("at", ("",))[0], of, False, *_years(entry), taught)


def _years(entry: Entry) -> tuple[int, int]:
    return int(entry.get("since", ("0",))[0]), int(entry.get("until", ("0",))[0])


def _placed(name: str, of: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A name without the known place that it begins with, which alone has it, as a person may teach one.

    >>> _placed("昆山市低空办", ()), _placed("台湾同胞联谊会", ()), _placed("低空办", ("昆山市",))
    (('低空办', ('昆山市',)), ('台湾同胞联谊会', ()), ('低空办', ('昆山市',)))
    """
    found = None if of else leading(name, unlisted=False)
    whole = found and name[: found[1]].endswith(found[0].name) and found[1] < len(name)
    return (name[found[1] :], (found[0].name,)) if found and whole else (name, of)


def _bureaus() -> Iterator[Form]:
    local_ = entries("agencies-local")
    endings = {key: entry for key, entry in local_.items() if local(entry["type"][0]) == "Ending"}
    matters = [entry for entry in local_.values() if local(entry["type"][0]) == "Matter"]
    taken = frozenset(short for matter in matters for short in (matter["prefLabel"][0], *matter.get("altLabel", ())))
    for matter in matters:
        for key in matter["ending"]:
            yield _bureau(matter, endings[local(key)], taken)
    for shared in (entry for entry in local_.values() if local(entry["type"][0]) == "Shared"):
        for key in shared["ending"]:
            for short in shared["altLabel"]:
                yield from _shared(short, endings[local(key)])


@cache
def matters() -> tuple[str, ...]:
    """What bureaus and departments are for, in every way to write it: 发展和改革, 发改.

    >>> {"教育", "发改"} <= set(matters())
    True
    """
    kinds = ("Matter", "Shared")
    found = (entry for entry in entries("agencies-local").values() if local(entry["type"][0]) in kinds)
    names = (name for entry in found for name in (*entry.get("prefLabel", ()), *entry.get("altLabel", ())))
    return _once(written for name in names for written in (name, name.replace("和", "")) if len(written) > 1)


def _bureau(matter: Entry, ending: Entry, taken: frozenset[str]) -> Form:
    """A bureau of a matter; without its 和 where no other is told to be written so, 教育体育 beside 教育和体育."""
    full, last = matter["prefLabel"][0], ending["prefLabel"][0]
    joined = full.replace("和", "")
    shorts = (full, *((joined,) if joined not in taken else ()), *matter.get("altLabel", ()))
    written = [short + end for short in shorts for end in (last, *ending.get("altLabel", ()))]
    return Form("{full}" + full + last, "bureau", _once("{place}" + w for w in written))


def _shared(short: str, ending: Entry) -> Iterator[Form]:
    for last in (ending["prefLabel"][0], *ending.get("altLabel", ())):
        yield Form("{full}" + short + last, "bureau", ("{place}" + short + last,), shared=True)


_OF_ANY = ("办公室", "办公厅")  # 市办公室 may be that of the committee or of the government


def _party() -> Iterator[Form]:
    """Organs of the party; a short form that others bear too, 人才办, means one only behind 委: 市委人才办."""
    stays = frozenset(a for entry in entries("agencies-as-written").values() for a in entry["altLabel"])
    for entry in entries("agencies-party").values():
        name = entry["prefLabel"][0]
        if name == "委员会":
            continue
        short = entry.get("altLabel", ())
        heads = ("中共{place}委", "{place}委", "{place}党委", "中共{place}党委", "中共{place}委员会")
        written = [head + n for n in (name, *short) for head in heads]
        bare = ["{place}" + n for n in (name, *short) if len(n) > 1 and name not in _OF_ANY and n not in stays]
        yield Form("中共{full}委" + name, "party", _once([*written, *bare]), "", (), False, *_years(entry))


def _vertical() -> Iterator[Form]:
    for entry in entries("agencies-vertical").values():
        if "prefLabel" in entry:
            at, of = entry.get("at", ("",))[0], tuple(entry.get("of", ()))
            yield Form(entry["prefLabel"][0], "vertical", _once(entry["written"]), at, of, False, *_years(entry))


@cache
def branch_endings() -> tuple[str, ...]:
    """What the name of a branch of a body of the whole country ends with, 海事局, behind the name of a place."""
    return tuple(entries("agencies-vertical")["branch"]["word"])


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


@cache
def duty_words() -> DutyWords:
    """The duty words with their roles.

    >>> duty_words().labels["配合单位"], duty_words().verbs["牵头"]
    ('support', 'lead')
    """
    kinds = ("label", "verb", "running", "with", "note", "listing")
    found: dict[str, dict[str, DutyRole]] = {kind: {} for kind in kinds}
    for entry in entries("roles").values():
        role = _role(entry["role"][0])
        for kind, words in found.items():
            for word in entry.get(kind, ()):
                words[word] = role
        for part in entry.get("part", ()):
            for body in entry["body"]:
                found["label"][f"{part}{body}"] = role
        for bear in entry.get("bear", ()):
            for liability in entry["liability"]:
                found["running"][f"{bear}{liability}责任"] = found["verb"][f"{bear}{liability}责任"] = role
    made = {kind: MappingProxyType(words) for kind, words in found.items()}
    return DutyWords(
        made["label"], made["verb"], made["running"], frozenset(found["with"]), made["note"], made["listing"]
    )


def _role(notation: str) -> DutyRole:
    for role in ("responsible", "lead", "support", "none"):
        if role == notation:
            return role
    raise ValueError(f"registry/roles.ttl: no such role: {notation}")


@cache
def columns() -> Mapping[str, Column]:
    """What a column of a division table holds, by how it is headed.

    >>> columns()["完成时限"]
    'deadline'
    """
    return MappingProxyType(
        {
            word: _column(entry["column"][0])
            for entry in entries("columns").values()
            if "column" in entry
            for word in entry["altLabel"]
        }
    )


@cache
def matter_columns() -> Mapping[str, str]:
    """What a column of a table of matters holds, `matter` or `content`, by how it is headed; `bar`: no such table.

    >>> matter_columns()["重点领域"], matter_columns()["发展重点"], matter_columns()["指标"]
    ('matter', 'content', 'bar')
    """
    found = (entry for entry in entries("columns").values() if "pair" in entry)
    return MappingProxyType({word: entry["pair"][0] for entry in found for word in entry["altLabel"]})


@cache
def layout_columns() -> Mapping[str, str]:
    """What a column of a table that lays out places holds, `name`, `seat` or `focus`, by how it is headed.

    >>> layout_columns()["园区名称"], layout_columns()["所在区县"], layout_columns()["主导产业"]
    ('name', 'seat', 'focus')
    """
    found = (entry for entry in entries("columns").values() if "layout" in entry)
    return MappingProxyType({word: entry["layout"][0] for entry in found for word in entry["altLabel"]})


def _column(notation: str) -> Column:
    every: tuple[Column, ...] = (
        "number", "title", "body", "category", "lead", "responsible", "support", "deadline", "other",
    )  # fmt: skip
    for column in every:
        if column == notation:
            return column
    raise ValueError(f"registry/columns.ttl: no such column: {notation}")
