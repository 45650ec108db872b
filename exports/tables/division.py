"""The 任务分工表: every task of a graph as a row of words, for whatever shows one: sheets, pages, text files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guitu.exports.tables.view import Proof, View
from guitu.extract.returned import BETWEEN
from guitu.extract.words.numbering import HAN
from guitu.graph.corrections.amounts import spoken

ROLES = ("lead", "responsible", "support")
_NONE: Mapping[str, str] = {}
_APART = 2  # characters between the quotes of one list: 、


@dataclass(frozen=True, slots=True)
class Owner:
    """An agency of a task in a role; `duty`: the statement that says so."""

    agency: str
    role: str
    duty: str


@dataclass(frozen=True, slots=True)
class Row:
    """A task. `number`: 3 in its document, 3.1 where it belongs to task 3; `chapter`: the headings around it.

    `task`, `document` and the agencies are IRIs, the rest is words; `owners` in the order of the text;
    `decisions`: those of persons that are in force on it; `annexed`: owners that only the annex names.
    """

    task: str
    document: str
    number: str
    chapter: tuple[str, ...]
    title: str
    body: str
    deadline: str
    owners: tuple[Owner, ...]
    figures: tuple[str, ...]
    decisions: tuple[str, ...] = ()
    annexed: tuple[Owner, ...] = ()

    def in_role(self, role: str) -> tuple[Owner, ...]:
        """The owners with a role, each once; those of the annex where the task has none of its own."""
        return tuple({owner.agency: owner for owner in self.owners or self.annexed if owner.role == role}.values())


def rows(view: View, annexes: Mapping[str, str] = _NONE) -> tuple[Row, ...]:
    """Every task of the graph, by document, in the order of its text. `annexes`: as `Inferred.annexes` tells them."""
    tasks = view.members.get("gt:Task", ())
    owners, figures = _by_task(view, "gt:Responsibility"), _by_task(view, "gt:Target")
    numbers, decisions = _numbers(view, tasks), _by_task(view, "gt:Decision")
    decisions = {task: [one for one in decisions[task] if view.in_force(one)] for task in tasks}

    def held(task: str) -> tuple[Owner, ...]:
        return tuple(_owner(view, duty) for duty in sorted(owners[task], key=lambda one: _comes_last(view, one)))

    return tuple(
        Row(
            task=task,
            document=view.document.get(task, ""),
            number=numbers[task],
            chapter=chapter(view, task),
            title=view.one(task, "dcterms:title"),
            body=view.one(task, "dcterms:description"),
            deadline=view.one(task, "gt:deadline"),
            owners=held(task),
            figures=tuple(figure(view, one) for one in figures[task]),
            decisions=tuple(decisions[task]),
            annexed=held(annexes[task]) if task in annexes and not owners[task] else (),
        )
        for task in tasks
    )


def corrected(view: View, decisions: Iterable[str], lang: str = "zh") -> str:
    """What persons decided, one a line: 责任单位 改为：市水利局（牵头） → 市城管局（牵头）（王五，2026-03-02）."""
    return "\n".join(correction(view, one, lang) for one in decisions)


def correction(view: View, decision: str, lang: str = "zh") -> str:
    """One decision in words."""
    matter, verdict = (view.label(view.one(decision, name), lang) for name in ("gt:decisionMatter", "gt:verdict"))
    change = " → ".join(filter(None, (view.one(decision, "gt:statedValue"), view.one(decision, "gt:newValue"))))
    signed = [view.one(decision, name) for name in ("gt:decider", "gt:decidedOn", "gt:reason")]
    between, colon = ("，", "：") if lang == "zh" else (", ", ": ")
    told = between.join(filter(None, signed))
    return f"{matter} {verdict}{colon if change else ''}{change}" + (f"（{told}）" if lang == "zh" else f" ({told})")


def chapter(view: View, iri: str) -> tuple[str, ...]:
    """The headings around a task, the outermost first, each with its number: 三、重点任务; （一）农田水利."""
    found: list[str] = []
    seen = {iri}
    around = view.one(iri, "dcterms:isPartOf")
    while view.one(around, "gt:depth") and around not in seen:
        seen.add(around)
        found.append(_numbered(view.one(around, "gt:number"), view.one(around, "dcterms:title")))
        around = view.one(around, "dcterms:isPartOf")
    return tuple(reversed(found))


def _numbered(number: str, title: str) -> str:
    """A heading as it is written: 三、重点任务, （一）农田水利, 1.泵站, 专栏1 泵站."""
    if not number or number.endswith("）"):
        return number + title
    stop = "、" if all(sign in HAN for sign in number) else "." if number.replace(".", "").isdigit() else " "
    return f"{number}{stop}{title}"


def figure(view: View, iri: str) -> str:
    """A target in words: 灌溉面积≥12.5万亩（2033年）."""
    name, unit, year = (view.one(iri, of) for of in ("gt:indicatorText", "gt:unitText", "gt:year"))
    comparator = view.notation(view.one(iri, "gt:comparator"))
    return spoken(name, comparator, view.one(iri, "gt:value"), view.one(iri, "gt:maxValue"), unit, year)


def place(proof: Proof, lang: str = "zh") -> str:
    """Where a quote stands in the reading text; empty where nothing tells."""
    if proof.start is None:
        return ""
    return f"字符{proof.start}–{proof.end}" if lang == "zh" else f"characters {proof.start}–{proof.end}"


def cited(proofs: Iterable[Proof], lang: str = "zh") -> str:
    """Quotes with their place, one a line; neighbours share it: “市水务局”“市财政局”（字符60–71）.

    Of a graph without quotes the places only.
    """
    lines = []
    for group in _neighbours(proof for proof in proofs if proof.start is not None):
        where = place(replace(group[0], end=group[-1].end), lang)
        quotes = "".join(f"“{proof.quote}”" for proof in group if proof.quote)
        lines.append(f"{quotes}（{where}）" if quotes else where)
    return "\n".join(lines)


def _neighbours(proofs: Iterable[Proof]) -> Iterator[list[Proof]]:
    """Proofs in the order of the text that at most a sign or two part."""
    found: list[Proof] = []
    for proof in sorted(dict.fromkeys(proofs), key=lambda one: (one.text, one.start or 0, one.end or 0)):
        if found and (found[-1].text != proof.text or (proof.start or 0) - (found[-1].end or 0) > _APART):
            yield found
            found = []
        found.append(proof)
    if found:
        yield found


def proofs(view: View, row: Row) -> tuple[Proof, ...]:
    """What proves a row: where its owners are named, else its title."""
    duties = tuple(view.proof(owner.duty) for owner in row.owners)
    return duties or (view.proof(row.task),)


def names(view: View, owners: Sequence[Owner], lang: str = "zh") -> str:
    """The official names of agencies in one line, divided as Guitu reads them back."""
    return BETWEEN.join(named(view, owner.agency, lang) for owner in owners)


_BESIDE = {("zh", True): "现", ("zh", False): "即", ("en", True): "now", ("en", False): "that is"}


def named(view: View, agency: str, lang: str = "zh") -> str:
    """The name that a document states, beside it that of what stands for the agency, as `guitu correct` reads it back.

    云州市农业局（现 云州市农业农村局）
    """
    name, other = view.label(agency, lang), view.instead.get(agency)
    return f"{name}（{_BESIDE[lang, other.later]} {view.label(other.iri, lang)}）" if other else name


def written(view: View, owners: Iterable[Owner]) -> tuple[str, ...]:
    """How the documents write agencies where they name them as owners, official names apart."""
    found = {(view.one(owner.duty, "gt:asWritten"), view.label(owner.agency)) for owner in owners}
    return tuple(sorted({words for words, official in found if words not in ("", official)}))


def _owner(view: View, duty: str) -> Owner:
    role = view.notation(view.one(duty, "gt:role"))
    return Owner(view.one(duty, "gt:agency"), role if role in ROLES else "responsible", duty)


def _comes_last(view: View, duty: str) -> bool:
    """Whether a person added an owner: its evidence is the title of the task, before that of all others."""
    return bool(view.one(duty, "gt:decidedBy")) and view.proof(duty) == view.proof(view.one(duty, "gt:ofTask"))


def _by_task(view: View, name: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for iri in view.members.get(name, ()):
        found[view.one(iri, "gt:ofTask")].append(iri)
    return found


def _numbers(view: View, tasks: Sequence[str]) -> Mapping[str, str]:
    """3 for the third task of a document that belongs to no other, 3.1 for the first that belongs to it."""
    known, counts, numbers = set(tasks), Counter[str](), dict[str, str]()

    def number(task: str, inside: frozenset[str]) -> str:
        if task not in numbers:
            whole = view.one(task, "gt:partOfTask")
            above = number(whole, inside | {task}) if whole in known and whole not in inside else ""
            under = whole if above else view.document.get(task, "")
            counts[under] += 1
            numbers[task] = f"{above}.{counts[under]}" if above else str(counts[under])
        return numbers[task]

    for task in tasks:
        number(task, frozenset((task,)))
    return numbers


def chapters(found: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The stretches of rows under the same headings, as first and last place: what a table merges."""
    first = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or (found[i].chapter, found[i].document) != (found[first].chapter, found[first].document):
            yield first, i - 1
            first = i
