"""What the style of an element makes of it: words struck out, tables built of <div>."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml.etree import SubElement
from lxml.etree import _Element as Element

STRUCK_TAGS = frozenset(("del", "s", "strike"))
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_COMMENT = re.compile(r"/\*.{0,4000}?\*/", re.DOTALL)
_SELECTOR = re.compile(r"(?:([a-z][a-z0-9]*)|([a-z][a-z0-9]*)?\.([\w-]+)|([a-z][a-z0-9]*)?#([\w-]+))", re.IGNORECASE)
_DISPLAY = re.compile(r"(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}(table[a-z-]{0,20})", re.IGNORECASE)
_STRIKE = re.compile(r"text-decoration(?:-line)?\s{0,9}:[^;]{0,60}line-through", re.IGNORECASE)
_TAGS = {
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "table-row-group": "tbody",
    "table-header-group": "thead",
    "table-footer-group": "tfoot",
    "table-caption": "caption",
}
_PARTS = frozenset(("tr", "tbody", "thead", "tfoot"))
_BUILT_OF = ("div", "section", "ul", "li", "span", "p", "dl", "dt", "dd", "article")
_LEAST = 2  # rows, and cells of a row, of a table that holds data: others lay the page out
_MOST_STYLES = 200_000  # characters


def is_struck(element: Element, styles: Mapping[str, str]) -> bool:
    """Whether the words in an element are struck out. `styles`: of the page, by selector."""
    if element.tag in STRUCK_TAGS:
        return True
    return bool(element.attrib) and bool(_STRIKE.search(_style(element, styles)))


def styles_of(root: Element) -> dict[str, str]:
    """What the styles of a page say that matters here, by simple selectors: a tag, .class, #id, tag.class."""
    told = "".join(one.text or "" for one in root.iter("style"))[:_MOST_STYLES]
    if "line-through" not in told and "table" not in told:
        return {}
    found: dict[str, str] = {}
    for match in _RULE.finditer(_COMMENT.sub("", told)):
        if _STRIKE.search(match[2]) or _DISPLAY.search(match[2]):
            for selector in match[1].split(","):
                name = selector.strip().lower()
                if _SELECTOR.fullmatch(name):
                    found[name] = f"{found.get(name, '')};{match[2]}"
    return found


def tables_of_blocks(root: Element, styles: Mapping[str, str]) -> None:
    """Turn blocks that are displayed as tables with rows and cells into tables, where they hold data."""
    shown = {one: kind for one in root.iter(*_BUILT_OF) if one.attrib and (kind := _shown(one, styles))}
    for one, kind in shown.items():
        if kind != "table" or any(
            shown.get(inner) == "table" or inner.tag == "table" for inner in one.iterdescendants()
        ):
            continue
        rows = list(_rows(one, shown))
        if sum(len(_cells(row, shown)) >= _LEAST for row in rows) < _LEAST:
            continue
        if _anonymous(one, shown):
            _wrap(one, shown)
        for inner in (one, *one.iterdescendants()):
            if inner in shown:
                inner.tag = _TAGS[shown[inner]]
                inner.set("class", "")  # what it is called says no more what it is


def _shown(element: Element, styles: Mapping[str, str]) -> str:
    match = _DISPLAY.search(_style(element, styles))
    kind = match[1].lower() if match else ""
    return kind if kind in _TAGS else ""


def _style(element: Element, styles: Mapping[str, str]) -> str:
    own = element.get("style", "")
    if not styles:
        return own
    tag = str(element.tag)
    names = [f".{name.lower()}" for name in element.get("class", "").split()]
    if identifier := element.get("id"):
        names.append(f"#{identifier.lower()}")
    told = [styles.get(tag, ""), *(styles.get(key, "") for name in names for key in (name, tag + name))]
    return ";".join((own, *told))


def _rows(table: Element, shown: Mapping[Element, str]) -> Iterator[Element]:
    if _anonymous(table, shown):
        yield table
    for one in table.iterdescendants():
        if shown.get(one) == "table-row":
            yield one


def _cells(row: Element, shown: Mapping[Element, str]) -> Sequence[Element]:
    return [one for one in row if shown.get(one) == "table-cell"]


def _anonymous(table: Element, shown: Mapping[Element, str]) -> bool:
    """Whether cells stand in a table itself, without a row."""
    return any(shown.get(one) == "table-cell" for one in table)


def _wrap(table: Element, shown: Mapping[Element, str]) -> None:
    cells = _cells(table, shown)
    row = SubElement(table, "tr")
    table.insert(table.index(cells[0]), row)
    for one in cells:
        row.append(one)
