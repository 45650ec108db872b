"""The sheets of tasks: one of all documents to sort and filter, and one per document; `guitu correct` reads both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from guitu.exports.office.sheet import Column, Table, Value
from guitu.exports.tables import division
from guitu.exports.tables.division import Row
from guitu.exports.tables.view import View
from guitu.extract import returned
from guitu.extract.readers.sheets import marks
from guitu.ontology.terms import LEVELS

_Read = Callable[[View, Row, str], Value]


@dataclass(frozen=True, slots=True)
class _Field:
    """A column in two languages. The Chinese headings are those of `columns.ttl`, by which they are read back."""

    zh: str
    en: str
    width: float
    read: _Read
    centred: bool = False
    always: bool = False  # also where every cell is blank

    def column(self, lang: str) -> Column:
        return Column(heading(self.zh, self.en, lang), self.width, self.centred)


def heading(zh: str, en: str, lang: str) -> str:
    """A heading in Chinese, with the English in brackets below where that is asked for."""
    return zh if lang == "zh" else f"{zh}\n（{en}）"


def _in_role(role: str) -> _Read:
    return lambda view, row, lang: division.names(view, row.in_role(role))


def _annexed(view: View, row: Row, lang: str) -> Value:
    """By this `guitu correct` knows that the owners of the row are those of the annex."""
    return ("附件写明" if lang == "zh" else "stated in the annex") if row.annexed else ""


def _evidence(view: View, row: Row, lang: str) -> Value:
    """Where the task stands comes first: by that a row is known when it is read back."""
    annexed = [view.proof(one.duty) for one in row.annexed]
    return "\n".join(filter(None, (division.cited(of, lang) for of in (division.proofs(view, row), annexed))))


def _number(view: View, row: Row, lang: str) -> Value:
    return int(row.number) if row.number.isdecimal() else row.number


_NUMBER = _Field("序号", "No.", 6, _number, centred=True, always=True)
_DOCUMENT = _Field("文件", "document", 20, lambda view, row, lang: view.one(row.document, "dcterms:title"), always=True)
_CHAPTER = _Field("章节", "chapter", 14, lambda view, row, lang: "\n".join(row.chapter))
_TITLE = _Field("重点任务", "task", 20, lambda view, row, lang: row.title, always=True)
_BODY = _Field("主要内容", "content", 48, lambda view, row, lang: row.body)
_REST = (
    _Field("牵头单位", "lead", 14, _in_role("lead"), always=True),
    _Field("责任单位", "responsible", 18, _in_role("responsible"), always=True),
    _Field("配合单位", "support", 18, _in_role("support"), always=True),
    _Field("责任来源", "source of owners", 10, _annexed, centred=True),
    _Field("完成时限", "deadline", 10, lambda view, row, lang: row.deadline, centred=True, always=True),
    _Field("指标", "targets", 18, lambda view, row, lang: "\n".join(row.figures)),
    _Field("依据", "evidence", 24, _evidence),
    _Field("更正", "corrected", 26, lambda view, row, lang: division.corrected(view, row.decisions, lang)),
)
_WHOLE = (
    _Field("序号", "No.", 6, lambda view, row, lang: None, centred=True, always=True),
    _DOCUMENT, _CHAPTER, _TITLE, *_REST,
)  # fmt: skip
_OF_DOCUMENT = (_NUMBER, _CHAPTER, _TITLE, _BODY, *_REST)


def whole(view: View, rows: Sequence[Row], lang: str) -> Table:
    """All tasks of all documents, nothing merged, so that an office can sort and filter."""
    fields, cells = _cells(view, rows, _WHOLE, lang)
    return Table(
        name="总表",
        title="任务分工总表" if lang == "zh" else "任务分工总表 All tasks",
        note=_EDIT[lang],
        columns=tuple(field.column(lang) for field in fields),
        rows=[(number, *row[1:]) for number, row in enumerate(cells, 1)],
    )


_EDIT = {
    "zh": "可筛选、排序、修改：单位、时限、任务名称、指标改在本表或各文件的工作表里均可，改后用 guitu correct 读回。",
    "en": "To sort, filter and edit, here or in the sheets of the documents; guitu correct reads the changes back.",
}


def by_document(view: View, rows: Sequence[Row], names: Mapping[str, str], lang: str) -> tuple[Table, ...]:
    """A sheet for each document. `names`: of the sheets, by document."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        inside[row.document].append(row)
    return tuple(_document(view, iri, inside[iri], name, lang) for iri, name in names.items())


def _document(view: View, iri: str, rows: Sequence[Row], name: str, lang: str) -> Table:
    fields, cells = _cells(view, rows, _OF_DOCUMENT, lang)
    place = fields.index(_CHAPTER) if _CHAPTER in fields else None
    merges = () if place is None else tuple((place, *stretch) for stretch in division.chapters(rows))
    if place is not None:  # a blank would be read as the chapter above
        cells = [[cell or returned.NONE if i == place else cell for i, cell in enumerate(row)] for row in cells]
    return Table(
        name=name,
        title=view.one(iri, "dcterms:title"),
        note=metadata(view, iri),
        columns=tuple(field.column(lang) for field in fields),
        rows=cells,
        mark=marks.TASKS,
        merges=merges,
        filtered=False,
    )


def _cells(
    view: View, rows: Sequence[Row], fields: Sequence[_Field], lang: str
) -> tuple[list[_Field], list[list[Value]]]:
    """The cells of the fields that are always there or have words, and those fields."""
    cells = [[field.read(view, row, lang) for field in fields] for row in rows]
    kept = [i for i, field in enumerate(fields) if field.always or any(row[i] for row in cells)]
    return [fields[i] for i in kept], [[row[i] for i in kept] for row in cells]


def metadata(view: View, iri: str) -> str:
    """What a document says of itself in one line, with the labels by which it is read back."""
    issuers = returned.BETWEEN.join(view.label(issuer) for issuer in view.many(iri, "eli:passed_by"))
    told = {
        returned.NUMBER: view.one(iri, "eli:id_local"),
        returned.ISSUERS: issuers,
        returned.ISSUED: view.one(iri, "eli:date_document"),
        returned.FROM: view.one(iri, "eli:first_date_entry_in_force"),
        returned.UNTIL: view.one(iri, "eli:date_no_longer_in_force"),
        returned.WHERE: _where(view, iri),
        returned.WHOLE: view.one(view.one(iri, "dcterms:isPartOf"), "dcterms:title"),
    }
    return "\u3000".join(("任务分工表", *(f"{label}：{value}" for label, value in told.items() if value)))


def _where(view: View, iri: str) -> str:
    if place := view.one(iri, "gt:jurisdiction"):
        return view.label(place)
    national = view.notation(view.one(iri, "gt:level")) == next(iter(LEVELS))
    return returned.NATIONWIDE if national else ""
