"""The tables that people write by hand: corrections, judged suggestions, names; each row a decision with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from guitu.extract.errors import SourceError
from guitu.extract.structure.document.dates import day_told
from guitu.graph.corrections.amounts import amount
from guitu.graph.corrections.decision import Decision, Matter, Verdict
from guitu.graph.corrections.grids import Grid, Row
from guitu.graph.links.by_hand import JUDGEMENTS, KINDS

LONGEST = 400  # characters of a field
_HEADINGS: Mapping[str, str] = {
    "文件": "document", "文件名称": "document", "document": "document",
    "任务": "task", "重点任务": "task", "task": "task",
    "更正": "what", "更正事项": "what", "correction": "what", "what": "what",
    "原值": "old", "old": "old", "新值": "new", "new": "new",
    "理由": "why", "why": "why", "reason": "why", "备注": "remark", "remark": "remark",
    "更正人": "by", "判定人": "by", "by": "by", "日期": "on", "更正日期": "on", "date": "on",
    "种类": "kind", "kind": "kind", "名称一": "one", "one": "one", "名称二": "other", "other": "other",
    "决定": "verdict", "verdict": "verdict",  # of what is exported: no table written by hand
    "判定": "judgement", "judgement": "judgement", "规则": "rule", "rule": "rule",
    "机构": "agency", "建议机构": "agency", "单位": "agency", "agency": "agency", "suggested agency": "agency",
    "推断结果": "agency", "inferred": "agency", "角色": "role", "role": "role",
}  # fmt: skip
_ROLES: Mapping[str, str] = {
    "牵头": "lead", "牵头单位": "lead", "lead": "lead", "leads": "lead",
    "责任": "responsible", "责任单位": "responsible", "responsible": "responsible", "owner": "responsible",
    "配合": "support", "配合单位": "support", "support": "support", "supports": "support",
}  # fmt: skip
_OF_TASK: Mapping[str, Matter] = {
    "期限": "deadline", "时限": "deadline", "完成时限": "deadline", "deadline": "deadline",
    "标题": "title", "title": "title",
    "指标": "target", "目标值": "target", "目标": "target", "target": "target",
}  # fmt: skip
_VERDICTS: Mapping[str, Verdict] = {
    "否认": "rejected", "rejected": "rejected", "reject": "rejected",
    "确认": "confirmed", "confirmed": "confirmed", "confirm": "confirmed",
    "采纳建议": "accepted", "采纳": "accepted", "accepted": "accepted", "accept": "accepted",
    "不采纳": "refused", "不采纳建议": "refused", "refused": "refused", "refuse": "refused",
}  # fmt: skip
_ENGLISH = re.compile(r"[\n（(]+.*$", re.DOTALL)  # 文件\n（document）
_NOW = re.compile(r"（(?:[现即]|now|that is) .+）$")  # 云州市农业局（现 云州市农业农村局）
_APART = re.compile(r"[、，,;；\n]+(?![^（(]*[）)])")  # between names, not inside brackets
FORMS = (
    "文件, 任务, 更正, 原值, 新值 (document, task, correction, old, new); "
    "种类, 名称一, 名称二, 判定 (kind, one, other, judgement); 文件, 任务, 机构, 判定; or a 任务分工表 of Guitu"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision as somebody wrote it. `known`: only one that differs from the graph is meant (a listed judgement)."""

    where: str
    decision: Decision
    known: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decided, when, why and in which file, where a row does not say it."""

    by: str
    on: date
    why: str
    file: str


Reader: TypeAlias = "Callable[[Grid, Signature], Iterator[Wish]]"
"""What reads the rows of a kind of table."""


def fields(header: Row) -> dict[str, int]:
    """The columns of a table by what they hold."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header.cells):
        if name := _HEADINGS.get(cell.strip().lower()) or _HEADINGS.get(_ENGLISH.sub("", cell).strip().lower()):
            found.setdefault(name, place)
    return found


def reader_of(columns: Mapping[str, int]) -> Reader | None:
    """What reads a table with such columns; None for none of those written by hand."""
    if {"kind", "one", "other", "judgement"} <= set(columns):
        return _names
    if {"task", "what"} <= set(columns) and "verdict" not in columns and not {"old", "new"}.isdisjoint(columns):
        return _corrections
    if {"task", "agency", "judgement"} <= set(columns):
        return _suggestions
    return None


def _rows(grid: Grid) -> Iterator[tuple[Row, dict[str, str]]]:
    header, *rows = grid.rows
    columns = fields(header)
    for row in rows:
        cells = {name: row.cells[place] if place < len(row.cells) else "" for name, place in columns.items()}
        if long := next(
            (name for name, words in cells.items() if len(words) > LONGEST and name not in ("why", "remark")), None
        ):
            raise SourceError(row.where, f"{long} is longer than {LONGEST} characters")
        yield row, cells


def _signed(row: Row, cells: Mapping[str, str], signature: Signature) -> dict[str, object]:
    on = signature.on
    if told := cells.get("on", ""):
        if (found := day_told(told)) is None:
            raise SourceError(row.where, f"no date: {told[:40]!r}", "write it as 2026-03-01")
        on = found
    return {
        "on": on,
        "by": cells.get("by") or signature.by,
        "why": (cells.get("remark") or cells.get("why") or signature.why)[:2000],
        "file": signature.file,
    }


# ---- corrections ----


def _corrections(grid: Grid, signature: Signature) -> Iterator[Wish]:
    for row, cells in _rows(grid):
        what, task = cells["what"].lower(), cells["task"]
        about = {
            **_signed(row, cells, signature),
            "document": cells.get("document", ""),
            "task": (task,) if task else (),
        }
        old, new = cells.get("old", ""), cells.get("new", "")
        if not about["document"]:
            raise SourceError(row.where, "no document is named", "write its title or number under 文件")
        if not task and what not in _VERDICTS and _OF_TASK.get(what) != "target":
            raise SourceError(row.where, "no task is named", "write its title under 任务")
        made = _made(row, what, old, new)
        yield from (Wish(row.where, Decision(**{**about, **one})) for one in made)  # type: ignore[arg-type]


def _made(row: Row, what: str, old: str, new: str) -> list[dict[str, object]]:
    """What a row decides, once for each agency that it names."""
    if what in _ROLES:
        if not old and not new:
            raise SourceError(row.where, "neither 原值 nor 新值 is written")
        return owners(split(old), split(new), _ROLES[what])
    if (matter := _OF_TASK.get(what)) is not None:
        return [_valued(row, matter, old, new)]
    if (verdict := _VERDICTS.get(what)) is None:
        told = ", ".join(dict.fromkeys((*_ROLES, *_OF_TASK, *_VERDICTS)))
        raise SourceError(row.where, f"no correction: {what[:40]!r}", f"one of {told}")
    if verdict in ("accepted", "refused"):
        named = split(old) or split(new)
        return [{"matter": "suggestion", "verdict": verdict, "stated": (name, "")} for name in named or [""]]
    if not old:
        return [{"matter": "task", "verdict": verdict}]
    return [{"matter": "fact", "verdict": verdict, "stated": (name,)} for name in (split(old) or [old])]


def owners(old: Sequence[str], new: Sequence[str], role: str) -> list[dict[str, object]]:
    """Each old name gives way to the new one beside it; what is left over on a side goes, or comes."""
    found: list[dict[str, object]] = []
    for number in range(max(len(old), len(new))):
        said = (old[number], "") if number < len(old) else ()
        then = (new[number], role) if number < len(new) else ()
        verdict = "changed" if said and then else "rejected" if said else "added"
        found.append({"matter": "owner", "verdict": verdict, "stated": said, "value": then, "order": number})
    return found


def _valued(row: Row, matter: Matter, old: str, new: str) -> dict[str, object]:
    if matter == "title" and not new:
        raise SourceError(row.where, "no new title is written")
    if not old and not new:
        raise SourceError(row.where, "neither 原值 nor 新值 is written")
    if matter == "target" and new and amount(new) is None:
        raise SourceError(row.where, f"no number: {new[:40]!r}", "write it as ≥35公里（2027年）")
    verdict = "rejected" if not new else "added" if not old and matter == "target" else "changed"
    return {"matter": matter, "verdict": verdict, "stated": (old,) if old else (), "value": (new,) if new else ()}


def split(words: str) -> list[str]:
    """The names in a cell.

    >>> split("市水务局、市城管局（市执法局、市容局）")
    ['市水务局', '市城管局（市执法局、市容局）']
    >>> split("云州市农业局（现 云州市农业农村局）、市财政局")  # as the page writes what another stands for
    ['云州市农业局', '市财政局']
    """
    return [_NOW.sub("", name.strip()) for name in _APART.split(words) if name.strip()]


# ---- judged suggestions ----


_IN_BRACKETS = re.compile(r"^(.+)（([^（）]+)）$")  # 云州市水务局（牵头）


def _suggestions(grid: Grid, signature: Signature) -> Iterator[Wish]:
    for row, cells in _rows(grid):
        judged = cells["judgement"].lower()
        if not judged:
            continue
        verdict = _VERDICTS.get(judged)
        if verdict not in ("accepted", "refused"):
            raise SourceError(row.where, f"no judgement: {judged[:40]!r}", "one of 采纳, 不采纳, accepted, refused")
        agency, role = cells["agency"], _ROLES.get(cells.get("role", ""), "")
        if not role and (found := _IN_BRACKETS.match(agency)) and found[2] in _ROLES:
            agency, role = found[1], _ROLES[found[2]]
        yield Wish(
            row.where,
            Decision(
                matter="suggestion",
                verdict=verdict,
                document=cells.get("document", ""),
                task=(cells["task"],),
                stated=(agency, role),
                **_signed(row, cells, signature),  # type: ignore[arg-type]
            ),
        )


# ---- names ----


def _names(grid: Grid, signature: Signature) -> Iterator[Wish]:
    for row, cells in _rows(grid):
        kind, judgement = KINDS.get(cells["kind"].lower()), JUDGEMENTS.get(cells["judgement"].lower())
        one, other = cells["one"], cells["other"]
        if kind is None:
            raise SourceError(row.where, f"no kind: {cells['kind'][:40]!r}", f"one of {', '.join(KINDS)}")
        if judgement is None:
            raise SourceError(row.where, "no judgement", f"one of {', '.join(JUDGEMENTS)}")
        if not one or not other or one == other:
            raise SourceError(row.where, "two different names are needed")
        own = {name: words for name, words in cells.items() if name != "why" or not cells.get("rule")}
        signed = _signed(row, own, signature)  # beside a rule the reason is that of the rule
        stated = (kind, *sorted((one, other)))
        yield Wish(row.where, Decision("names", judgement, stated=stated, **signed), bool(cells.get("rule")))  # type: ignore[arg-type]
