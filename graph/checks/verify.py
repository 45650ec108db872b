"""The replay of every proof: each range lies in its reading text and says, letter for letter, what the graph quotes;
each agency's label is what the rules make of the words as written and the place that its document settles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.extract.sources.find import find
from guitu.graph.checks import derived_names
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import span_of
from guitu.graph.reading.reading import Read, attempt, bounded
from guitu.ontology import standards as std
from guitu.ontology import terms

SHOWN = 100  # failures that are told; all are counted

_PROVED = (
    terms.Section,
    terms.Task,
    terms.Responsibility,
    terms.Target,
    terms.Observation,
    terms.PlaceMention,
    terms.Incentive,
    terms.Reference,
    terms.DivisionTable,
)
EVIDENCE = f"""SELECT ?evidence ?quote {{
  {{ SELECT DISTINCT ?evidence {{
    ?fact <{terms.evidence}>|<{terms.jurisdictionEvidence}>|<{terms.nameEvidence}> ?evidence }} }}
  OPTIONAL {{ ?evidence <{std.NIF_ANCHOR_OF}> ?quote }} }}"""
UNPROVED = f"""SELECT DISTINCT ?fact {{
  VALUES ?kind {{ {" ".join(f"<{kind}>" for kind in _PROVED)} }}
  ?fact a ?kind FILTER NOT EXISTS {{ ?fact <{terms.evidence}> ?evidence }} }}"""
_SHORT = ((terms.ownedBy, ""), (terms.ledBy, terms.ROLES["lead"]), (terms.supportedBy, terms.ROLES["support"]))
_DUTY = f"?fact a <{terms.Responsibility}> ; <{terms.ofTask}> ?task ; <{terms.agency}> ?agency"
SHORTCUTS = (
    "SELECT DISTINCT ?task ?agency {"
    + " UNION ".join(
        f"{{ GRAPH ?g {{ {one} FILTER NOT EXISTS {{ {other} }} }} }}"
        for short, role in _SHORT
        for told, duty in [(f"?task <{short}> ?agency", _DUTY + (f" ; <{terms.role}> <{role}>" if role else ""))]
        for one, other in ((told, duty), (duty, told))
    )
    + " }"
)
TEXTS = f"SELECT DISTINCT ?text {{ ?text a <{std.NIF_CONTEXT}> }}"


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """How many proofs were replayed, and what failed: one line each, at most `SHOWN`, `failed` counts all.

    `quoted`: the proofs whose quote was compared; the others (a graph without quotes) were checked for their range.
    `unread`: texts that are in neither the store nor the given files, so that their proofs could not be replayed.
    """

    evidences: int
    quoted: int
    texts: int
    failed: int
    failures: tuple[str, ...]
    unread: int = 0
    problems: tuple[SourceError, ...] = ()

    @property
    def proved(self) -> bool:
        """Every proof was replayed and none failed."""
        return not self.failed and not self.unread and not self.problems


def verify(store: Store, sources: Sequence[str | Path] | None = None, read: Read | None = None) -> VerifyReport:
    """Replay all evidence of a store; with `sources`, over the texts read anew from these files."""
    problems: list[SourceError] = []
    fresh = None if sources is None else dict(_reread(sources, read, problems))
    texts: dict[str, str | None] = {}
    quoted = count = 0
    unread: set[str] = set()
    failures = _Failures()
    for (hash_,) in store.query(TEXTS).rows:
        sha256 = (hash_ or "").rsplit("/", 1)[-1]
        texts[sha256] = _text(store, sha256, fresh, failures)
    bare = list[str]()
    for evidence, quote in store.query(EVIDENCE).rows:
        count += 1
        quoted += quote is not None
        if quote is None:
            bare.append(evidence or "")
        if failed := _unfound(evidence or "", quote, texts, unread):
            failures.add(f"{evidence}: {failed}")
    if not count:
        failures.add("there is no proof at all")
    for evidence in bare if quoted else ():  # a graph of the facts profile has no quote at all
        failures.add(f"{evidence}: a proof without a quote")
    for failure in (*_contradicted(store), *derived_names.failures(store)):
        failures.add(failure)
    unread.update(sha256 for sha256, text in texts.items() if text is None)
    return VerifyReport(
        count, quoted, len(texts), failures.count, tuple(failures.told), len(unread), tuple(sorted(problems, key=str))
    )


def _unfound(evidence: str, quote: str | None, texts: Mapping[str, str | None], unread: set[str]) -> str:
    """Why an evidence does not stand in its text; empty where it does. A text that is missing joins `unread`."""
    found = span_of(evidence)
    if not found:
        return "no range of a reading text"
    sha256, start, end = found
    if sha256 not in texts:
        return "the graph does not describe this text"
    text = texts[sha256]
    if text is None:
        unread.add(sha256)
    elif not start < end <= len(text):
        return f"no range of a text of {len(text)} characters"
    elif quote is not None and text[start:end] != quote:
        return f"quoted “{_short(quote)}”, the text says “{_short(text[start:end])}”"
    return ""


def _contradicted(store: Store) -> Iterator[str]:
    """Facts without evidence, and shortcuts that say otherwise than the responsibilities that they are short for."""
    for (fact,) in store.query(UNPROVED).rows:
        yield f"{fact}: stated without evidence"
    for task, agency in store.query(SHORTCUTS).rows:
        yield f"{task}: {agency} for short, otherwise than the responsibilities say"


class _Failures:
    def __init__(self) -> None:
        self.count = 0
        self.told: list[str] = []

    def add(self, failure: str) -> None:
        self.count += 1
        if self.count <= SHOWN:
            self.told.append(failure)


def _text(store: Store, sha256: str, fresh: dict[str, str] | None, failures: _Failures) -> str | None:
    """The text of a hash, checked; None where there is none."""
    text = store.text(sha256)
    if text is not None and hashlib.sha256(text.encode("utf-8")).hexdigest() != sha256:
        failures.add(f"text {sha256[:12]}…: the stored text was changed")
        text = None
    if fresh is None:
        return text
    if sha256 not in fresh:
        failures.add(f"text {sha256[:12]}…: none of the given files reads so")
    return fresh.get(sha256)


def _reread(places: Iterable[str | Path], read: Read | None, problems: list[SourceError]) -> Iterator[tuple[str, str]]:
    for source in find(list(places)):
        result = (attempt(read, source) if read else bounded(source)) if isinstance(source, Source) else source
        if isinstance(result, SourceError):
            problems.append(result)
        else:
            yield result.text.sha256, result.text.value


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
