"""`--columns`: what columns of division tables hold, set by hand: "实施主体甲=责任，经办=牵头"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:  # the grammar is imported where a column is set, not for every command
    from guitu.extract.facts import Columns
    from guitu.ontology.knowledge import Column

_Command = TypeVar("_Command", bound=Callable[..., Any])
# The labels of `lists.ttl`, but for other, 其他: what one wants of such a column
ROLES: Mapping[Column, str] = {
    "number": "序号",
    "title": "任务",
    "body": "内容",
    "category": "类别",
    "lead": "牵头",
    "responsible": "责任",
    "support": "配合",
    "deadline": "时限",
    "other": "忽略",
}
_BETWEEN = re.compile(r"[,，]")
_SETS = re.compile(r"([^=＝]+)[=＝]([^=＝]+)")


def columns_option(command: _Command) -> _Command:
    """`--columns HEADING=ROLE`, any number of times."""
    return click.option(
        "--columns",
        multiple=True,
        callback=_chosen,
        metavar="列名=角色",
        help=f"分工表中这样命名的列读作什么：{'、'.join(ROLES.values())}；可重复。 "
        f"What columns of division tables with this heading hold: {', '.join(ROLES)}; may be repeated.",
    )(command)


def _chosen(context: click.Context, option: click.Parameter, values: Sequence[str]) -> Columns:
    try:
        return parse(values)
    except ValueError as error:
        told = ", ".join(f"{notation} {name}" for notation, name in ROLES.items())
        raise click.BadParameter(f"{error}; roles: {told}", context, option) from None


def parse(values: Sequence[str]) -> Columns:
    """What each heading holds, in one order whatever that of the values; ValueError for what sets none.

    A role is given by its notation, its name, or any heading that the registry knows to have it.

    >>> parse(["实施主体甲=responsible，经办=牵头", "经 办 ＝ 牵头单位"])
    (('实施主体甲', 'responsible'), ('经办', 'lead'))
    """
    if not values:
        return ()
    from guitu.extract.structure.tables.table_columns import bare  # noqa: PLC0415
    from guitu.ontology.knowledge import columns  # noqa: PLC0415

    names: Mapping[str, Column] = {
        **columns(),
        **{name: role for role, name in ROLES.items()},
        **{role: role for role in ROLES},
        "其他": "other",
    }
    found: dict[str, Column] = {}
    for part in (part.strip() for value in values for part in _BETWEEN.split(value)):
        named = _SETS.fullmatch(part)
        heading, role = (bare(named[1]), names.get(named[2].strip().lower())) if named else ("", None)
        if not heading:
            raise ValueError(f"{part!r} is not HEADING=ROLE")
        if role is None:
            raise ValueError(f"{part!r} names no role")
        if found.setdefault(heading, role) != role:
            raise ValueError(f"{heading!r} is given two roles")
    return tuple(sorted(found.items()))
