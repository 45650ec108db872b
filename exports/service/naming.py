"""What the pages call a thing: its name, its title, or, of a statement that has none, what it says in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guitu.exports.python.proofs import is_iri
from guitu.graph.ask.query import Language
from guitu.graph.keep.store import Row, Store
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.turtle_file import local

_NAMES = (
    "|".join(
        f"<{one}>"
        for one in (std.SKOS_PREF_LABEL, std.DCTERMS_TITLE, std.VOCABULARIES["rdfs"] + "label", std.NIF_ANCHOR_OF)
    )
    + f"|<{terms.citedTitle}>|<{terms.indicatorText}>|<{terms.asWritten}>|<{terms.agency}>/<{std.SKOS_PREF_LABEL}>"
)
_FOREIGN = {
    std.SKOS_PREF_LABEL: ("名称", "name"),
    std.SKOS_ALT_LABEL: ("别名", "also named"),
    std.SKOS_NOTATION: ("代码", "notation"),
    std.DCTERMS_TITLE: ("标题", "title"),
    std.DCTERMS_DESCRIPTION: ("正文", "text"),
    std.DCTERMS_IS_PART_OF: ("属于", "part of"),
    std.DCTERMS_IS_REPLACED_BY: ("由其接替", "replaced by"),
    std.ELI_ID_LOCAL: ("发文字号", "number"),
    std.ELI_PASSED_BY: ("发文机关", "issued by"),
    std.ELI_DATE_DOCUMENT: ("成文日期", "date"),
    std.ELI_IN_FORCE: ("施行日期", "in force from"),
    std.ELI_NO_LONGER_IN_FORCE: ("失效日期", "in force until"),
    std.ELI_TYPE_DOCUMENT: ("文种", "type"),
    std.ELI_BASED_ON: ("依据", "based on"),
    std.ELI_IMPLEMENTS: ("落实", "implements"),
    std.ELI_CITES: ("引用", "cites"),
    std.ELI_HAS_ANNEX: ("附件", "annex"),
    std.SKOS_EXACT_MATCH: ("是否同一", "whether the same"),
    std.SKOS_CLOSE_MATCH: ("相近", "close to"),
    std.ORG_SUB_ORGANIZATION_OF: ("上级机构", "part of organization"),
    std.RDF_SUBJECT: ("一方", "one side"),
    std.RDF_OBJECT: ("另一方", "other side"),
}
_FOREIGN_OF = {lang: {iri: said[at] for iri, said in _FOREIGN.items()} for at, lang in enumerate(("zh", "en"))}
_SAYS = f"""SELECT ?x ?form ?one ?how ?other ?note ?score {{ VALUES ?x {{ %s }}
  {{ ?x a <{terms.Link}> ; <{std.RDF_SUBJECT}> ?one ; <{std.RDF_PREDICATE}> ?how ; <{std.RDF_OBJECT}> ?other
     OPTIONAL {{ ?x <{terms.judgement}> ?note }} BIND("link" AS ?form) }}
  UNION {{ ?x a <{terms.Alignment}> ; <{terms.subjectTask}> ?one ; <{terms.objectTask}> ?other
     OPTIONAL {{ ?x <{terms.relation}> ?note }} BIND("alignment" AS ?form) }}
  UNION {{ ?x a <{terms.Suggestion}> ; <{terms.agency}> ?one ; <{terms.ofTask}> ?other ; <{terms.role}> ?note
     BIND("suggestion" AS ?form) }}
  UNION {{ ?x a <{terms.Responsibility}> ; <{terms.agency}> ?one ; <{terms.ofTask}> ?other ; <{terms.role}> ?note
     BIND("duty" AS ?form) }}
  UNION {{ ?x a <{terms.Incentive}> ; <{terms.ofTask}> ?other ; <{terms.value}> ?value ; <{terms.unitText}> ?unit
     BIND(CONCAT(STR(?value), STR(?unit)) AS ?one) BIND("support" AS ?form) }}
  UNION {{ ?x a <{terms.Gap}> ; <{terms.gapKind}> ?one ; <{terms.inDocument}> ?other BIND("gap" AS ?form) }}
  OPTIONAL {{ ?x <{terms.score}> ?score }} }}"""
_SAID: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "link": "{one} → {other}",
        "alignment": "{one} 对应 {other}",
        "suggestion": "建议 {one} 承担 {other}",
        "duty": "{one}：{other}",
        "support": "{other}：{one}",
        "gap": "{other}：{one}",
    },
    "en": {
        "link": "{one} → {other}",
        "alignment": "{one} corresponds to {other}",
        "suggestion": "suggested: {one} for {other}",
        "duty": "{one}: {other}",
        "support": "{other}: {one}",
        "gap": "{other}: {one}",
    },
}
_NOTED = {"zh": ("（", "，", "）"), "en": (" (", ", ", ")")}


def names_of(store: Store, iris: set[str], lang: Language) -> dict[str, str]:
    """The name of each thing in a language, else in Chinese, else any; those that have none are left out.

    A link, alignment, suggestion, duty, support or gap is called by what it says: A 对应 B（部分，0.65）.
    """
    said = list(_statements(store, iris))
    inside = {one for row in said for one in row[2:6] if one and is_iri(one)}
    names = _FOREIGN_OF[lang] | _labels(store, iris | inside, lang)
    names.update((row[0] or "", _sentence(row, names, lang)) for row in said)
    return names


def last_part(iri: str) -> str:
    """What a thing without a name is called."""
    return local(iri) or iri


def _statements(store: Store, iris: Iterable[str]) -> Iterable[Row]:
    values = " ".join(f"<{iri}>" for iri in sorted(iris) if is_iri(iri))
    return {row[0]: row for row in sorted(store.query(_SAYS % values).rows, key=str)}.values()


def _sentence(row: Row, names: Mapping[str, str], lang: Language) -> str:
    _, form, one, how, other, note, score = row
    shown = {"one": one or "", "other": other or ""}
    told = {key: names.get(iri) or (last_part(iri) if is_iri(iri) else iri) for key, iri in shown.items()}
    opened, comma, closed = _NOTED[lang]
    notes = [*(names.get(iri) or last_part(iri) for iri in (how, note) if iri), *([score] if score else [])]
    return _SAID[lang][form or ""].format(**told) + (f"{opened}{comma.join(notes)}{closed}" if notes else "")


def _labels(store: Store, iris: set[str], lang: str) -> dict[str, str]:
    values = " ".join(f"<{iri}>" for iri in sorted(iris) if is_iri(iri))
    query = f"SELECT ?x (STR(?n) AS ?name) (LANG(?n) AS ?in) {{ VALUES ?x {{ {values} }} ?x {_NAMES} ?n }}"
    found: dict[str, tuple[int, str]] = {}
    for iri, name, spoken in store.query(query).rows:
        rank = (lang, "zh", "").index(spoken) if spoken in (lang, "zh", "") else 3
        best = (rank, name or "")
        found[iri or ""] = min(found.get(iri or "", best), best)
    return {iri: name for iri, (_, name) in found.items()}
