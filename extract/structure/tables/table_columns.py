"""What the columns of a table of tasks hold, by their headings: one header row or two, or those of the table before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from guitu.extract.facts import Columns, DivisionTable, Role, TableColumn
from guitu.extract.text import Cell, Span, Table, Text
from guitu.ontology.knowledge import Column, columns, matter_columns

HEADER_ROWS = 4
ROLES: Mapping[Column, Role] = {"lead": "lead", "responsible": "responsible", "support": "support"}
_HEADING_NOISE = re.compile(r"[\s（）()、/和：:*＊]|(?<!参)与|(?<!普)及")
_REMARK = re.compile(r"（[^（）]*）")
_LEVEL = re.compile(r"^[市省区县州]级?直?")
_DUTIES = re.compile(
    r"(?:工作|主要|具体|部门|单位|重点|健康)?职[责能](?:与?任务|清单|内容|范围)?|承担(?:的?工作)?(?:任务|事项)|任务职责"
    r"|(?:政策|工作|任务)?(?:制定|制订|开发|推进|实施|负责)?的?重点(?:领域|方向|内容)"
)
_DIVIDED = re.compile(r"(?:职责|任务|工作|责任)分工")  # beside a column of agencies: what each has to do
_WHO = re.compile(
    r"(?:成员|责任|职能|相关|有关|[市县区省]直|[市县区省]级)?(?:单位|部门|机构|科室|处室|部门单位|单位部门)(?:名称)?"
)
# things that are worked on; a firm or a school is a body that acts
_THING = re.compile(
    "[一-鿿]{0,4}(?:水体|河流|河道|河湖|湖泊|水库|断面|沟渠|道路|路段|桥梁|地块|矿山|点位|隐患点|排口)名称"
)
_OF_FIGURES = re.compile(r"指标|目标值|现状|基期|\d年")
_PERSON = re.compile(r"姓名|职务|职称|联系方式|电话|学历")
_LONGEST_HEADING = 24
_LONGEST_SUB_HEADING = 14
_PLACE = "(?:单位|部门|机构|主体|处室|科室|委办局|厅局|方)"
# headings that the registry does not list, by how they are made: the first that fits
_MADE: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(r".*(?:领导|责任人|联系人|负责人|电话|备注|进展|情况|范围|依据|来源|资金|投资|经费)"),
    ),
    ("deadline", re.compile(r".*(?:时限|时间|节点|期限|工期|年限)(?:要求|安排|节点|进度)?")),
    ("lead", re.compile(rf".*(?:牵头|主办|第一责任|首要责任).*{_PLACE}?")),
    ("support", re.compile(rf".*(?:配合|协办|协同|协助|协作|参与|参加|会办|联办).*{_PLACE}")),
    (
        "responsible",
        re.compile(
            rf".*(?:责任|负责|主责|分管|实施|落实|承办|承担|主管|指导|执行|推进|完成|承接|任务|监管|管理|起草|编制|编写|制定|制订|修订).*{_PLACE}"
        ),
    ),
    ("category", re.compile(r".*(?:类别|领域|分类|板块|方面)")),
    ("body", re.compile(r".*(?:目标|成效|成果|标准)(?:任务|要求|形式)?")),
    (
        "title",
        re.compile(
            r".*(?:任务|举措|措施|事项|工作|工程|行动|项目|要点|实事|内容|问题|隐患|短板|活动|课题|议题|场景|经验|做法|建议|提案|议案|需求"
            r"|政策|制度|规章|预案|专题|服务|清单|环节|点位|河段|路段|线路|堵点|痛点|试点|办法|方式|抓手|动作|步骤|诉求|案件|线索|科目|法规|条例|规划|方案|标题|题目)"
            r"(?:名称|清单|内容|分解|描述|表述|要求|事项|点)?"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table and where its header ends. `headings`: as written, line breaks as spaces.

    `last`: index of the last header row, -1 for a table that goes on with the header of the one before it.
    """

    columns: tuple[Column | None, ...]
    headings: tuple[str, ...]
    last: int
    header: Span

    def cells(self, row: Sequence[Cell], *wanted: Column) -> list[tuple[Cell, Column]]:
        """The cells of the wanted columns, a merged one once."""
        found: dict[Cell, Column] = {}
        for cell, column in zip(row, self.columns, strict=False):
            if column in wanted:
                found.setdefault(cell, column)
        return list(found.items())

    def told(self, rows: int) -> DivisionTable:
        """The columns with what they hold, for the report. `rows`: the tasks that were read."""
        columns_ = zip(self.headings, self.columns, strict=True)
        return DivisionTable(tuple(TableColumn(heading, column) for heading, column in columns_), rows, self.header)

    @property
    def divides(self) -> bool:
        """Whether there is a column of tasks and one of agencies."""
        return has_task(self.columns) and has_owner(self.columns)

    @property
    def has_task(self) -> bool:
        """Whether there is a column of tasks."""
        return has_task(self.columns)

    @property
    def agency_first(self) -> bool:
        """Whether the agencies stand before their duties: 单位 | 主要职责."""
        owner = next((i for i, column in enumerate(self.columns) if column in ROLES), -1)
        task = next((i for i, column in enumerate(self.columns) if column in ("title", "body")), -1)
        return 0 <= owner < task


def has_task(found: Sequence[Column | None]) -> bool:
    """Whether a column holds tasks."""
    return "title" in found or "body" in found


def has_owner(found: Sequence[Column | None]) -> bool:
    """Whether a column holds agencies."""
    return any(column in ROLES for column in found if column)


def layout(text: Text, table: Table, told: Columns = ()) -> Layout | None:
    """The layout of a table that divides tasks among agencies, or None."""
    for number in range(min(HEADER_ROWS, len(table.rows))):
        found = _at(text, table, number, told)
        if found.divides:
            return found
    return None


def unknown(text: Text, table: Table) -> Layout | None:
    """The first row of several different cells as a header of which nothing is known."""
    for number, cells in enumerate(table.rows[:HEADER_ROWS]):
        if len(cells) > 1 and len(set(cells)) == len(cells):
            return Layout((None,) * len(cells), tuple(_written(text, one) for one in cells), number, around(cells))
    return None


def header(text: Text, table: Table, told: Columns = ()) -> Layout | None:
    """The layout of the first row with a column that is known and more than one cell; it may divide nothing."""
    for number in range(min(HEADER_ROWS, len(table.rows))):
        found = _at(text, table, number, told)
        if any(found.columns) and len(set(table.rows[number])) > 1:
            return found
    return None


def header_row(text: Text, table: Table, number: int) -> Layout:
    """One row as the header, whatever stands below it; an empty cell has the heading above it."""
    above = table.rows[max(0, number - 1)]
    both = zip(table.rows[number], above, strict=False)
    headings = [_written(text, cell) or _written(text, over) for cell, over in both]
    return Layout(_columns(headings, ()), tuple(headings), number, around(table.rows[number]))


def _at(text: Text, table: Table, number: int, told: Columns) -> Layout:
    """The header that begins in a row; with the row below, where that divides its headings."""
    cells = table.rows[number]
    headings = [_written(text, cell) for cell in cells]
    found = Layout(_columns(headings, told), tuple(headings), number, around(cells))
    if number + 1 < len(table.rows) and _divides(text, cells, table.rows[number + 1], found, told):
        below = table.rows[number + 1]
        both = [_both(text, above, under) for above, under in zip(cells, below, strict=False)]
        own = [_written(text, under) for under in below]
        columns_ = tuple(
            (_column(o, told) if under is not above else None) or (_column(b, told) if b != o else None) or one
            for o, b, one, above, under in zip(own, both, found.columns, cells, below, strict=False)
        )
        found = Layout(columns_, tuple(both), number + 1, around([*cells, *below]))
    return found


def _divides(text: Text, cells: Sequence[Cell], below: Sequence[Cell], found: Layout, told: Columns) -> bool:
    """Whether a row divides the headings above it: 责任单位 over 牵头 and 配合, the others merged down or blank."""
    if not any(found.columns) or len(set(cells)) < 2:
        return False
    under: list[str] = []
    for i, (above, cell) in enumerate(zip(cells, below, strict=False)):
        words = _written(text, cell)
        if cell == above or not words:
            continue
        beside = (i and cells[i - 1] == above) or (i + 1 < len(cells) and cells[i + 1] == above)
        if not beside or len(words) > _LONGEST_SUB_HEADING:
            return False
        under.append(words)
    return len(under) > 1 and any(_column(words, told) or YEAR.match(words) for words in under)


_NAMES = re.compile("(?:名称|项目|实事|工程|场景)$")
_HOLDS = re.compile("(?:内容|描述|说明|简介|概况)$")
YEAR = re.compile(r"(?:19|20)\d\d年?")


def _both(text: Text, above: Cell, under: Cell) -> str:
    first, second = _written(text, above), _written(text, under)
    return first if under == above or not second else f"{first} {second}".strip()


def _columns(headings: Sequence[str], told: Columns) -> tuple[Column | None, ...]:
    found = [_column(heading, told) for heading in headings]
    words = [bare(heading) for heading in headings]
    duties = [bool(_DUTIES.fullmatch(one)) for one in words]
    if (who := _before_duties(words, found)) is not None:
        behind = zip(words[who + 1 :], found[who + 1 :], strict=True)
        found = [*found[:who], "responsible", *("title" if _says_what(one) else column for one, column in behind)]
    found = _of_things(words, _named_apart(words, _of_indicators(words, _grouped(found))))
    lists_agencies = any(duties) or ("title" in found and not has_owner(found))
    if lists_agencies and not any(_PERSON.search(one) for one in words):  # 单位 | 主要职责
        first = duties.index(True) if any(duties) else found.index("title")
        measured = next((i for i, one in enumerate(words) if names_indicator(one)), first)  # behind it 单位 is its unit
        last = min(first, measured)
        found = ["responsible" if i < last and _WHO.fullmatch(one) else found[i] for i, one in enumerate(words)]
        if has_owner(found):
            found = ["title" if duty else column for duty, column in zip(duties, found, strict=True)]
    return tuple(found)


def _grouped(found: Sequence[Column | None]) -> Sequence[Column | None]:
    """What stands left of the number groups the rows that it counts, where a column of tasks stands behind it."""
    number = found.index("number") if "number" in found else 0
    if not has_task(found[number:]):
        return found
    return ["category" if column == "title" else column for column in found[:number]] + list(found[number:])


_INDICATOR = re.compile("(?:主要|核心|具体|考核|评价|目标|发展|工作|任务)*指标(?:名称|内容|任务|项目?)?")


_SCORING = re.compile("分值|评分标准|得分|扣分|权重")  # a table that marks what was done


def names_indicator(heading: str) -> bool:
    """Whether a heading is that of a column of indicators: 考核指标, 指标名称."""
    return _INDICATOR.fullmatch(without_remarks(heading)) is not None


def _of_indicators(words: Sequence[str], found: Sequence[Column | None]) -> Sequence[Column | None]:
    """Beside agencies, where nothing else names a task, the indicator does; its value of a year is no content."""
    indicators = [i for i, one in enumerate(words) if names_indicator(one)]
    if "title" in found or not has_owner(found) or not indicators or any(map(_SCORING.search, words)):
        return found
    valued = [column == "body" and _OF_FIGURES.search(one) for column, one in zip(found, words, strict=True)]
    return [
        "title" if i == indicators[-1] else None if value else column
        for i, (column, value) in enumerate(zip(found, valued, strict=True))
    ]


def _named_apart(words: Sequence[str], found: Sequence[Column | None]) -> list[Column | None]:
    """Beside agencies a matter names the task (应用场景); what stands beside a name or behind its content (实事内容,
    工作措施) is no other task."""
    made = list(found)
    if not has_owner(made):
        return made
    kinds = [matter_columns().get(one) for one in words]
    if "title" not in made and "bar" not in kinds:
        matters = [i for i, kind in enumerate(kinds) if kind == "matter" and made[i] is None]
        if matters:
            made[matters[-1]] = "title"
    titles = [i for i, column in enumerate(made) if column == "title"]
    apart = len(titles) == 2 and "body" in made[titles[0] : titles[1]]  # 事项 | 工作内容 | 工作措施
    if apart or (len(titles) == 2 and _NAMES.search(words[titles[0]]) and _HOLDS.search(words[titles[1]])):
        made[titles[1]] = "body"
    return made


def _of_things(words: Sequence[str], found: list[Column | None]) -> list[Column | None]:
    """Beside owners and dates, where no column is of tasks, the things named are what is to be done: 水体名称."""
    named = [i for i, one in enumerate(words) if _THING.fullmatch(one) and found[i] is None]
    if has_task(found) or not has_owner(found) or "deadline" not in found or len(named) != 1:
        return found
    return ["title" if i == named[0] else column for i, column in enumerate(found)]


def _before_duties(words: Sequence[str], found: Sequence[Column | None]) -> int | None:
    """The column of agencies that stands before what they have to do, first but for numbers: 序号 | 单位 | 主要工作."""
    who = next((i for i, column in enumerate(found) if column != "number"), None)
    if who is None or has_task(found) or any(map(_OF_FIGURES.search, words)):
        return None
    named = _WHO.fullmatch(words[who]) or found[who] in ROLES
    return who if named and any(map(_says_what, words[who + 1 :])) else None


def _says_what(heading: str) -> bool:
    return matter_columns().get(heading) == "content" or bool(_DIVIDED.fullmatch(heading))


def _column(heading: str, told: Columns) -> Column | None:
    words = bare(heading)
    if (own := next((column for name, column in told if bare(name) == words), None)) is not None:
        return own
    known = columns()
    without = bare(_REMARK.sub("", heading))
    for one in (words, without, _LEVEL.sub("", without)):
        if one in known:
            return known[one]
    if not without or len(without) > _LONGEST_HEADING or without in matter_columns():
        return None
    return next((column for column, pattern in _MADE if pattern.fullmatch(without)), None)


@lru_cache(maxsize=1024)
def bare(heading: str) -> str:
    """A heading without spaces, brackets, joints and signs."""
    return _HEADING_NOISE.sub("", heading)


def without_remarks(heading: str) -> str:
    """A bare heading without what stands in brackets."""
    return bare(_REMARK.sub("", heading))


def _written(text: Text, cell: Cell) -> str:
    return " ".join(text.read(cell.span).split())


def around(cells: Sequence[Cell]) -> Span:
    """From the first to the last of some cells."""
    return Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))


def repeats(text: Text, cells: Sequence[Cell], known: Layout) -> bool:
    """Whether a row is the header again, on a new page, or the second row of one."""
    words = [bare(_written(text, cell)) for cell in cells]
    heads = [bare(heading) for heading in known.headings]
    return any(words) and all(
        not one or one == head or (head.startswith(one) and column) or (head.endswith(one) and column)
        for one, head, column in zip(words, heads, known.columns, strict=False)
    )


def continued(known: Layout) -> Layout:
    """The layout of a table that goes on from one with a header."""
    return replace(known, last=-1)
