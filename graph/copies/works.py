"""Which documents of several files are one document, which copy of it is read, and under which key it stands.

Two copies are one document where their numbers are equal, or their titles are and their words mostly, or their titles
nearly and their words nearly all; a document and a table of its tasks that Guitu made, where their titles are equal.
Years, periods, places and drafts that differ in the titles keep documents apart.
The result depends on the copies alone, not on the order in which they come.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import chain, combinations
from typing import TypeVar

from guitu.extract.facts import RETURNED, Document, Facts, Reading
from guitu.extract.text import Span
from guitu.graph.copies.letters import letters as letters  # noqa: PLC0414 - who asks for works takes it from here
from guitu.graph.copies.ruled import Pairs, Ruled, pairs
from guitu.graph.quads.names import document_key

T = TypeVar("T")

SKETCH = 32  # hashes kept of each document; copies share most of them, documents on one subject few
SHARED = 4
_SAID = 9.0  # surer than any rule
CROWD = 50  # a shingle that more documents share is boilerplate
STUB = 400  # letters; a notice without the plan that it sends out is shorter
TELLING = 8  # letters of a title that means one document: 工作方案 does not

_YEAR = re.compile(r"\d{4}")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR_WRITTEN = re.compile(r"[〇○零一二三四五六七八九]{4}")  # 二〇三五
_DRAFT = re.compile(r"征求意见稿|送审稿|草案|试行|暂行|修订|解读|(?:\d{4}年?)?版")
_PLACED = re.compile(r"[省市区县州盟旗镇乡]")


@dataclass(frozen=True, slots=True)
class CopyRecord:
    """What joining asks of a copy before it asks for the text: made once, and kept.

    `together`: how many documents its file has; `size`: letters and figures; `sketch`: the smallest hashes of its
    shingles, the same in every copy; `facts`, `gaps`: how many of them it states.
    """

    document: Document
    text: str  # SHA-256 of the reading text
    reader: str
    together: int
    size: int
    sketch: tuple[int, ...]
    facts: int
    gaps: int


def records(reading: Reading) -> tuple[CopyRecord, ...]:
    """The records of the documents of a reading, in its order."""
    return tuple(_record(reading, number) for number in range(len(reading.documents)))


def _record(reading: Reading, number: int) -> CopyRecord:
    facts = reading.documents[number]
    words = _letters_of(reading, facts.document)
    return CopyRecord(
        document=facts.document,
        text=reading.text.sha256,
        reader=reading.reader,
        together=len(reading.documents),
        size=len(words),
        sketch=_sketch(words),
        facts=count(facts),
        gaps=len(facts.gaps),
    )


def _sketch(words: str) -> tuple[int, ...]:
    from guitu.graph.copies.shingles import shingles  # noqa: PLC0415 - brings NumPy along

    return tuple(shingles(words)[:SKETCH].tolist())


def _letters_of(reading: Reading, document: Document) -> str:
    extent = document.extent if len(document.extent) else Span(0, len(reading.text.value))
    return letters(reading.text.read(extent))


def count(facts: Facts) -> int:
    """How many facts a document states, itself included; gaps are none."""
    kinds = (facts.sections, facts.tasks, facts.responsibilities, facts.figures, facts.places, facts.incentives)
    return 1 + sum(map(len, kinds)) + len(facts.references)


@dataclass(frozen=True)
class Copy:
    """A document as one file has it: the `number`-th document of the file's reading, which `load` gives when asked."""

    source: str  # SHA-256 of the file
    name: str
    number: int
    record: CopyRecord
    load: Callable[[], Reading] = field(compare=False, repr=False)

    @classmethod
    def of(cls, source: str, name: str, reading: Reading, number: int) -> Copy:
        """A copy of a reading at hand."""
        return cls(source, name, number, _record(reading, number), lambda: reading)

    @property
    def reading(self) -> Reading:
        """All that was read of the file."""
        return self.load()

    @property
    def facts(self) -> Facts:
        """What this copy states."""
        return self.reading.documents[self.number]

    @property
    def document(self) -> Document:
        """The document as this copy describes it."""
        return self.record.document

    @property
    def identity(self) -> tuple[str, int]:
        """The file and the place in it."""
        return self.source, self.number

    @property
    def returned(self) -> bool:
        """Whether it is a table of tasks that Guitu made of the document."""
        return self.record.reader == RETURNED

    @property
    def extent(self) -> Span:
        """All of the document's text in the file."""
        return self.document.extent if len(self.document.extent) else Span(0, len(self.reading.text.value))

    @property
    def letters(self) -> str:
        """The words and figures of the text, without signs and spaces; made anew, since a corpus would not fit."""
        return _letters_of(self.reading, self.document)

    @cached_property
    def title(self) -> str:
        """The title in words and figures."""
        return letters(self.document.title)


@dataclass(frozen=True, slots=True)
class Work:
    """One document: its key, the copy that is read, and the others."""

    key: str
    primary: Copy
    others: tuple[Copy, ...] = ()

    @property
    def copies(self) -> tuple[Copy, ...]:
        """All copies, the one that is read first."""
        return (self.primary, *self.others)


Ties = dict[str, float]
"""How surely two copies are one document, by the identities of both, as far as it was asked before."""


def gather(copies: Iterable[Copy], ties: Ties | None = None, ruled: Sequence[Ruled] = ()) -> tuple[Work, ...]:
    """The documents of many copies, sorted by key.

    `ties`: what was found before, brought up to date; `ruled`: what a person said, which goes before every rule.
    """
    found = sorted(copies, key=lambda copy: copy.identity)
    return _keyed(sorted(_clusters(found, {} if ties is None else ties, pairs(found, ruled)), key=_rank))


# ---- what belongs together ----


def same(a: Copy, b: Copy) -> float:
    """How surely two copies are one document; 0 where they are not."""
    if _contradict(a, b):
        return 0.0
    alike = SequenceMatcher(None, a.title, b.title, autojunk=False).ratio()
    numbered = bool(a.document.number and b.document.number)
    if alike < 0.8 and not numbered:
        return 0.0  # no need to compare the texts
    overlap = _overlap(a, b)
    if numbered and (alike >= 0.6 or overlap >= 0.5):
        return 3 + overlap
    short, long = sorted((a.record.size, b.record.size))
    stub = short < STUB <= long and len(a.title) >= TELLING
    returned = a.returned != b.returned
    if a.title == b.title and (returned or stub or overlap >= (0.3 if a.title else 0.9)):
        return 2 + overlap
    if alike >= 0.8 and overlap >= 0.8 and short >= STUB:
        return 1 + overlap
    return 0.0


def _contradict(a: Copy, b: Copy) -> bool:
    if _apart(a.document, b.document):
        return True
    return _years(a.title) != _years(b.title) or _drafts(a.title) != _drafts(b.title) or _elsewhere(a.title, b.title)


def _apart(one: Document, two: Document) -> bool:
    """They state different numbers, periods or places."""
    stated = ((one.period, two.period), (one.jurisdiction, two.jurisdiction), (one.number, two.number))
    return any(x and y and x != y and letters(x) != letters(y) for x, y in stated)


def _years(title: str) -> set[str]:
    return set(_YEAR.findall(_YEAR_WRITTEN.sub(lambda found: found[0].translate(_NUMERALS), title)))


def _drafts(title: str) -> set[str]:
    return set(_DRAFT.findall(title))


def _elsewhere(a: str, b: str) -> bool:
    """The titles name two places: 青岚县…规划, 白石县…规划."""
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "replace" and (_PLACED.search(a[i : j + 1]) or _PLACED.search(b[k : m + 1])):
            return True
    return False


def _overlap(a: Copy, b: Copy) -> float:
    from guitu.graph.copies.shingles import overlap, shingles  # noqa: PLC0415 - as above

    return overlap(shingles(a.letters), shingles(b.letters))


def _candidates(copies: Sequence[Copy]) -> set[tuple[int, int]]:
    """Pairs worth comparing: an equal number, an equal title, or a shared sample of the words."""
    pairs: set[tuple[int, int]] = set()
    named: dict[str, list[int]] = defaultdict(list)
    sampled: dict[int, list[int]] = defaultdict(list)
    many = Counter(chain.from_iterable(copy.record.sketch for copy in copies))
    for i, copy in enumerate(copies):
        named[copy.title].append(i)
        if copy.document.number:
            named[letters(copy.document.number)].append(i)
        for value in copy.record.sketch:
            if 1 < many[value] <= CROWD:
                sampled[value].append(i)
    for group in named.values():
        pairs.update(combinations(group, 2))
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for group in sampled.values():
        for pair in combinations(group, 2):
            shared[pair] += 1
    return pairs | {pair for pair, count in shared.items() if count >= SHARED}


def _clusters(copies: Sequence[Copy], ties: Ties, told: Pairs) -> list[tuple[Copy, ...]]:
    """Join the surest pairs first; never two whose numbers differ, not even over a third, unless a person said so."""
    of = {i: [i] for i in range(len(copies))}
    scored = [*_tied(copies, ties), *((_SAID, i, j) for i, j in told.joined)]
    for strength, i, j in sorted(scored, key=lambda found: (-found[0], found[1:])):
        if not strength or of[i] is of[j] or told.part(of[i], of[j]):
            continue
        if strength == _SAID or not _clash(copies, of[i], of[j], told):
            joined = of[i] + of[j]
            for k in joined:
                of[k] = joined
    return [tuple(copies[k] for k in sorted(group)) for group in {id(group): group for group in of.values()}.values()]


def _tied(copies: Sequence[Copy], ties: Ties) -> list[tuple[float, int, int]]:
    """The pairs of candidates with their strength; what is asked of texts is asked once."""
    found, asked = list[tuple[float, int, int]](), Ties()
    for i, j in _candidates(copies):
        one, other = copies[i], copies[j]
        if _apart(one.document, other.document):
            continue
        key = f"{one.source}.{one.number} {other.source}.{other.number}"
        strength = ties[key] if key in ties else same(one, other)
        asked[key] = strength
        found.append((strength, i, j))
    ties.clear()
    ties.update(asked)
    return found


def _clash(copies: Sequence[Copy], group: list[int], other: list[int], told: Pairs) -> bool:
    return any(
        _contradict(copies[i], copies[j]) for i in group for j in other if (min(i, j), max(i, j)) not in told.joined
    )


# ---- which copy is read, and the key ----


def _order(copy: Copy) -> tuple[bool, bool, int, str, int]:
    """No table that Guitu made of it, then in a file of its own, then longer, then of the smaller hash."""
    return copy.returned, copy.record.together > 1, -copy.record.size, copy.record.text, copy.number


def _rank(cluster: tuple[Copy, ...]) -> tuple[bool, str, str, int]:
    """Who keeps a key that several documents claim: a whole before its annexes, then the earlier."""
    first = min(cluster, key=_order)
    document = first.document
    return bool(document.part_of), str(document.issued or "9999"), first.record.text, first.number


def _keyed(clusters: Sequence[tuple[Copy, ...]]) -> tuple[Work, ...]:
    works: dict[str, Work] = {}
    for cluster in clusters:
        primary, *others = sorted(cluster, key=_order)
        key = next(key for key in _keys(primary, others) if key not in works)
        works[key] = Work(key, primary, tuple(others))
    return tuple(work for _, work in sorted(works.items()))


def _keys(primary: Copy, others: Sequence[Copy]) -> Iterator[str]:
    """What all copies tell gives the key, so that it is the same whichever is read; else the words tell apart."""
    told = primary.document
    if others:
        numbers = {copy.document.number for copy in others if copy.document.number and not copy.document.part_of}
        told = replace(
            told,
            number=told.number or _first(numbers),
            jurisdiction=told.jurisdiction or _first(copy.document.jurisdiction for copy in others),
            issued=told.issued or _first(copy.document.issued for copy in others),
            valid_from=told.valid_from or _first(copy.document.valid_from for copy in others),
        )
    yield document_key(told)
    titled = document_key(replace(told, number=None))
    yield titled
    digest = hashlib.sha256(f"{primary.letters}\0{primary.source}\0{primary.number}".encode()).hexdigest()
    for length in range(8, len(digest) + 1):
        yield f"{titled}-{digest[:length]}"


def _first(values: Iterable[T | None]) -> T | None:
    return min((value for value in values if value is not None), default=None, key=str)
