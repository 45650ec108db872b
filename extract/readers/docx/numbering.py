"""Automatic numbers of a DOCX, which are not in its text: counted as Word counts, written as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from guitu.extract.readers.docx.counting import is_chinese, written
from guitu.extract.readers.docx.styles import VAL, Lookup, Style, W, flag, value, whole

_LEVELS = 9
_COUNTER = re.compile(r"%([1-9])")
BULLET = "–"  # before every item of a list without numbers, so that no line is taken for the end of the one before
_LONGEST = 60  # characters of the pattern of a number


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level counts. `restart`: the level (from 1) above which it starts anew, 0 for never, None for any."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    gap: str = "\t"
    style: str = ""
    restart: int | None = None
    plain: bool = False  # isLgl: every counter in Arabic digits


@dataclass(slots=True)
class _List:
    """One w:num: the levels that it shows, the definition whose counters it shares, and its own starts."""

    shared: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a file with their counters; a paragraph asks once, in the order of the text."""

    def __init__(self, root: Element | None, style: Lookup) -> None:
        self._style = style
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._nums = {one.get(f"{W}numId", ""): one for one in root.iterchildren(f"{W}num")}
            self._shared = {one.get(f"{W}abstractNumId", ""): one for one in root.iterchildren(f"{W}abstractNum")}
        else:
            self._nums, self._shared = {}, {}

    def next(self, number: str | None, depth: int | None, style: Style) -> str:
        """The label of the next paragraph of a list, its gap behind it; "" for a paragraph without a number.

        `number`, `depth`: what the paragraph itself says; where it does not, its style does.
        """
        number = style.number if number is None else number
        found = self._list(number) if number else None
        if number is None or found is None:
            return ""
        if depth is None:
            linked = next((k for k, level in found.levels.items() if level.style == style.identifier != ""), None)
            depth = linked if linked is not None else (style.depth or 0)
        level = found.levels.get(depth)
        if level is None:
            return ""
        return self._label(found, depth, level, self._count(number, found, depth))

    def _count(self, number: str, found: _List, depth: int) -> list[int | None]:
        counters = self._counters.setdefault(found.shared, [None] * _LEVELS)
        before = counters[depth]
        if depth in found.starts and (number, depth) not in self._restarted:
            self._restarted.add((number, depth))
            before = None
        counters[depth] = self._start(found, depth) if before is None else before + 1
        for inner in range(depth + 1, _LEVELS):
            restart = found.levels[inner].restart if inner in found.levels else None
            if restart is None or depth < restart:
                counters[inner] = None
        return counters

    @staticmethod
    def _start(found: _List, depth: int) -> int:
        level = found.levels.get(depth)
        return found.starts.get(depth, level.start if level else 1)

    def _label(self, found: _List, depth: int, level: _Level, counters: list[int | None]) -> str:
        if level.form == "bullet":
            return BULLET

        def counter(match: re.Match[str]) -> str:
            k = int(match[1]) - 1
            if k > depth:
                return ""
            shown = counters[k]
            form = found.levels[k].form if k in found.levels else "decimal"
            return written(self._start(found, k) if shown is None else shown, "decimal" if level.plain else form)

        label = _COUNTER.sub(counter, level.pattern)
        if level.gap and label and _COUNTER.fullmatch(level.pattern) and "Enclosed" not in level.form:
            # only the gap divides such a number from its words, and Chinese text keeps no gaps: a stop in its place
            return label + ("、" if is_chinese(level.form) and not level.plain else "．")
        return label + level.gap if label else ""

    # ---- definitions ----

    def _list(self, number: str, hops: int = 0) -> _List | None:
        if number not in self._lists:
            element = self._nums.get(number)
            if element is None:
                return None
            shared = value(element, "abstractNumId") or ""
            definition = self._shared.get(shared)
            linked = value(definition, "numStyleLink")
            if linked and hops < 3:  # the definition only names a style of lists, whose list has the levels
                other = self._style(linked).number
                if other and (target := self._list(other, hops + 1)):
                    self._lists[number] = _overridden(element, _List(target.shared, dict(target.levels), {}))
                    return self._lists[number]
            levels = _levels(definition) if definition is not None else {}
            self._lists[number] = _overridden(element, _List(shared, levels, {}))
        return self._lists[number]


def _overridden(element: Element, found: _List) -> _List:
    """A list with the levels and starts that its w:num sets for itself."""
    for one in element.iterchildren(f"{W}lvlOverride"):
        depth = whole(one.get(f"{W}ilvl"), 0, _LEVELS - 1, 0)
        found.levels.update(_levels(one, depth))
        if (start := value(one, "startOverride")) is not None:
            found.starts[depth] = whole(start, 0, 9999, 1)
    return found


def _levels(parent: Element, depth: int = 0) -> dict[int, _Level]:
    return {whole(one.get(f"{W}ilvl"), 0, _LEVELS - 1, depth): _level(one) for one in parent.iterchildren(f"{W}lvl")}


def _level(element: Element) -> _Level:
    restart = value(element, "lvlRestart")
    # a format of its own (custom) comes with a common one beside it
    forms = [form for one in element.iter(f"{W}numFmt") if (form := one.get(VAL, "decimal")) != "custom"]
    pictured = element.find(f"{W}lvlPicBulletId") is not None
    return _Level(
        start=whole(value(element, "start"), 0, 9999, 0 if element.find(f"{W}start") is None else 1),
        form="bullet" if pictured else forms[0] if forms else "decimal",
        pattern=(value(element, "lvlText") or "")[:_LONGEST],
        gap={"nothing": "", "space": " "}.get(value(element, "suff") or "tab", "\t"),
        style=value(element, "pStyle") or "",
        restart=None if restart is None else whole(restart, 0, _LEVELS, 0),
        plain=bool(flag(element, "isLgl")),
    )
