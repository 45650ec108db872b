"""Rooms of the bureau that issued a document, in its running text: 由水资源处负责，规划处、建管处配合."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guitu.extract.facts import Agency
from guitu.extract.owners.clauses.duties import Owner, running_verb_at, skip_fillers
from guitu.extract.owners.forms.running_duties import Said
from guitu.extract.text import Span
from guitu.extract.words.agencies import match
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import duty_words

_CUE = re.compile("[处科股室](?![理置罚境于技学普研内外温])")  # 处理, 科技
_OPENS = re.compile(r"^|[，。；：\s]由?|由")
_NAME = re.compile(
    r"(?!各|有关|相关|其他|本|该|所有|全体|办公室|由|并|负责|牵头|会同)[一-鿿]{2,8}?(?<![一二两三各])(?:处|科|股|室)(?![室长员])"
)
_JOINS = re.compile("[、和及与]")
_STAFF = re.compile("办公室(?=[、和及与，]|牵头|负责|配合)")
_OTHERS = re.compile("[各县区市镇乡]|单位|部门|企业|学校|下级|基层")
_GROUP = re.compile("小组|指挥部|专班|联席会议|委员会办公室|下设")


def has_group(text: str) -> bool:
    """Whether a text speaks of groups that have offices of their own, so that 办公室 alone may be one of theirs."""
    return _GROUP.search(text) is not None


def said(text: str, here: Region | None, *, office: bool = False) -> Iterator[Said]:
    """What the sentences of a passage say of rooms, and of the known bodies in one list with them.

    `office`: 办公室 behind 由 is a room too.

    >>> [(o.agency.written, o.role) for one in said("由水资源处负责，规划处配合。", None) for o in one.owners]
    [('水资源处', 'responsible'), ('规划处', 'support')]
    >>> list(said("各处室配合，办公室负责督办，妥善处理。", None))
    []
    """
    if not _CUE.search(text):
        return
    done = 0
    for opening in _OPENS.finditer(text):
        if opening.end() < done:
            continue
        row, end = _row(text, opening.end(), here, office=office and _of_own(text, opening))
        verb = running_verb_at(text, skip_fillers(text, end, len(text))) if row else None
        role = duty_words().running[verb["word"]] if verb else "none"
        if verb is None or role == "none":
            continue
        done = verb.end()
        yield Said(
            tuple(Owner(agency, role, i, span) for i, (agency, span) in enumerate(row)), row[0][1].to(row[-1][1])
        )


def _of_own(text: str, opening: re.Match[str]) -> bool:
    """Whether 由 opens a clause, with no other bodies before it whose office it would be: 各县要由办公室负责."""
    before = re.split("[。；]", text[: opening.end()])[-1]
    return before.endswith("由") and re.search("[一-鿿]由$", before) is None and _OTHERS.search(before) is None


def without_gaps_of(told: Iterable[Said], rooms: Iterable[Said]) -> Iterator[Said]:
    """What is told, but for names that were not read and are rooms."""
    read = [one.span for one in rooms]
    for one in told:
        if one.owners or not any(span.start <= one.span.start < span.end for span in read):
            yield one


def _row(text: str, at: int, here: Region | None, *, office: bool) -> tuple[list[tuple[Agency, Span]], int]:
    """The bodies of a list that begins at a place and has a room, and where it ends; empty for another list."""
    row: list[tuple[Agency, Span]] = []
    rooms = 0
    while True:
        if body := match(text, at, here, bare=False):
            agency, end = body
        elif name := _NAME.match(text, at) or (_STAFF.match(text, at) if office else None):
            agency, end = Agency(name[0], name[0], known=False, settled=False), name.end()
            rooms += 1
        else:
            return [], at
        row.append((agency, Span(at, end)))
        if not (joint := _JOINS.match(text, end)):
            return (row if rooms else []), end
        at = joint.end()
