"""The terms of other vocabularies that the graph uses as they are."""

from __future__ import annotations

from typing import Final

from guitu.ontology.terms import Iri

_DCTERMS: Final = "http://purl.org/dc/terms/"
_ELI: Final = "http://data.europa.eu/eli/ontology#"
_NIF: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_ORG: Final = "http://www.w3.org/ns/org#"
_QUDT: Final = "http://qudt.org/schema/qudt/"
_SCHEMA: Final = "https://schema.org/"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"

RDF_TYPE: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

XSD_BOOLEAN: Final = Iri(_XSD + "boolean")
XSD_DATE: Final = Iri(_XSD + "date")
XSD_DECIMAL: Final = Iri(_XSD + "decimal")
XSD_INTEGER: Final = Iri(_XSD + "integer")

DCTERMS_TITLE: Final = Iri(_DCTERMS + "title")
DCTERMS_DESCRIPTION: Final = Iri(_DCTERMS + "description")
DCTERMS_IS_PART_OF: Final = Iri(_DCTERMS + "isPartOf")

ELI_ID_LOCAL: Final = Iri(_ELI + "id_local")
ELI_PASSED_BY: Final = Iri(_ELI + "passed_by")
ELI_DATE_DOCUMENT: Final = Iri(_ELI + "date_document")
ELI_IN_FORCE: Final = Iri(_ELI + "first_date_entry_in_force")
ELI_NO_LONGER_IN_FORCE: Final = Iri(_ELI + "date_no_longer_in_force")
ELI_TYPE_DOCUMENT: Final = Iri(_ELI + "type_document")
ELI_BASED_ON: Final = Iri(_ELI + "based_on")
ELI_IMPLEMENTS: Final = Iri(_ELI + "implements")
ELI_CITES: Final = Iri(_ELI + "cites")
ELI_HAS_ANNEX: Final = Iri(_ELI + "has_annex")

ORG_SUB_ORGANIZATION_OF: Final = Iri(_ORG + "subOrganizationOf")

SKOS_CONCEPT: Final = Iri(_SKOS + "Concept")
SKOS_PREF_LABEL: Final = Iri(_SKOS + "prefLabel")
SKOS_ALT_LABEL: Final = Iri(_SKOS + "altLabel")
SKOS_NOTATION: Final = Iri(_SKOS + "notation")
SKOS_IN_SCHEME: Final = Iri(_SKOS + "inScheme")
SKOS_BROADER: Final = Iri(_SKOS + "broader")
SKOS_EXACT_MATCH: Final = Iri(_SKOS + "exactMatch")
SKOS_CLOSE_MATCH: Final = Iri(_SKOS + "closeMatch")
SKOS_RELATED_MATCH: Final = Iri(_SKOS + "relatedMatch")

QUDT_NUMERIC_VALUE: Final = Iri(_QUDT + "numericValue")
QUDT_HAS_UNIT: Final = Iri(_QUDT + "hasUnit")

NIF_CONTEXT: Final = Iri(_NIF + "Context")
NIF_RFC5147_STRING: Final = Iri(_NIF + "RFC5147String")
NIF_ANCHOR_OF: Final = Iri(_NIF + "anchorOf")

PROV_WAS_DERIVED_FROM: Final = Iri("http://www.w3.org/ns/prov#wasDerivedFrom")

SCHEMA_SHA256: Final = Iri(_SCHEMA + "sha256")
SCHEMA_NAME: Final = Iri(_SCHEMA + "name")
SCHEMA_ENCODING_FORMAT: Final = Iri(_SCHEMA + "encodingFormat")
