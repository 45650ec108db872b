"""What an office has taught: its own words, laid over the registry that Guitu brings.

A folder of files beside the registry's own: Turtle under the name of the registry file that it adds to (`topics.ttl`),
or CSV in UTF-8 with a row for each word, under the headings of `HEADINGS`. It is found by the environment variable
`GUITU_REGISTRY`, so that every process of a command reads the same words.

| 类型 kind | what 名称 is | 简称 | 辖区 | 上位 | 用途 |
| --- | --- | --- | --- | --- | --- |
| 机构 agency | the official name | short names, parted by 、 | the place whose body it is; empty: in any place | | |
| 行政区划 district | a province, city or county | other names | | the unit around it | |
| 主题 topic | a field of policy | other words for it | | the wider topic | |
| 计量单位 unit | a unit as written | | | | 个数 counter (the default), 度量 measure, 货币 money |
| 表头 column | the heading of a column in tables of duties | other headings | | | one of `COLUMNS` |
| 指标 indicator | the name of an indicator's words | words that mean the same | | | |
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from guitu.ontology.turtle_file import values

VARIABLE = "GUITU_REGISTRY"
TAUGHT = "taught-"
"""How the keys of entries begin that rows of a table make."""
ENDINGS = (".csv", ".ttl")
HEADINGS = {
    "类型": "kind", "名称": "name", "简称": "shorts", "辖区": "place", "上位": "above", "用途": "use",
}  # fmt: skip
COLUMNS = {
    "牵头单位": "lead", "责任单位": "responsible", "配合单位": "support", "完成时限": "deadline", "任务": "title",
    "内容": "body", "类别": "category", "序号": "number", "忽略": "other",
}  # fmt: skip
UNITS = {"": "counter", "个数": "counter", "度量": "measure", "货币": "money"}
WORDS = frozenset(("agencies-offices", "districts", "topics", "units", "columns", "indicator-words"))
"""Registry files whose entries matter only where a text has their words."""
_PARTS = re.compile(r"[、，,;；|/\n]+")
_SIGNS = "省市州盟县区旗"
_REGISTRY = "https://w3id.org/guitu/registry#"

Row = Mapping[str, str]
Fields = dict[str, list[str]]
Overlay = Mapping[str, Mapping[str, Fields]]
"""Registry file, key of the entry, property, values."""


class Slip(ValueError):
    """A row or a line of what was taught that cannot be understood: where, and what is wrong."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


def folder() -> Path | None:
    """The folder that this process was told of; None where nothing was taught."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def use(place: Path) -> None:
    """Lay the words in a folder over the registry, in this process and in those that it starts.

    Raises Slip where they cannot be understood, RuntimeError where this process has used other words before.
    """
    wanted = str(place.resolve()) if _files(place) else ""
    if wanted == os.environ.get(VARIABLE, ""):
        return
    new, old = read(place), overlay()
    if any(new.get(name) != old.get(name) for name in _asked):
        raise RuntimeError("other words are in use")
    os.environ[VARIABLE] = wanted
    overlay.cache_clear()
    digest.cache_clear()


@cache
def digest() -> str:
    """A hash of everything that was taught; empty where nothing was."""
    return digest_of(folder())


def digest_of(place: Path | None) -> str:
    """As `digest`, of the files in a folder."""
    files = _files(place)
    found = hashlib.sha256()
    for path in files:
        found.update(f"{path.name}\0".encode() + path.read_bytes())
    return found.hexdigest()[:16] if files else ""


@cache
def overlay() -> Overlay:
    """What was taught, as entries of the registry's files. Raises Slip."""
    return read(folder())


def leads(before: Overlay, after: Overlay) -> frozenset[str] | None:
    """How the words begin that were taught, changed or taken back, of two characters at most.

    A text that holds none of them is read alike with both. None where the words of a file cannot tell that.
    """
    found: set[str] = set()
    for file in before.keys() | after.keys():
        old, new = before.get(file, {}), after.get(file, {})
        changed = [key for key in old.keys() | new.keys() if old.get(key) != new.get(key)]
        if changed and file not in WORDS:
            return None
        for fields in (of[key] for of in (old, new) for key in changed if key in of):
            found.update(word[:2] for name in ("prefLabel", "altLabel") for word in fields.get(name, ()) if word)
    return frozenset(found)


_asked: set[str] = set()


def laid_over(name: str) -> Mapping[str, Fields]:
    """What was taught for a file of the registry; what has been asked for once holds for this process."""
    _asked.add(name)
    return overlay().get(name, {})


def read(place: Path | None) -> Overlay:
    """The words in the files of a folder. Raises Slip at the first that cannot be understood."""
    found: dict[str, dict[str, Fields]] = {}
    for path in _files(place):
        made = (turtle if path.suffix == ".ttl" else _rows)(path.name, path.read_bytes())
        for file, key, fields in made:
            entry = found.setdefault(file, {}).setdefault(key, {})
            for name, more in fields.items():
                entry.setdefault(name, []).extend(more)
    return MappingProxyType(found)


def _files(place: Path | None) -> list[Path]:
    return sorted(path for path in place.iterdir() if path.suffix in ENDINGS) if place and place.is_dir() else []


def turtle(file: str, data: bytes) -> Iterator[tuple[str, str, Fields]]:
    """The fields of the entries in a Turtle file, one by one; the file of the registry is told by its name."""
    name = file.removesuffix(".ttl")
    if name not in (known := registries()):
        raise Slip(file, 1, f"no file of the registry is called so; there are {', '.join(known)}")
    try:
        for key, field, value in values(data):
            yield name, key, {field: [value]}
    except SyntaxError as error:
        raise Slip(file, error.lineno or 1, error.msg) from error


@cache
def registries() -> tuple[str, ...]:
    """The names of the registry's files."""
    found = (resources.files("guitu.ontology") / "registry").iterdir()
    return tuple(sorted(one.name.removesuffix(".ttl") for one in found if one.name.endswith(".ttl")))


# ---- rows ----


def _rows(file: str, data: bytes) -> Iterator[tuple[str, str, Fields]]:
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Slip(file, data.count(b"\n", 0, error.start) + 1, "not UTF-8") from error
    lines = csv.reader(io.StringIO(words, newline=""))
    names = [HEADINGS.get(heading.strip(), "") for heading in next(lines, [])]
    if missing := {"kind", "name"} - {*names}:
        told = "、".join(chinese for chinese, name in HEADINGS.items() if name in missing)
        raise Slip(file, 1, f"no column {told}")
    for cells in lines:
        row = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}
        try:
            yield from entry(row) if any(row.values()) else ()
        except ValueError as error:
            raise Slip(file, lines.line_num, str(error)) from error


def entry(row: Row) -> Iterator[tuple[str, str, Fields]]:
    """The registry file, the key and the fields of each entry that a row makes; ValueError with what is wrong."""
    kind, name = row.get("kind", ""), row.get("name", "")
    if kind not in KINDS:
        raise ValueError(f"no 类型 {kind or '?'}; there are {'、'.join(KINDS)}")
    if not name:
        raise ValueError("no 名称")
    yield from KINDS[kind](f"{TAUGHT}{name}-{row.get('place', '')}", row)


def _shorts(row: Row) -> list[str]:
    return [part for part in map(str.strip, _PARTS.split(row.get("shorts", ""))) if part]


def _agency(key: str, row: Row) -> Iterator[tuple[str, str, Fields]]:
    """A body of a place is a form of name that this place alone has."""
    place = row.get("place", "") or _place_before(row["name"], _shorts(row))
    name = row["name"].removeprefix(place)
    if not name:
        raise ValueError("名称 is that of the place")
    shorts = [_without_place(short, place) for short in _shorts(row)]
    fields = {
        "type": [_REGISTRY + "Form"],
        "prefLabel": [name],
        "altLabel": [short for short in shorts if short != name],
    }
    yield "agencies-offices", key, fields | ({"of": [place]} if place else {})


def _place_before(name: str, shorts: list[str]) -> str:
    """The place that a name begins with, where a short name has its sign alone: 云州市 of 云州市直播中心, 市直播.

    >>> _place_before("云州市直播电商中心", ["市直播中心"]), _place_before("直播电商中心", ["市直播中心"])
    ('云州市', '')
    """
    for short in shorts:
        end = name.find(short[:2], 2) + 1 if short[0] in _SIGNS else 0
        if end:
            return name[:end]
    return ""


def _without_place(short: str, place: str) -> str:
    for head in (place, place[:-1], place[-1:]):
        if head and short.startswith(head) and len(short) - len(head) > 1:
            return short.removeprefix(head)
    return short


def _district(key: str, row: Row) -> Iterator[tuple[str, str, Fields]]:
    name, above = row["name"], row.get("above", "")
    kind = {"省": "Province", "市": "Prefecture", "州": "Prefecture", "盟": "Prefecture"}.get(name[-1], "County")
    if name[-1] not in _SIGNS:
        raise ValueError("名称 does not end in 省, 市, 州, 盟, 县, 区 or 旗")
    if above and kind == "Prefecture" and above.endswith(("市", "州")):
        kind = "County"  # 县级市
    yield "districts", key, {
        "type": [_REGISTRY + kind], "prefLabel": [name], "altLabel": _shorts(row),
        **({"broader": [above]} if above else {}),
    }  # fmt: skip


def _topic(key: str, row: Row) -> Iterator[tuple[str, str, Fields]]:
    above = row.get("above", "")
    yield "topics", key, {
        "inScheme": ["topics"], "prefLabel": [row["name"]], "altLabel": _shorts(row),
        **({"broader": [above]} if above else {}),
    }  # fmt: skip


def _unit(key: str, row: Row) -> Iterator[tuple[str, str, Fields]]:
    use = row.get("use", "")
    if use not in UNITS:
        raise ValueError(f"no 用途 {use or '?'} of a unit; there are {'、'.join(filter(None, UNITS))}")
    yield "units", key, {"prefLabel": [row["name"]], "unitKind": [UNITS[use]]}


def _column(key: str, row: Row) -> Iterator[tuple[str, str, Fields]]:
    use = row.get("use", "")
    if use not in COLUMNS:
        raise ValueError(f"no 用途 {use or '?'} of a column; there are {'、'.join(COLUMNS)}")
    yield "columns", COLUMNS[use], {"altLabel": [row["name"], *_shorts(row)]}


def _indicator(key: str, row: Row) -> Iterator[tuple[str, str, Fields]]:
    if not (others := _shorts(row)):
        raise ValueError("no 简称: the words that mean the same")
    yield "indicator-words", key, {"notation": ["anywhere"], "prefLabel": [row["name"]], "altLabel": others}


KINDS: Mapping[str, Callable[[str, Row], Iterator[tuple[str, str, Fields]]]] = {
    "机构": _agency, "行政区划": _district, "主题": _topic, "计量单位": _unit, "表头": _column, "指标": _indicator,
}  # fmt: skip
