"""What a report says, as headings, lines and tables: made once for every form that shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guitu.exports.speech.messages import message
from guitu.exports.speech.reasons import in_language
from guitu.graph.checks.completeness import KINDS, RECOMMENDED, REQUIRED
from guitu.graph.checks.report import DocumentReport, TableRead, UnreadPlace

_HASH = 12  # letters of a hash that are shown
_MOST = 6  # agencies of one role that are named in text; the page names all


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the report's own."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of one line."""

    words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every row has as many cells as there are headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list, with what is told of it below."""

    words: str
    notes: tuple[str, ...]


Part = Heading | Line | Grid | Item


def parts(reports: Sequence[DocumentReport], lang: str) -> Iterator[Part]:
    """The whole report: an overview of all documents, then each of them."""

    def told(name: str, **values: object) -> str:
        return message(lang, name, **values)

    yield Heading(1, told("report"))
    if not reports:
        yield Line(told("no documents"))
        return
    yield Grid(overview_headings(lang), tuple(overview(one, lang) for one in reports))
    yield Line(told("not kept"))
    for one in reports:
        yield from _document(one, lang)


def overview_headings(lang: str) -> tuple[str, ...]:
    """The headings of the table over all documents."""
    return tuple(
        message(lang, name) for name in ("document", "gaps", "tasks", "owned", "facts", "missing", "not stated")
    )


def overview(one: DocumentReport, lang: str) -> tuple[str, ...]:
    """The row of a document in the table over all documents."""
    told, sign = one.told, "、" if lang == "zh" else ", "
    lacking = [sign.join(message(lang, f"field {name}") for name in names) for names in (told.missing, told.absent)]
    counts = len(one.gaps), one.ownership.tasks, one.ownership.owned, sum(told.facts.values())
    return (title(one, lang), *map(str, counts), *lacking)


def title(one: DocumentReport, lang: str) -> str:
    """The title of a document, or that it has none."""
    return one.told.title or message(lang, "untitled")


def place(path: Sequence[str], start: int | None, end: int | None, lang: str) -> tuple[str, str]:
    """Where something stands, for people: the headings around it, and the characters."""
    if start is None:
        return message(lang, "nowhere"), ""
    return " › ".join(path) or message(lang, "before headings"), message(lang, "at", start=start, end=end)


def how_to_set(table: TableRead, lang: str) -> str:
    """How to say what a column holds that was not recognised."""
    return message(lang, "set columns", heading=table.unread[0])


def by_kind(gaps: Sequence[UnreadPlace]) -> list[tuple[str, list[UnreadPlace]]]:
    """The gaps of each kind, in the order of the text, under the name of the kind."""
    ordered = sorted(gaps, key=lambda gap: gap.label)
    return [(label, list(of)) for label, of in groupby(ordered, key=lambda gap: gap.label)]


def _document(one: DocumentReport, lang: str) -> Iterator[Part]:
    def told(name: str, **values: object) -> str:
        return message(lang, name, **values)

    of = one.ownership
    yield Heading(2, title(one, lang))
    yield Line(told("summary", tasks=of.tasks, owned=of.owned, inherited=of.annexed + of.inherited, gaps=len(one.gaps)))
    yield Heading(3, told("sources"))
    yield Grid(
        tuple(told(name) for name in ("file", "format", "reader", "encoding", "size", "hash", "use")),
        tuple(
            ("、".join(file.names), file.media_type, file.reader, file.encoding, "" if file.size is None
             else f"{file.size:,}", file.sha256[:_HASH], told("read copy" if file.read else "other copy"))
            for file in one.sources
        ),
    )  # fmt: skip
    yield Heading(3, told("fields"))
    yield Grid((told("field"), "", told("value")), tuple(_fields(one, lang)))
    yield Heading(3, told("outline"))
    if one.chapters:
        rows = ((at.title, str(at.headings), str(at.tasks), str(at.gaps)) for at in one.chapters)
        yield Grid(tuple(told(name) for name in ("chapter", "headings below", "tasks", "gaps")), tuple(rows))
    else:
        yield Line(told("no chapters"))
    yield Heading(3, told("facts read"))
    kinds = tuple((told(f"kind {kind}"), str(one.told.facts.get(kind, 0))) for kind in KINDS)
    yield Grid((told("kind"), told("count")), kinds)
    yield from _owners(one, lang)
    yield from _columns(one, lang)
    yield Heading(3, told("what was not read"))
    if not one.gaps:
        yield Line(told("no gaps"))
    for label, gaps in by_kind(one.gaps):
        yield Line(f"{label}（{len(gaps)}）" if lang == "zh" else f"{label} ({len(gaps)})")
        yield from (_gap(gap, lang) for gap in gaps)


def _fields(one: DocumentReport, lang: str) -> Iterator[tuple[str, str, str]]:
    for names, kind, lacking in ((REQUIRED, "must", "not read"), (RECOMMENDED, "recommended", "not stated")):
        for name in names:
            values = one.told.stated.get(name)
            words = "、".join(values) if values else message(lang, lacking)
            yield f"{'✓' if values else '✗'} {message(lang, f'field {name}')}", message(lang, kind), words


def _owners(one: DocumentReport, lang: str) -> Iterator[Part]:
    of = one.ownership
    yield Heading(3, message(lang, "owners"))
    names = ("tasks", "owned", "annexed", "inherited", "unowned", "dated", "measured")
    counts = of.tasks, of.owned, of.annexed, of.inherited, of.unowned, of.dated, of.measured
    yield Grid(tuple(message(lang, name) for name in names), (tuple(map(str, counts)),))
    colon = "：" if lang == "zh" else ": "
    for role, agencies in of.roles.items():
        yield Item(f"{message(lang, f'role {role}')}{colon}{_named(agencies)}", ())
    if of.unknown:
        yield Item(f"{message(lang, 'unknown agencies')}{colon}{'、'.join(of.unknown)}", ())


def _named(agencies: Sequence[tuple[str, int]]) -> str:
    shown = "、".join(f"{agency}（{count}）" for agency, count in agencies[:_MOST])
    return f"{shown} … +{len(agencies) - _MOST}" if len(agencies) > _MOST else shown


def _columns(one: DocumentReport, lang: str) -> Iterator[Part]:
    if one.tables:
        yield Heading(3, message(lang, "columns"))
    for number, table in enumerate(one.tables, 1):
        at = place(table.path, table.start, table.end, lang)
        yield Line(
            " · ".join(
                filter(
                    None,
                    (message(lang, "table at", number=number, rows="?" if table.rows is None else table.rows), *at),
                )
            )
        )
        yield Grid(
            (message(lang, "column"), message(lang, "read as")),
            tuple(
                (column.heading or message(lang, "no heading"), column.role or message(lang, "unrecognised"))
                for column in table.columns
            ),
        )
        if table.unread:
            yield Line(how_to_set(table, lang))


def _gap(gap: UnreadPlace, lang: str) -> Item:
    words = f"{gap.before}【{gap.quote}】{gap.after}" if gap.quote else ""
    around, characters = place(gap.path, gap.start, gap.end, lang)
    reason = in_language(gap.reason, lang)
    return Item(words or reason, tuple(filter(None, (reason if words else "", around, characters))))
