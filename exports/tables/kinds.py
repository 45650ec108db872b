"""The stated facts, the division tables and the gaps as CSV, one file per kind, ready for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from guitu.exports.speech.spreadsheet import ENCODING, write_csv
from guitu.exports.tables import division
from guitu.exports.tables.view import View
from guitu.extract.errors import OptionError
from guitu.graph.corrections.apply import BETWEEN
from guitu.ontology.terms import STATUSES

_Read = Callable[[View, str, str], str]  # view, IRI, language -> cell


@dataclass(frozen=True, slots=True)
class Column:
    """A heading in two languages and how a cell is read."""

    zh: str
    en: str
    read: _Read


@dataclass(frozen=True, slots=True)
class Kind:
    """One table: the classes whose members are its rows."""

    name: str
    zh: str
    classes: tuple[str, ...]
    columns: tuple[Column, ...]


def _value(name: str) -> _Read:
    return lambda view, iri, lang: "、".join(view.many(iri, name))


def _label(name: str) -> _Read:
    return lambda view, iri, lang: ("、" if lang == "zh" else "; ").join(
        view.label(v, lang) for v in view.many(iri, name)
    )


def _notation(name: str) -> _Read:
    return lambda view, iri, lang: view.notation(view.one(iri, name))


def _title_of(name: str, *, sections_only: bool = False) -> _Read:
    def read(view: View, iri: str, lang: str) -> str:
        of = view.one(iri, name)
        if sections_only and not view.one(of, "gt:depth"):
            return ""  # a section or task right under the document
        return view.one(of, "dcterms:title")

    return read


def _district_code(view: View, iri: str, lang: str) -> str:
    """The code of a district that is named, else of the one that the place lies in."""
    codes = (view.known(view.one(iri, name), "gt:divisionCode") for name in ("gt:place", "gt:inDistrict"))
    return next((code for found in codes for code in found), "")


def _present(view: View, iri: str, lang: str) -> str:
    """The name of what stands for the agency today, where another does."""
    other = view.instead.get(view.one(iri, "gt:agency"))
    return view.label(other.iri, lang) if other else ""


def _document(view: View, iri: str, lang: str) -> str:
    return view.one(view.document.get(iri, ""), "dcterms:title")


def _of(view: View, iri: str, name: str) -> str:
    """The document or task of a decision as it was written, the last of its titles."""
    return view.one(iri, f"gt:decided{name}").rpartition(BETWEEN)[2]


def _columns(view: View, iri: str, lang: str) -> str:
    """Each heading with what it was read as, in the form of `--columns`; ? where it was not recognised."""
    columns = sorted(view.many(iri, "gt:hasColumn"), key=lambda one: int(view.one(one, "gt:order") or 0))
    read_as = ((view.one(one, "gt:columnHeading"), view.one(one, "gt:columnRole")) for one in columns)
    told = (f"{heading}={view.label(role, lang) or '?'}" for heading, role in read_as)
    return ("，" if lang == "zh" else ", ").join(told)


_IN = Column("文件", "document", _document)
_SECTION = Column("章节", "section", _title_of("dcterms:isPartOf", sections_only=True))
_TASK = Column("任务", "task", _title_of("gt:ofTask"))
_TITLE = Column("标题", "title", _value("dcterms:title"))
_STATUS = Column("状态", "status", lambda view, iri, lang: view.label(_status(view, iri), lang))
_CORRECTED = Column(
    "更正", "corrected", lambda view, iri, lang: division.corrected(view, view.decisions(iri), lang).replace("\n", "；")
)
_PROOF = (
    Column("起", "start", lambda view, iri, lang: _position(view.proof(iri).start)),
    Column("止", "end", lambda view, iri, lang: _position(view.proof(iri).end)),
    Column("原文", "quote", lambda view, iri, lang: view.proof(iri).quote),
    Column("正文哈希", "text", lambda view, iri, lang: view.proof(iri).text),
    Column("标识", "id", lambda view, iri, lang: iri),
)
_FIGURE = (
    _IN,
    Column("指标", "indicator", _value("gt:indicatorText")),
    Column("关系", "comparator", _notation("gt:comparator")),
    Column("数值", "value", _value("gt:value")),
    Column("上限", "max_value", _value("gt:maxValue")),
    Column("单位", "unit", _value("gt:unitText")),
    Column("年份", "year", _value("gt:year")),
    Column("周期", "periodicity", _label("gt:periodicity")),
    Column("属性", "bindingness", _label("gt:bindingness")),
    Column("来源", "source", _label("gt:source")),
    _TASK,
    _STATUS,
    _CORRECTED,
    *_PROOF,
)


def _status(view: View, iri: str) -> str:
    return STATUSES[told] if (told := view.status(iri)) else ""


_JUDGED = (_STATUS, _CORRECTED, *_PROOF)


def _position(offset: int | None) -> str:
    return "" if offset is None else str(offset)


KINDS: tuple[Kind, ...] = (
    Kind(
        "documents",
        "文件",
        ("gt:Document",),
        (
            _TITLE,
            Column("级别", "level", _label("gt:level")),
            Column("类型", "type", _label("eli:type_document")),
            Column("发文字号", "number", _value("eli:id_local")),
            Column("发布机构", "issuer", _label("eli:passed_by")),
            Column("成文日期", "issued", _value("eli:date_document")),
            Column("施行日期", "valid_from", _value("eli:first_date_entry_in_force")),
            Column("失效日期", "valid_to", _value("eli:date_no_longer_in_force")),
            Column("规划期", "period", _label("gt:planPeriod")),
            Column("所附文件", "part_of", _title_of("dcterms:isPartOf")),
            *_PROOF,
        ),
    ),
    Kind(
        "sections",
        "章节",
        ("gt:Section",),
        (
            _IN,
            Column("编号", "number", _value("gt:number")),
            _TITLE,
            Column("层次", "depth", _value("gt:depth")),
            Column("次序", "order", _value("gt:order")),
            Column("上级章节", "parent", _title_of("dcterms:isPartOf", sections_only=True)),
            *_JUDGED,
        ),
    ),
    Kind(
        "tasks",
        "任务",
        ("gt:Task",),
        (
            _IN,
            _TITLE,
            Column("形式", "form", _label("gt:form")),
            _SECTION,
            Column("上级任务", "part_of_task", _title_of("gt:partOfTask")),
            Column("时限", "deadline", _value("gt:deadline")),
            Column("责任机构", "owners", _label("gt:ownedBy")),
            Column("主题", "topics", _label("gt:concerns")),
            *_JUDGED,
        ),
    ),
    Kind(
        "responsibilities",
        "责任",
        ("gt:Responsibility",),
        (
            _IN,
            _TASK,
            Column("机构", "agency", _label("gt:agency")),
            Column("今名", "present_name", _present),
            Column("角色", "role", _label("gt:role")),
            Column("原文写法", "as_written", _value("gt:asWritten")),
            Column("次序", "order", _value("gt:order")),
            *_JUDGED,
        ),
    ),
    Kind("targets", "目标", ("gt:Target",), _FIGURE),
    Kind("observations", "现状", ("gt:Observation",), _FIGURE),
    Kind(
        "places",
        "地点",
        ("gt:PlaceMention",),
        (
            _IN,
            Column("名称", "name", _label("gt:place")),
            Column("原文写法", "as_written", _value("gt:asWritten")),
            Column("类型", "type", _label("gt:placeType")),
            Column("所在区县", "district", _label("gt:inDistrict")),
            Column("所在行政区代码", "district_code", _district_code),
            Column("重点领域", "focus", _label("gt:focus")),
            *_JUDGED,
        ),
    ),
    Kind(
        "incentives",
        "扶持",
        ("gt:Incentive",),
        (
            _IN,
            _TASK,
            Column("对象", "beneficiary", _value("gt:beneficiary")),
            Column("条件", "condition", _value("gt:condition")),
            Column("数额", "amount", _value("gt:value")),
            Column("单位", "unit", _value("gt:unitText")),
            Column("为上限", "is_ceiling", _value("gt:isCeiling")),
            *_JUDGED,
        ),
    ),
    Kind(
        "references",
        "引用文件",
        ("gt:Reference",),
        (
            _IN,
            Column("所引文件", "cited_title", _value("gt:citedTitle")),
            Column("关系", "relation", _label("gt:relation")),
            *_JUDGED,
        ),
    ),
    Kind(
        "division_tables",
        "任务分工表",
        ("gt:DivisionTable",),
        (_IN, Column("任务数", "tasks", _value("gt:rowCount")), Column("列", "columns", _columns), *_PROOF),
    ),
    Kind(
        "corrections",
        "更正",
        ("gt:Decision",),
        (
            Column(
                "文件", "document", lambda view, iri, lang: _document(view, iri, lang) or _of(view, iri, "Document")
            ),
            Column("任务", "task", lambda view, iri, lang: _of(view, iri, "Task")),
            Column("更正", "matter", _label("gt:decisionMatter")),
            Column("决定", "verdict", _label("gt:verdict")),
            Column("原值", "old", _value("gt:statedValue")),
            Column("新值", "new", _value("gt:newValue")),
            Column("是否在用", "state", _label("gt:decisionState")),
            Column("未用的原因", "idle_because", _value("gt:idleReason")),
            Column("理由", "why", _value("gt:reason")),
            Column("更正人", "by", _value("gt:decider")),
            Column("日期", "date", _value("gt:decidedOn")),
            Column("更正文件", "file", _value("gt:fromFile")),
            *_PROOF,
        ),
    ),
    Kind(
        "gaps",
        "未读出",
        ("gt:Gap",),
        (_IN, Column("种类", "kind", _label("gt:gapKind")), Column("原因", "reason", _value("gt:reason")), *_PROOF),
    ),
)


def rows(view: View, kind: Kind, lang: str = "zh") -> Iterator[tuple[str, ...]]:
    """The cells of a table, in the order of documents and of their text, as they are (not yet guarded)."""
    for name in kind.classes:
        for iri in view.members.get(name, ()):
            yield tuple(column.read(view, iri, lang) for column in kind.columns)


def write_tables(quads: Iterable[Quad], folder: Path, lang: str = "zh") -> tuple[Path, ...]:
    """One CSV per kind in the folder, UTF-8 with a byte order mark so that Excel reads the Chinese."""
    if lang not in ("zh", "en"):
        raise OptionError(lang, "not a language of the headings", "choose zh or en")
    view = View.of(quads)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS:
        path = folder / f"{kind.name}.csv"
        headings = [column.zh if lang == "zh" else column.en for column in kind.columns]
        with path.open("w", encoding=ENCODING, newline="") as out:
            write_csv(out, headings, rows(view, kind, lang))
        written.append(path)
    return tuple(written)
