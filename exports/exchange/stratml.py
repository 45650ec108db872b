"""A plan as StratML Part 2 (ISO 17469-2): goals, objectives, stakeholders with roles, indicators with results.

How a document is mapped, from what it states and people corrected; nothing inferred:

| StratML | of the graph |
| --- | --- |
| `Goal` | an outermost section that has tasks or figures, else the document itself |
| `Objective` | a task, or the figures of a goal that belong to no task |
| `Stakeholder` with `Role` | an agency with its role (Performer), a beneficiary of an incentive (Beneficiary) |
| `PerformanceIndicator` | an indicator in one unit: targets as `TargetResult`, observations as `ActualResult` |
| `Identifier` | a UUID of version 5 of the IRI, which stands in `OtherInformation` |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pyoxigraph import Quad

from guitu.exports.rdf.formats import file_names
from guitu.exports.rdf.statements import statements
from guitu.exports.tables.view import View
from guitu.extract.errors import OptionError
from guitu.graph.corrections.in_force import in_force
from guitu.ontology import terms

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_WORDS: Mapping[str, tuple[str, str]] = {
    "figures": ("本部分的目标与现状", "Targets and observations of this part"),
    "beneficiary": ("扶持对象", "beneficiary"),
    "number": ("发文字号", "number"),
    "iri": ("标识", "IRI"),
    "part of": ("上级任务", "part of task"),
    "deadline": ("时限", "deadline"),
    "topics": ("主题", "topics"),
    "incentive": ("扶持", "incentive"),
    "stated at": ("出处", "stated at"),
    "licence": ("许可", "licence"),
    "made by": ("由规图从文件读出，逐条有出处", "read from the document by Guitu, each fact with its place"),
}
_YEARS = (terms.fromYear, terms.toYear)
_FIGURES = ("gt:Target", "gt:Observation")
_SPACES: Any = {None: NAMESPACE}  # the default one; its stubs know prefixes only
_Element = etree._Element


def write_stratml(
    quads: Iterable[Quad], path: Path, lang: str = "zh", *, licence: str = "", folder: bool = True
) -> tuple[Path, ...]:
    """One file per document below a folder, named after its title; the paths written.

    `folder`: false for a file, into which a graph of one document goes; OptionError where it has several.
    """
    quads = in_force(quads)
    view = View.of(quads)
    titles = {iri: view.one(iri, "dcterms:title") for iri in view.members.get("gt:Document", ())}
    if not folder and len(titles) != 1:
        raise OptionError(str(path), "stratml is one file per document", "give a folder")
    years = {
        (one.subject.value, one.predicate.value): one.object.value
        for one in statements(quads)
        if one.predicate.value in _YEARS
    }
    facts = _facts(view)
    (path if folder else path.parent).mkdir(parents=True, exist_ok=True)
    written = []
    for iri, name in file_names(titles).items():
        to = path / f"{name}.xml" if folder else path
        to.write_bytes(_Plan(view, iri, lang, licence, years, facts).written())
        written.append(to)
    return tuple(written)


def _facts(view: View) -> Mapping[tuple[str, str], Sequence[str]]:
    """The things of a class in a document, and those that belong to a task, in the order of the text."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind in ("gt:Section", "gt:Task", "gt:Responsibility", "gt:Incentive", *_FIGURES):
        for iri in view.members.get(kind, ()):
            for of in (view.document.get(iri, ""), *view.many(iri, "gt:ofTask")):
                found.setdefault((kind, of), []).append(iri)
    return found


@dataclass(frozen=True)
class _Plan:
    """One document as StratML."""

    view: View
    document: str
    lang: str
    licence: str
    years: Mapping[tuple[str, str], str]
    facts: Mapping[tuple[str, str], Sequence[str]]
    _identified: set[str] = field(default_factory=set)

    def written(self) -> bytes:
        root = etree.Element(f"{{{NAMESPACE}}}PerformancePlanOrReport", {"Type": "Performance_Plan"}, nsmap=_SPACES)
        _add(root, "Name", self.view.one(self.document, "dcterms:title"))
        told = (
            ("number", self.view.one(self.document, "eli:id_local")),
            ("iri", self.document),
            ("licence", self.licence),
        )
        _add(root, "OtherInformation", "\n".join((self._word("made by"), *self._lines(told))))
        self._core(_add(root, "StrategicPlanCore"))
        self._administrative(_add(root, "AdministrativeInformation"))
        etree.indent(root, "  ")
        made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        return made + b"\n"

    def _core(self, core: _Element) -> None:
        for issuer in self.view.many(self.document, "eli:passed_by"):
            organization = _add(core, "Organization")
            _add(organization, "Name", self.view.label(issuer, self.lang))
            self._identify(organization, issuer)
        goals = self._goals()
        for number, (goal, (tasks, figures)) in enumerate(goals.items(), 1):
            one = _add(core, "Goal")
            _add(one, "Name", self.view.one(goal, "dcterms:title"))
            _add(one, "Description")
            if goal != self.document:
                self._identify(one, goal)
                if written := self.view.one(goal, "gt:number"):
                    _add(one, "SequenceIndicator", written)
            for order, task in enumerate(tasks, 1):
                self._objective(_add(one, "Objective"), task, f"{number}.{order}")
            if figures:
                rest = _add(one, "Objective")
                _add(rest, "Name", self._word("figures"))
                self._indicators(rest, figures)

    def _goals(self) -> dict[str, tuple[list[str], list[str]]]:
        """Tasks, and figures without a task, by the outermost section that they stand in, in the order of the text."""
        view = self.view
        found: dict[str, tuple[list[str], list[str]]] = {}
        for task in self._of(self.document, "gt:Task"):
            found.setdefault(self._outermost(task), ([], []))[0].append(task)
        for figure in self._of(self.document, *_FIGURES):
            if not view.many(figure, "gt:ofTask"):
                found.setdefault(self._around(figure), ([], []))[1].append(figure)
        if not found:
            found[self.document] = ([], [])
        return dict(sorted(found.items(), key=lambda one: (view.proof(one[0]).start or 0, one[0])))

    def _of(self, iri: str, *kinds: str) -> Iterator[str]:
        """The things of these classes in a document or of a task."""
        return (one for kind in kinds for one in self.facts.get((kind, iri), ()))

    def _outermost(self, iri: str) -> str:
        seen = {iri}
        around = self.document
        while (iri := self.view.one(iri, "dcterms:isPartOf")) and iri not in seen and self.view.one(iri, "gt:depth"):
            seen.add(iri)
            around = iri
        return around

    def _around(self, figure: str) -> str:
        """The outermost section whose heading is the last before a figure."""
        at = self.view.proof(figure)
        before = [
            (place.start, iri)
            for iri in self._of(self.document, "gt:Section")
            if (place := self.view.proof(iri)).text == at.text and place.start is not None
            if at.start is not None and place.start <= at.start
        ]
        return self._outermost_of(max(before)[1]) if before else self.document

    def _outermost_of(self, section: str) -> str:
        around = self._outermost(section)
        return section if around == self.document else around

    def _objective(self, one: _Element, task: str, sequence: str) -> None:
        view = self.view
        _add(one, "Name", view.one(task, "dcterms:title"))
        if body := view.one(task, "dcterms:description"):
            _add(one, "Description", body)
        self._identify(one, task)
        _add(one, "SequenceIndicator", sequence)
        self._performers(one, task)
        incentives = list(self._of(task, "gt:Incentive"))
        self._beneficiaries(one, incentives)
        told = (
            ("part of", view.one(view.one(task, "gt:partOfTask"), "dcterms:title")),
            ("deadline", view.one(task, "gt:deadline")),
            ("topics", "、".join(view.label(topic, self.lang) for topic in view.many(task, "gt:concerns"))),
            *(("incentive", self._amount(iri)) for iri in incentives if not view.many(iri, "gt:beneficiary")),
            ("stated at", view.one(task, "gt:evidence")),
            ("iri", task),
        )
        _add(one, "OtherInformation", "\n".join(self._lines(told)))
        self._indicators(one, self._of(task, *_FIGURES))

    def _performers(self, one: _Element, task: str) -> None:
        view = self.view
        owned = list(self._of(task, "gt:Responsibility"))
        for agency in dict.fromkeys(view.one(iri, "gt:agency") for iri in owned):
            group = terms.AgencyGroup in view.known(agency, "rdf:type")
            holder = _add(one, "Stakeholder", StakeholderTypeType="Generic_Group" if group else "Organization")
            _add(holder, "Name", view.label(agency, self.lang))
            for duty in (iri for iri in owned if view.one(iri, "gt:agency") == agency):
                role = _add(holder, "Role")
                _add(role, "Name", view.label(view.one(duty, "gt:role"), self.lang))
                if quote := view.proof(duty).quote:
                    _add(role, "Description", quote)
                _add(role, "RoleType", "Performer")

    def _beneficiaries(self, one: _Element, incentives: Iterable[str]) -> None:
        for incentive in incentives:
            for beneficiary in self.view.many(incentive, "gt:beneficiary"):
                holder = _add(one, "Stakeholder", StakeholderTypeType="Generic_Group")
                _add(holder, "Name", beneficiary)
                role = _add(holder, "Role")
                _add(role, "Name", self._word("beneficiary"))
                _add(role, "Description", self._amount(incentive))
                _add(role, "RoleType", "Beneficiary")

    def _amount(self, incentive: str) -> str:
        view = self.view
        sign = "≤" if view.one(incentive, "gt:isCeiling") == "true" else ""
        amount = f"{sign}{view.one(incentive, 'gt:value')}{view.one(incentive, 'gt:unitText')}"
        return "；".join(
            part for part in (amount, view.one(incentive, "gt:condition"), view.proof(incentive).quote) if part
        )

    def _indicators(self, one: _Element, figures: Iterable[str]) -> None:
        view = self.view
        by_indicator: dict[tuple[str, str], list[str]] = {}
        for figure in figures:
            key = view.one(figure, "gt:indicatorText"), view.one(figure, "gt:unitText")
            by_indicator.setdefault(key, []).append(figure)
        for (name, unit), of in by_indicator.items():
            indicator = _add(one, "PerformanceIndicator", PerformanceIndicatorType="Quantitative")
            _add(indicator, "MeasurementDimension", name)
            _add(indicator, "UnitOfMeasurement", unit)
            self._identify(indicator, of[0])
            for figure in of:
                aimed = str(terms.Target) in view.many(figure, "rdf:type")
                measured = _add(indicator, "MeasurementInstance")
                self._result(_add(measured, "TargetResult" if aimed else "ActualResult"), figure)
            _add(indicator, "OtherInformation", "\n".join(self._lines(("iri", figure) for figure in of)))

    def _result(self, result: _Element, figure: str) -> None:
        view = self.view
        if year := view.one(figure, "gt:year"):
            if result.tag.endswith("ActualResult"):
                _add(result, "StartDate", f"{year}-01-01")
            _add(result, "EndDate", f"{year}-12-31")
        value, upper = view.one(figure, "gt:value"), view.one(figure, "gt:maxValue")
        _add(result, "NumberOfUnits", value)
        sign = view.notation(view.one(figure, "gt:comparator"))
        told = f"{sign} {value}{f'—{upper}' if upper else ''} {view.one(figure, 'gt:unitText')}".strip()
        _add(result, "Description", "；".join(part for part in (told, view.proof(figure).quote) if part))

    def _administrative(self, one: _Element) -> None:
        view = self.view
        period = view.one(self.document, "gt:planPeriod")
        first, last = (self.years.get((period, name), "") for name in _YEARS)
        dates = (
            ("StartDate", view.one(self.document, "eli:first_date_entry_in_force") or (first and f"{first}-01-01")),
            ("EndDate", view.one(self.document, "eli:date_no_longer_in_force") or (last and f"{last}-12-31")),
            ("PublicationDate", view.one(self.document, "eli:date_document")),
        )
        self._identify(one, self.document)
        for name, value in dates:
            if value:
                _add(one, name, value)
        urls = (view.one(file, "schema:url") for file in view.many(self.document, "prov:wasDerivedFrom"))
        if url := next((url for url in urls if url.startswith(("http://", "https://"))), ""):
            _add(one, "Source", url)

    def _identify(self, one: _Element, iri: str) -> None:
        """An xsd:ID, the same for the same IRI; one of two tasks has it at the first."""
        if iri not in self._identified:
            self._identified.add(iri)
            _add(one, "Identifier", f"_{uuid5(NAMESPACE_URL, iri)}")

    def _word(self, name: str) -> str:
        return _WORDS[name][self.lang != "zh"]

    def _lines(self, told: Iterable[tuple[str, str]]) -> Iterator[str]:
        between = "：" if self.lang == "zh" else ": "
        return (f"{self._word(name)}{between}{value}" for name, value in told if value)


def _add(parent: _Element, name: str, text: str = "", **attributes: str) -> _Element:
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    if text:
        made.text = _NO_XML.sub("\ufffd", text)
    return made
