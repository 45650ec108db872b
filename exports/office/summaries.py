"""The sheets beside the tasks: 指标, 园区, 单位, 缺口, and what Guitu suggests; those without rows are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from guitu.exports.office.sheet import Column, Table, Value
from guitu.exports.office.tasks import heading
from guitu.exports.tables import division
from guitu.exports.tables.division import ROLES, Owner, Row
from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.kinds import KINDS, Kind
from guitu.exports.tables.view import View

_KINDS = {kind.name: kind for kind in KINDS}
_PROOF = frozenset(("start", "end", "quote", "text", "id"))
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,10})?")
_NUMERIC = frozenset(("value", "max_value", "year"))
_WIDTHS = {
    "document": 26, "indicator": 26, "reason": 44, "task": 24, "name": 24, "as_written": 20, "focus": 28,
    "district": 16,
}  # fmt: skip
_NARROW = 9
_ROLE_NAMES = {"lead": ("牵头", "leads"), "responsible": ("责任", "responsible"), "support": ("配合", "supports")}


def tables(view: View, rows: Sequence[Row], inferred: Inferred, lang: str) -> tuple[Table, ...]:
    """The summaries that have rows."""
    found = (
        _of_kinds(view, "指标", ("指标与现状", "Targets and observations"), ("targets", "observations"), lang),
        _of_kinds(view, "园区", ("园区与空间布局", "Parks and places"), ("places",), lang),
        _agencies(view, rows, inferred, lang),
        _of_kinds(view, "缺口", ("未读出的内容", "What was not read"), ("gaps",), lang),
        _suggested(view, inferred, lang),
    )
    return tuple(table for table in found if table.rows)


def _titled(zh: str, en: str, lang: str) -> str:
    return zh if lang == "zh" else f"{zh} {en}"


def _note(lang: str) -> str:
    return "由规图汇总，不读回。" if lang == "zh" else "Gathered by Guitu; not read back."


def _of_kinds(view: View, name: str, title: tuple[str, str], kinds: Sequence[str], lang: str) -> Table:
    """Tables of `exports.tables` on one sheet, the quote and its place in one column; of several the kind is told."""
    fields = [column for column in _KINDS[kinds[0]].columns if column.en not in _PROOF]
    several = len(kinds) > 1
    columns = [
        Column(heading("序号", "No.", lang), 6, centred=True),
        *([Column(heading("类别", "kind", lang), 8, centred=True)] if several else []),
        *(Column(heading(f.zh, f.en, lang), _WIDTHS.get(f.en, _NARROW), f.en not in _WIDTHS) for f in fields),
        Column(heading("依据", "evidence", lang), 34),
    ]
    rows: list[list[Value]] = []
    for kind in (_KINDS[one] for one in kinds):
        for iri in (iri for of in kind.classes for iri in view.members.get(of, ())):
            told = [_value(column.en, column.read(view, iri, lang)) for column in fields]
            label = [_label(kind, lang)] if several else []
            rows.append([len(rows) + 1, *label, *told, division.cited([view.proof(iri)], lang)])
    return Table(name, _titled(*title, lang), _note(lang), tuple(columns), rows)


def _label(kind: Kind, lang: str) -> str:
    return kind.zh if lang == "zh" else kind.name.removesuffix("s")


def _value(name: str, told: str) -> Value:
    """A number as a number where the column holds such; all else as words."""
    if name not in _NUMERIC or not _NUMBER.fullmatch(told):
        return told
    return float(told) if "." in told else int(told)


# ---- agencies ----


def _agencies(view: View, rows: Iterable[Row], inferred: Inferred, lang: str) -> Table:
    """How many tasks each agency leads, is responsible for and supports; names of one agency are counted together."""
    duties: dict[str, dict[tuple[str, str], Owner]] = {}  # of each agency, one for each task and role
    documents: dict[str, set[str]] = {}
    for row in rows:
        for owner in row.owners:
            agency = inferred.of_agency(owner.agency)
            duties.setdefault(agency, {})[row.task, owner.role] = owner
            documents.setdefault(agency, set()).add(row.document)
    counts = {agency: Counter(role for _, role in found) for agency, found in duties.items()}
    held = sorted(counts, key=lambda iri: (-counts[iri].total(), view.label(iri)))
    columns = (
        Column(heading("序号", "No.", lang), 6, centred=True),
        Column(heading("单位", "agency", lang), 34),
        Column(heading("文件中写作", "written as", lang), 50),
        *(Column(heading(*_ROLE_NAMES[role], lang), 16, centred=True) for role in ROLES),
        Column(heading("文件数", "documents", lang), 14, centred=True),
    )
    cells: list[list[Value]] = [
        [
            number, view.label(iri), "、".join(division.written(view, duties[iri].values())),
            *(counts[iri][role] for role in ROLES), len(documents[iri]),
        ]
        for number, iri in enumerate(held, 1)
    ]  # fmt: skip
    return Table("单位", _titled("单位任务数", "Agencies by tasks", lang), _note(lang), columns, cells)


# ---- what is inferred ----

_INFERRED = {
    "zh": "以下由规图推断，不是文件原文，供研究参考；“判定”一列写采纳或不采纳，用 guitu correct 读回。",
    "en": "Guitu concluded what follows; no document states it. Judge it accepted or refused for guitu correct.",
}


def _suggested(view: View, inferred: Inferred, lang: str) -> Table:
    """Owners that other documents suggest, then tasks of other documents that mean the same; each with its reason."""
    owner, task = ("建议单位", "对应任务") if lang == "zh" else ("suggested owner", "aligned task")
    rows: list[list[Value]] = []
    place = {iri: number for number, iri in enumerate(view.members.get("gt:Task", ()))}
    for one in sorted(inferred.suggestions, key=lambda one: place.get(one.task, -1)):
        agency = f"{view.label(one.agency)}（{view.label(one.role, lang)}）"
        rows.append(
            [len(rows) + 1, owner, *_task(view, one.task), agency, _value("value", one.score), one.reason, None]
        )
    for pair in sorted(inferred.alignments, key=lambda one: place.get(one.task, -1)):
        document, title = _task(view, pair.other)
        other = f"{title}（{document}；{view.label(pair.relation, lang)}）"
        rows.append(
            [len(rows) + 1, task, *_task(view, pair.task), other, _value("value", pair.score), pair.reason, None]
        )
    columns = (
        Column(heading("序号", "No.", lang), 6, centred=True),
        Column(heading("类别", "kind", lang), 10, centred=True),
        Column(heading("文件", "document", lang), 26),
        Column(heading("重点任务", "task", lang), 26),
        Column(heading("推断结果", "inferred", lang), 36),
        Column(heading("得分", "score", lang), 8, centred=True),
        Column(heading("理由", "reason", lang), 44),
        Column(heading("判定", "judgement", lang), 10, centred=True),
    )
    title = _titled("推断的责任单位与对应任务", "Inferred owners and aligned tasks", lang)
    return Table("建议", title, _INFERRED[lang], columns, rows, inferred=True)


def _task(view: View, iri: str) -> tuple[str, str]:
    """The titles of its document and of a task."""
    return view.one(view.document.get(iri, ""), "dcterms:title"), view.one(iri, "dcterms:title")
