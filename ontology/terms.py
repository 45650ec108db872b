"""The terms of `guitu.ttl` and `lists.ttl` as constants, spelt as there; a test proves both sides equal.

>>> ofTask
'https://w3id.org/guitu/ns#ofTask'
>>> code(COMPARATORS, ">=")
'https://w3id.org/guitu/ns#comparator-ge'
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NewType

Iri = NewType("Iri", str)
"""An absolute IRI without its angle brackets."""

Codes = Mapping[str, Iri]
"""A list of coded values: notation to concept."""

NS: Final = "https://w3id.org/guitu/ns#"
ONTOLOGY: Final = Iri("https://w3id.org/guitu/ns")


def _term(name: str) -> Iri:
    return Iri(NS + name)


def _codes(prefix: str, **notations: str) -> Codes:
    return MappingProxyType({notation: _term(f"{prefix}-{local}") for local, notation in notations.items()})


def _plain(prefix: str, *notations: str) -> Codes:
    return MappingProxyType({notation: _term(f"{prefix}-{notation}") for notation in notations})


def code(codes: Codes, notation: str) -> Iri:
    """The concept of a notation; KeyError, naming the notation, where the list has none."""
    return codes[notation]


# ---- classes ----

Statement: Final = _term("Statement")
Document: Final = _term("Document")
Section: Final = _term("Section")
Reference: Final = _term("Reference")
Task: Final = _term("Task")
Responsibility: Final = _term("Responsibility")
Agency: Final = _term("Agency")
AgencyGroup: Final = _term("AgencyGroup")
Figure: Final = _term("Figure")
Target: Final = _term("Target")
Observation: Final = _term("Observation")
Indicator: Final = _term("Indicator")
Incentive: Final = _term("Incentive")
Place: Final = _term("Place")
PlaceMention: Final = _term("PlaceMention")
Link: Final = _term("Link")
CitedDocument: Final = _term("CitedDocument")
Alignment: Final = _term("Alignment")
Suggestion: Final = _term("Suggestion")
Gap: Final = _term("Gap")
Decision: Final = _term("Decision")
DivisionTable: Final = _term("DivisionTable")
TableColumn: Final = _term("TableColumn")
File: Final = _term("File")
Archive: Final = _term("Archive")

# ---- properties ----

evidence: Final = _term("evidence")
inDocument: Final = _term("inDocument")
order: Final = _term("order")
asWritten: Final = _term("asWritten")
reason: Final = _term("reason")
score: Final = _term("score")
level: Final = _term("level")
planPeriod: Final = _term("planPeriod")
jurisdiction: Final = _term("jurisdiction")
jurisdictionEvidence: Final = _term("jurisdictionEvidence")
nameEvidence: Final = _term("nameEvidence")
number: Final = _term("number")
depth: Final = _term("depth")
citedTitle: Final = _term("citedTitle")
relation: Final = _term("relation")
form: Final = _term("form")
partOfTask: Final = _term("partOfTask")
concerns: Final = _term("concerns")
deadline: Final = _term("deadline")
dueYear: Final = _term("dueYear")
dueDate: Final = _term("dueDate")
ownedBy: Final = _term("ownedBy")
ledBy: Final = _term("ledBy")
supportedBy: Final = _term("supportedBy")
ofTask: Final = _term("ofTask")
agency: Final = _term("agency")
role: Final = _term("role")
indicator: Final = _term("indicator")
indicatorText: Final = _term("indicatorText")
value: Final = _term("value")
maxValue: Final = _term("maxValue")
unitText: Final = _term("unitText")
comparator: Final = _term("comparator")
year: Final = _term("year")
periodicity: Final = _term("periodicity")
bindingness: Final = _term("bindingness")
source: Final = _term("source")
isCeiling: Final = _term("isCeiling")
beneficiary: Final = _term("beneficiary")
condition: Final = _term("condition")
place: Final = _term("place")
placeType: Final = _term("placeType")
inDistrict: Final = _term("inDistrict")
focus: Final = _term("focus")
divisionCode: Final = _term("divisionCode")
subjectTask: Final = _term("subjectTask")
objectTask: Final = _term("objectTask")
representedBy: Final = _term("representedBy")
counterpart: Final = _term("counterpart")
judgement: Final = _term("judgement")
rule: Final = _term("rule")
subjectEvidence: Final = _term("subjectEvidence")
objectEvidence: Final = _term("objectEvidence")
noSuggestion: Final = _term("noSuggestion")
because: Final = _term("because")
gapKind: Final = _term("gapKind")
overruledBy: Final = _term("overruledBy")
decidedBy: Final = _term("decidedBy")
corrects: Final = _term("corrects")
status: Final = _term("status")
correctedTitle: Final = _term("correctedTitle")
correctedDeadline: Final = _term("correctedDeadline")
decisionMatter: Final = _term("decisionMatter")
verdict: Final = _term("verdict")
decisionState: Final = _term("decisionState")
idleReason: Final = _term("idleReason")
decidedDocument: Final = _term("decidedDocument")
decidedTask: Final = _term("decidedTask")
statedValue: Final = _term("statedValue")
newValue: Final = _term("newValue")
decider: Final = _term("decider")
decidedOn: Final = _term("decidedOn")
fromFile: Final = _term("fromFile")
rowCount: Final = _term("rowCount")
hasColumn: Final = _term("hasColumn")
columnHeading: Final = _term("columnHeading")
columnRole: Final = _term("columnRole")
encoding: Final = _term("encoding")
reader: Final = _term("reader")
byteCount: Final = _term("byteCount")
characterCount: Final = _term("characterCount")
fromYear: Final = _term("fromYear")
toYear: Final = _term("toYear")

# ---- concept schemes ----

levels: Final = _term("levels")
documentTypes: Final = _term("documentTypes")
taskForms: Final = _term("taskForms")
roles: Final = _term("roles")
comparators: Final = _term("comparators")
periodicities: Final = _term("periodicities")
bindingnesses: Final = _term("bindingnesses")
figureSources: Final = _term("figureSources")
referenceRelations: Final = _term("referenceRelations")
placeTypes: Final = _term("placeTypes")
gapKinds: Final = _term("gapKinds")
columnRoles: Final = _term("columnRoles")
alignmentRelations: Final = _term("alignmentRelations")
noSuggestions: Final = _term("noSuggestions")
judgements: Final = _term("judgements")
statuses: Final = _term("statuses")
decisionMatters: Final = _term("decisionMatters")
verdicts: Final = _term("verdicts")
decisionStates: Final = _term("decisionStates")
linkRules: Final = _term("linkRules")
planPeriods: Final = _term("planPeriods")
topics: Final = _term("topics")

# ---- coded values ----

LEVELS: Final = _plain("level", "national", "provincial", "municipal", "county", "township")
DOCUMENT_TYPES: Final = _plain("type", "plan", "measures", "notice")
TASK_FORMS: Final = _plain("form", "heading", "runin", "boxitem", "measure")
ROLES: Final = _plain("role", "responsible", "lead", "support")
COMPARATORS: Final = _codes("comparator", ge=">=", gt=">", le="<=", lt="<", eq="=", approx="~")
PERIODICITIES: Final = _plain("periodicity", "annual", "cumulative")
BINDINGNESSES: Final = _codes("bindingness", expected="预期性", binding="约束性")
FIGURE_SOURCES: Final = _plain("source", "text", "table")
REFERENCE_RELATIONS: Final = _plain("relation", "based_on", "implements", "issues", "annex", "cites")
PLACE_TYPES: Final = _plain("place", "park", "base", "zone", "belt", "town", "island", "district", "other")
GAP_KINDS: Final = _plain(
    "gap",
    "unknown-agency",
    "unsettled-place",
    "unread-duty",
    "unread-number",
    "unread-incentive",
    "unread-place",
    "unread-reference",
    "unread-table",
    "unread-part",
    "missing-metadata",
    "copy-differs",
)
COLUMN_ROLES: Final = _plain(
    "column", "number", "title", "body", "category", "lead", "responsible", "support", "deadline", "other"
)
ALIGNMENT_RELATIONS: Final = _plain("alignment", "identical", "same", "partial")
NO_SUGGESTIONS: Final = _plain("noSuggestion", "apart", "unowned", "elsewhere", "unfit")
JUDGEMENTS: Final = _plain("judgement", "same", "resolved", "not", "unsure")
STATUSES: Final = _plain(
    "status", "stated", "annex", "confirmed", "corrected", "rejected", "suggested", "conflicting", "superseded"
)
DECISION_MATTERS: Final = _plain(
    "matter",
    "owner",
    "target",
    "deadline",
    "title",
    "task",
    "place",
    "incentive",
    "reference",
    "suggestion",
    "names",
    "fact",
)
VERDICTS: Final = _plain(
    "verdict", "changed", "added", "rejected", "confirmed", "accepted", "refused", "same", "not", "unsure"
)
DECISION_STATES: Final = _plain("decision", "in-force", "idle", "replaced")
LINK_RULES: Final = _plain(
    "rule",
    "spelling",
    "state-name",
    "succession",
    "short-place",
    "registry",
    "indicator-words",
    "similar",
    "topic-synonym",
    "cited-title",
    "cited-number",
    "annex",
    "copy",
    "counterpart",
    "by-hand",
)
_ORDINALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
PLAN_PERIODS: Final[Codes] = MappingProxyType(
    {f"{ordinal}五": _term(f"period-{i:02}") for i, ordinal in enumerate(_ORDINALS, 1)}
)

SCHEMES: Final[Mapping[Iri, Codes]] = MappingProxyType(
    {
        levels: LEVELS,
        documentTypes: DOCUMENT_TYPES,
        taskForms: TASK_FORMS,
        roles: ROLES,
        comparators: COMPARATORS,
        periodicities: PERIODICITIES,
        bindingnesses: BINDINGNESSES,
        figureSources: FIGURE_SOURCES,
        referenceRelations: REFERENCE_RELATIONS,
        placeTypes: PLACE_TYPES,
        gapKinds: GAP_KINDS,
        columnRoles: COLUMN_ROLES,
        alignmentRelations: ALIGNMENT_RELATIONS,
        noSuggestions: NO_SUGGESTIONS,
        judgements: JUDGEMENTS,
        statuses: STATUSES,
        decisionMatters: DECISION_MATTERS,
        verdicts: VERDICTS,
        decisionStates: DECISION_STATES,
        linkRules: LINK_RULES,
        planPeriods: PLAN_PERIODS,
    }
)
"""Every list of coded values by its scheme."""
