"""The terms of other vocabularies that the graph uses as they are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guitu.ontology.terms import NS, Iri

VOCABULARIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "gt": NS,
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "qudt": "http://qudt.org/schema/qudt/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "unit": "http://qudt.org/vocab/unit/",
        "vann": "http://purl.org/vocab/vann/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Every vocabulary by its usual prefix, Guitu's own included."""


def _term(prefix: str, name: str) -> Iri:
    return Iri(VOCABULARIES[prefix] + name)


RDF_TYPE: Final = _term("rdf", "type")
RDF_SUBJECT: Final = _term("rdf", "subject")
RDF_PREDICATE: Final = _term("rdf", "predicate")
RDF_OBJECT: Final = _term("rdf", "object")
RDFS_LABEL: Final = _term("rdfs", "label")

XSD_BOOLEAN: Final = _term("xsd", "boolean")
XSD_DATE: Final = _term("xsd", "date")
XSD_DECIMAL: Final = _term("xsd", "decimal")
XSD_INTEGER: Final = _term("xsd", "integer")

DCTERMS_TITLE: Final = _term("dcterms", "title")
DCTERMS_DESCRIPTION: Final = _term("dcterms", "description")
DCTERMS_IS_PART_OF: Final = _term("dcterms", "isPartOf")
DCTERMS_IS_REPLACED_BY: Final = _term("dcterms", "isReplacedBy")

ELI_ID_LOCAL: Final = _term("eli", "id_local")
ELI_PASSED_BY: Final = _term("eli", "passed_by")
ELI_DATE_DOCUMENT: Final = _term("eli", "date_document")
ELI_IN_FORCE: Final = _term("eli", "first_date_entry_in_force")
ELI_NO_LONGER_IN_FORCE: Final = _term("eli", "date_no_longer_in_force")
ELI_TYPE_DOCUMENT: Final = _term("eli", "type_document")
ELI_BASED_ON: Final = _term("eli", "based_on")
ELI_IMPLEMENTS: Final = _term("eli", "implements")
ELI_CITES: Final = _term("eli", "cites")
ELI_HAS_ANNEX: Final = _term("eli", "has_annex")

ORG_SUB_ORGANIZATION_OF: Final = _term("org", "subOrganizationOf")

SKOS_CONCEPT: Final = _term("skos", "Concept")
SKOS_PREF_LABEL: Final = _term("skos", "prefLabel")
SKOS_ALT_LABEL: Final = _term("skos", "altLabel")
SKOS_NOTATION: Final = _term("skos", "notation")
SKOS_IN_SCHEME: Final = _term("skos", "inScheme")
SKOS_BROADER: Final = _term("skos", "broader")
SKOS_EXACT_MATCH: Final = _term("skos", "exactMatch")
SKOS_CLOSE_MATCH: Final = _term("skos", "closeMatch")
SKOS_RELATED_MATCH: Final = _term("skos", "relatedMatch")

QUDT_NUMERIC_VALUE: Final = _term("qudt", "numericValue")
QUDT_HAS_UNIT: Final = _term("qudt", "hasUnit")

NIF_CONTEXT: Final = _term("nif", "Context")
NIF_RFC5147_STRING: Final = _term("nif", "RFC5147String")
NIF_ANCHOR_OF: Final = _term("nif", "anchorOf")
NIF_IS_STRING: Final = _term("nif", "isString")

PROV_SOFTWARE_AGENT: Final = _term("prov", "SoftwareAgent")
PROV_WAS_DERIVED_FROM: Final = _term("prov", "wasDerivedFrom")

SCHEMA_SHA256: Final = _term("schema", "sha256")
SCHEMA_NAME: Final = _term("schema", "name")
SCHEMA_URL: Final = _term("schema", "url")
SCHEMA_ENCODING_FORMAT: Final = _term("schema", "encodingFormat")
SCHEMA_SOFTWARE_VERSION: Final = _term("schema", "softwareVersion")
