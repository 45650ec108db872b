"""Division tables that lost their form: a row on each line, or a cell on each line with several lines to a cell.

The heads of columns say what to look for; rows are told by their numbers, and in a row the cells of agencies by their
names. What does not keep to the order of the columns is no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from guitu.extract.raw import RawCell, RawTable
from guitu.extract.text import fold
from guitu.extract.traditional import simplified
from guitu.extract.words.agencies import is_agency_like, match
from guitu.extract.words.characters import without_spaces
from guitu.ontology import structure
from guitu.ontology.alternation import alternation
from guitu.ontology.knowledge import columns, matter_columns

_LONGEST_HEAD = 16  # characters of the head of a column
_MOST_COLUMNS = 9
_BEFORE_OWNERS = 2  # cells right before the agencies in which a date and a person stand
_SURE = 5  # heads that are all known: then one row is a table
_NO_AMOUNT = "-—–/"  # a cell of its own
_LONGEST_NAMES = 120  # characters of a line of agencies
OWNERS = frozenset({"lead", "responsible", "support"})  # kinds of columns
TEXTS = frozenset({"title", "body", "category"})
_MADE = (
    ("other", re.compile(".*(?:领导|责任人|联系人|负责人)")),
    ("lead", re.compile(".*(?:牵头|主办).*(?:单位|部门|机构|主体|处室|科室)")),
    ("support", re.compile(".*(?:配合|协办|协同|参与|参加).*(?:单位|部门|机构|主体|处室|科室)")),
    ("responsible", re.compile(".*(?:责任|负责|实施|承办|主责).*(?:单位|部门|机构|主体|处室|科室)")),
    ("title", re.compile(".*(?:任务|举措|措施|事项|工作|项目|实事)(?:名称|内容)?")),
    ("deadline", re.compile(".*(?:时限|时间|节点)")),
)
HEAD_ENDS = "位门体导任务作项容施举措目限间注号类域求标人分工构室事称点"
GROUPS = ("类型", "类别")  # what the head of a column left of the number ends with
_DIVIDES = re.compile(
    r"[、，；,;\s]+|(?<=[局委办厅府院会])[和及与](?=[市省县区各])|(?<=党委|工委)[和及与](?=人民政府|政府|管委会)"
)
# a zone among agencies is its committee: 高新区管委会、临港示范区
_ZONE = re.compile("[一-鿿]{1,12}(?:示范区|开发区|经开区|高新区|新区|园区|管理区|度假区)")
_BUREAU = re.compile("(?:[局委办厅部处]|集团|公司|小组)$")
_FIRST = re.compile(r"1(?:$|[.．、](?!\d))")
_DATE = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月|[上下]半年|年)?(?:\d{1,2}日)?(?:[底末前初中旬]|之前|以前|完成)*|长期(?:坚持)?|持续(?:推进)?|全年"
    r"|第?[一二三四1-4]季度末?|(?:19|20)\d\d[.-]\d{1,2}"
)
_NOTE = re.compile(r"(?<=[一-鿿]{2})（[^（）]{2,40}）")  # 县委宣传部（县文明办、县网信办）
_SIGNED = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
# a date with what is reached by then: 9月投入使用, 5月底前动工
_DATED = re.compile(r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月|[上下]半年)(?:\d{1,2}日)?[底末前初中旬]{0,3}[一-鿿]{2,8}")
_PERSON = re.compile(r"[一-鿿·、 ]{1,16}(?:[市省区县州镇乡局厅处]长|主任|书记|主席|常委|常务|部长|秘书长)|[一-鿿]{2,3}")


@dataclass(slots=True)
class _Row:
    """The lines of one row by what they are; `before`: of the columns left of the task; `between`: of
    a column of persons between it and the agencies."""

    before: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    until: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    part: bool = False  # under the number of the row above; its agencies are its own alone


def heads(cells: Sequence[str]) -> list[str | None]:
    """What the columns hold whose heads stand at the start of some cells; empty where they head no division.

    >>> heads(["序号", "重点任务", "牵头单位", "配合单位", "1", "改造管网"])
    ['number', 'title', 'lead', 'support']
    """
    found: list[str | None] = []
    for cell in cells[:_MOST_COLUMNS]:
        kind = column_kind(fold(without_spaces(cell)))
        if kind is None:
            break
        found.append(kind)
    divides = sum(kind in OWNERS for kind in found) in (1, 2) and "title" in found
    return found if divides and len(found) > 2 and _begins(cells, found) else []


def _begins(cells: Sequence[str], kinds: Sequence[str | None]) -> bool:
    """Whether the first row stands right behind the heads, or behind one cell more."""
    first = cells[len(kinds) : len(kinds) + 2]
    return any(_FIRST.match(cell.strip()) for cell in first)


def may_be_head(words: str) -> bool:
    """Whether a line may be the head of a column: 牵头领导, 重点工作."""
    return 2 <= len(words) <= _LONGEST_HEAD and (
        words.endswith(GROUPS) or (words[-1] in HEAD_ENDS and column_kind(fold(without_spaces(words))) is not None)
    )


def column_kind(words: str) -> str | None:
    """What a column holds by its heading, in whatever characters, or None."""
    words = simplified(words)
    if not 0 < len(words) <= _LONGEST_HEAD:
        return None
    if known := columns().get(words):
        return str(known)
    if words in matter_columns() or words[-1] not in HEAD_ENDS:
        return None
    return next((kind for kind, pattern in _MADE if pattern.fullmatch(words)), None)


def put_together(words: Sequence[str]) -> list[str]:
    """Cells with those of one sign put together that were one word set wide: 工 作 任 务."""
    found: list[str] = []
    wide = False
    for one in words:
        lone = len(one) == 1 and not one.isdigit() and one not in _NO_AMOUNT
        if lone and wide:
            found[-1] += one
        else:
            found.append(one)
        wide = lone
    return found


def table(cells: Sequence[str], kinds: Sequence[str | None]) -> tuple[RawTable, int] | None:
    """The table of some cells under heads of these kinds, and how many of them it takes; None where they are none.

    Two rows at least, or one with agencies under many heads; most of them with agencies in the place of their columns.
    """
    rows, end = _rows(cells, kinds)
    owned = sum(bool(row.owners) or row.part for row in rows)
    sure = len(rows) == 1 and len(kinds) >= _SURE and bool(rows[0].owners and len(rows[0].texts) > 1)
    if (len(rows) < 2 and not sure) or 5 * owned < 4 * len(rows) or not all(_is_settled(row, kinds) for row in rows):
        return None
    made = [tuple(RawCell((cell,)) for cell in cells[: len(kinds)])]
    number = 0
    for row in rows:
        number += not row.part
        made.append(tuple(_cells(row, kinds, number, made[-1] if len(made) > 1 else None)))
    return RawTable(tuple(made)), end


def _is_settled(row: _Row, kinds: Sequence[str | None]) -> bool:
    """Whether it is told which lines of agencies stand in which of two columns: one each, or the first leads."""
    owners = [kind for kind in kinds if kind in OWNERS]
    return len(owners) == 1 or owners[0] == "lead" or len(_whole_lines(row.owners)) <= len(owners)


def _rows(cells: Sequence[str], kinds: Sequence[str | None]) -> tuple[list[_Row], int]:
    """The rows that are numbered from 1, and where the last one ends."""
    counted = kinds[0] == "number"
    starts, shown = _starts(cells, len(kinds), counted=counted)
    rows: list[_Row] = []
    before: list[str] = list(cells[len(kinds) : starts[0]]) if starts else []
    if before and (counted or len(before) > 1 or not _PERSON.fullmatch(fold(before[0]))):
        return [], 0
    end = starts[0] if starts else 0
    for start, stop in pairwise([*starts, len(cells)]):
        last = stop == len(cells)
        row = _Row(before=before)
        taken = _fill(row, cells[start + counted : stop], shown[start + counted : stop], kinds, last=last)
        left = stop - start - counted - taken
        end = start + counted + taken
        if row.texts:
            rows.append(row)
        while counted and left and (part := _pointed(row, cells[end:stop], shown[end:stop], kinds)):
            rows.append(part[0])
            end, left = end + part[1], left - part[1]
        if left and counted and not last and row.until and (parts := _parts(cells[end:stop], shown[end:stop])):
            rows += parts
            end, left = stop, 0
        before = list(cells[end:stop])
        if last:
            break
        if left and (counted or left > 1 or not _PERSON.fullmatch(shown[end])):
            break  # what no column holds
    return rows, end


def _starts(cells: Sequence[str], width: int, *, counted: bool) -> tuple[list[int], list[str]]:
    """Where the cells stand that open rows: a number alone, or a task that opens with its number."""
    shown = [fold(without_spaces(cell)) for cell in cells]
    starts: list[int] = []
    for at in range(width, len(cells)):
        number = str(len(starts) + 1)
        words = shown[at]
        if words == number if counted else re.match(rf"{number}[.．、](?!\d)", words):
            starts.append(at)
    return starts, shown


def _fill(row: _Row, cells: Sequence[str], shown: Sequence[str], kinds: Sequence[str | None], *, last: bool) -> int:
    """Put cells into a row as long as they keep to its order; how many it took."""
    names, dated = [is_names(words) for words in shown], "deadline" in kinds
    first = next((i for i, here in enumerate(names) if here and i), len(cells))
    after_owners = kinds.index("deadline") > max(i for i, k in enumerate(kinds) if k in OWNERS) if dated else False
    task, owner = kinds.index("title"), next(i for i, kind in enumerate(kinds) if kind in OWNERS)
    between = "other" in kinds[task:owner]
    for at, words in enumerate(shown):
        if at < first:
            if last and first == len(cells) and at:
                return at
            person = between and at == first - 1 and at and _PERSON.fullmatch(words)
            date = dated and not after_owners and at and first - at <= _BEFORE_OWNERS and is_date(words)
            (row.between if person else row.until if date else row.texts).append(cells[at])
        elif names[at] and not (row.until and after_owners) and not row.rest:
            following = shown[at + 1] if at + 1 < len(shown) else ""
            if last and _SIGNED.fullmatch(following) and not dated:
                return at
            row.owners.append(cells[at])
        elif dated and after_owners and not row.until and words and is_date(words):
            row.until.append(cells[at])
        elif after_owners and row.owners and not row.until and not row.rest and _is_before_date(shown, at):
            row.owners.append(cells[at])
        elif "other" in kinds and kinds[-1] == "other" and not row.rest and len(words) <= _LONGEST_HEAD and not last:
            row.rest.append(cells[at])
        else:
            return at
    return len(cells)


def _is_before_date(shown: Sequence[str], at: int) -> bool:
    """Whether a short line stands between the agencies of a row and its date: 县直各机关."""
    after = shown[at + 1] if at + 1 < len(shown) else ""
    return len(shown[at]) <= _LONGEST_HEAD and "。" not in shown[at] and bool(after) and is_date(after)


def is_date(words: str) -> bool:
    """Whether a cell holds a date, or one with what is reached by then: 9月投入使用."""
    return bool(_DATE.fullmatch(words) or _DATED.fullmatch(words))


def _pointed(
    row: _Row, cells: Sequence[str], shown: Sequence[str], kinds: Sequence[str | None]
) -> tuple[_Row, int] | None:
    """A further row under the number of one, and its cells: a task with points of its own, 1. 2., as that one has."""
    if len(cells) < 2 or len(row.texts) < 2 or _FIRST.match(shown[0]):
        return None
    if not (_FIRST.match(shown[1]) and _FIRST.match(fold(row.texts[1]))):
        return None
    part = _Row(part=True)
    return part, _fill(part, cells, shown, kinds, last=False)


def _parts(cells: Sequence[str], shown: Sequence[str]) -> list[_Row]:
    """The further rows under one number, each a task and its date, and its agencies where it has them.

    A cell of agencies that was merged with the one above cannot be told from an empty one, so none are lent.
    """
    found = [_Row(part=True)]
    for cell, words in zip(cells, shown, strict=True):
        if is_date(words):
            found[-1].until.append(cell)
        elif is_names(words) and found[-1].texts and not found[-1].until:
            found[-1].owners.append(cell)
        elif found[-1].owners and not found[-1].until:
            return []
        else:
            if found[-1].until:
                found.append(_Row(part=True))
            found[-1].texts.append(cell)
    return found if all(row.texts and row.until for row in found) else []


def is_names(words: str) -> bool:
    """Whether a cell holds agencies and nothing else."""
    words = words.rstrip("等。；、，,")
    if not words or len(words) > _LONGEST_NAMES or "。" in words or "：" in words:
        return False
    return _are_names(words) or ("）" in words and _are_names(_NOTE.sub("", words)))


def _are_names(words: str) -> bool:
    at, named = 0, False
    while at < len(words):
        found = match(words, at, None)  # a group may hold a divider: 各乡镇、街道
        divides = _DIVIDES.search(words, at)
        end = found[1] if found else 0
        if not (found and (end == len(words) or _DIVIDES.match(words, end))):
            end = divides.start() if divides else len(words)
            found = None
        if not found and not _is_name(words[at:end]):
            if not _ZONE.fullmatch(words, at, end):
                return False
        else:
            named = True
        after = _DIVIDES.match(words, end)
        at = after.end() if after else end
    return named


def _is_name(name: str) -> bool:
    like = 2 < len(name) <= 20 and is_agency_like(name) and not name[0].isdigit() and name[-1] not in "场社所站队"
    return like and (_BUREAU.search(name) is not None or _acts().match(name) is None)


@cache
def _acts() -> re.Pattern[str]:
    """The verbs that open a task: 新建社区医院 names nobody."""
    return re.compile(alternation(structure.action_openers()))


def _cells(row: _Row, kinds: Sequence[str | None], number: int, above: Sequence[RawCell] | None) -> Iterator[RawCell]:
    """The cells of a row by column; what stood left of the task goes on from the row above."""
    texts = [i for i, kind in enumerate(kinds) if kind in TEXTS]
    owners = [i for i, kind in enumerate(kinds) if kind in OWNERS]
    held: dict[int, tuple[str, ...]] = {}
    if len(texts) > 1 and len(row.texts) >= len(texts):
        split = len(row.texts) - len(texts) + 1
        held |= {i: (row.texts[k],) for k, i in enumerate(texts[:-1])}
        held[texts[-1]] = tuple(row.texts[-split:])
    else:
        held[texts[-1]] = tuple(row.texts)
    named = _apart(row.owners, len(owners))
    held |= dict(zip(owners, named, strict=False))
    for column, words in (("deadline", row.until), ("other", row.rest)):
        if words:
            held[max(i for i, one in enumerate(kinds) if one == column)] = tuple(words)
    for i, kind in enumerate(kinds):
        left = kind == "other" and i < texts[0]
        person = kind == "other" and texts[0] < i < owners[0]
        if row.part and above is not None and kind == "number":
            yield above[i]
        elif kind == "number":
            yield RawCell((str(number),))
        elif person and row.between:
            yield RawCell(tuple(row.between))
        elif left and row.before:
            yield RawCell(tuple(row.before))
        elif (left or person or (i in texts and i not in held)) and above is not None:
            yield above[i]
        else:
            yield RawCell(held.get(i, ()))


def _apart(lines: Sequence[str], width: int) -> list[tuple[str, ...]]:
    """The lines of agencies by column: of two columns the first line is the first, what follows the second."""
    joined = _whole_lines(lines)
    return [tuple(joined)] if width == 1 else [tuple(joined[:1]), tuple(joined[1:])]


def _whole_lines(lines: Sequence[str]) -> list[str]:
    """The lines of agencies, a list that goes on in the next line put together."""
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1].rstrip().endswith(("、", "，", "；")):
            joined[-1] += line
        else:
            joined.append(line)
    return joined
