"""Tables with agencies as columns: the cell under one says what it has to do with the task of the row, ★ or 牵头."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from guitu.extract.facts import Role
from guitu.extract.structure.tables.table_columns import HEADER_ROWS, Layout, continued, header_row
from guitu.extract.text import Cell, Span, Table, Text
from guitu.extract.words.agencies import is_agency_like, match
from guitu.ontology.knowledge import duty_words

_SIGN = "[★☆●○◎◆◇■□▲△▪▫√✓✔〇⊙#*Oo]"
_NOTHING = re.compile(r"[\s/—\-－×]*")
_ROLE = "[一-鿿]{2,6}?(?=单位|部门|机构|主体|[，、；。：（）〔〕\\s]|$|★|☆|●|○|◎|◆|◇|■|□|▲|△|√)"
# ★为牵头单位, “○”表示配合, ▲：负责
_SIGN_FIRST = re.compile(rf"“?(?P<sign>{_SIGN})”?\s*(?:表示|代表|指|为|是|：|=|-|—)?\s*(?P<role>{_ROLE})")
# 牵头单位用★表示, 牵头单位（★）
_ROLE_FIRST = re.compile(
    rf"(?P<role>牵头|负责|责任|主责|配合|协办|参与|主办|承办|协助)(?:单位|部门)?(?:用|以|标注|标|：|（)?“?(?P<sign>{_SIGN})"
)
_NEAR = 400  # characters around a table in which its legend stands


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table with agencies as columns. `agencies`: the head of each by its column; `roles`: what each sign says.

    `explained`: every sign has its role.
    """

    layout: Layout
    agencies: Mapping[int, Cell]
    roles: Mapping[str, Role]
    explained: bool = True

    def owners(self, text: Text, row: Sequence[Cell]) -> tuple[tuple[Span, Role], ...]:
        """The heads of the columns that are marked in a row, each with its role."""
        said = ((head, role_of(text.read(row[i].span), self.roles)) for i, head in self.agencies.items())
        return tuple((head.span, role) for head, role in said if role)


def matrix(text: Text, table: Table) -> Matrix | None:
    """The matrix that a table is; None for another. Signs that nobody explains say nothing, unless there is but one."""
    found = _columns(text, table)
    if found is None:
        return None
    layout, agencies = found
    signs = _signs(text, table, layout, agencies)
    roles = _legend(text, table) if signs else {}
    if len(signs) == 1 and not signs & roles.keys():
        roles = dict.fromkeys(signs, "responsible")
    return Matrix(layout, agencies, roles if signs <= roles.keys() else {}, signs <= roles.keys())


def going_on(text: Text, table: Table, before: Matrix) -> Matrix | None:
    """The matrix of a table that a page has cut: as wide as the one before, with its marks and no others."""
    width = len(before.layout.columns)
    if not table.rows or any(len(row) != width for row in table.rows):
        return None
    cells = [text.read(row[i].span).strip(" \n“”") for row in table.rows for i in before.agencies]
    known = all(_NOTHING.fullmatch(cell) or role_of(cell, before.roles) for cell in cells)
    return replace(before, layout=continued(before.layout)) if known and any(map(_marks, cells)) else None


def role_of(cell: str, roles: Mapping[str, Role]) -> Role | None:
    """What a cell says: by its word, or by its sign.

    >>> role_of("牵头", {}), role_of("★", {"★": "lead"}), role_of("—", {})
    ('lead', 'lead', None)
    """
    words = cell.strip(" \n“”")
    role = duty_words().verbs.get(words) or duty_words().labels.get(words)
    if role is None and words and words[0] in roles:
        return roles[words[0]]
    return None if role == "none" else role


def _columns(text: Text, table: Table) -> tuple[Layout, Mapping[int, Cell]] | None:
    """The header with at least two agencies and a task, where the columns under them hold nothing but marks."""
    for number in range(min(HEADER_ROWS, len(table.rows) - 1)):
        row = table.rows[number]
        named = {i: cell for i, cell in enumerate(row) if _is_agency("".join(text.read(cell.span).split()))}
        if len(set(named.values())) < 2:
            continue
        layout = header_row(text, table, number)
        agencies = {i: cell for i, cell in named.items() if layout.columns[i] is None}
        below = [text.read(cells[i].span) for cells in table.rows[number + 1 :] for i in agencies]
        if len(agencies) > 1 and layout.has_task and any(map(_marks, below)) and all(map(_is_mark, below)):
            return layout, agencies
    return None


def _is_agency(heading: str) -> bool:
    found = match(heading, 0, None) if heading else None
    return is_agency_like(heading) or bool(found and found[1] == len(heading))


def _marks(cell: str) -> bool:
    return not _NOTHING.fullmatch(cell)


def _is_mark(cell: str) -> bool:
    words = cell.strip(" \n“”")
    return bool(_NOTHING.fullmatch(cell) or re.fullmatch(_SIGN, words)) or role_of(cell, {}) is not None


def _signs(text: Text, table: Table, layout: Layout, agencies: Mapping[int, Cell]) -> set[str]:
    cells = (text.read(cells[i].span).strip(" \n“”") for cells in table.rows[layout.last + 1 :] for i in agencies)
    return {cell for cell in cells if re.fullmatch(_SIGN, cell)}


def _legend(text: Text, table: Table) -> dict[str, Role]:
    """What the signs mean, as the words around the table say: ★牵头 ○配合."""
    span = table.span
    around = text.read(Span(max(0, span.start - _NEAR), min(len(text.value), span.end + _NEAR)))
    known = {**duty_words().verbs, **duty_words().labels}
    found: dict[str, Role] = {}
    for pattern in (_SIGN_FIRST, _ROLE_FIRST):
        for said in pattern.finditer(around):
            role = known.get(said["role"])
            if role and role != "none":
                found.setdefault(said["sign"], role)
    return found
