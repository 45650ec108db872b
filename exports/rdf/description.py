"""What an export is, beside it: a description in VoID and DCAT, and the SHA-256 of every file.

`void.ttl` names title, version, licence, documents, counts, and each file with its media type, size and checksum; its
first line is the base that whoever publishes the files replaces by their address. `SHA256SUMS` is for `sha256sum -c`.
No time stands in them: same files, same description.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from guitu.exports.rdf.prefixes import base_of
from guitu.extract.errors import OptionError
from guitu.graph.quads.names import DEFAULT_BASE
from guitu.graph.quads.nquads import plain
from guitu.ontology import standards as std
from guitu.ontology import terms

SUMS, VOID = "SHA256SUMS", "void.ttl"
APACHE = "https://www.apache.org/licenses/LICENSE-2.0"
"""The licence of the graph that Guitu brings."""
_PREFIXES: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": std.VOCABULARIES["dcterms"],
    "prov": std.VOCABULARIES["prov"],
    "schema": std.VOCABULARIES["schema"],
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": std.VOCABULARIES["xsd"],
}
_MEDIA: Mapping[str, str] = {
    ".ttl": "text/turtle", ".trig": "application/trig", ".nq": "application/n-quads", ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml", ".csv": "text/csv", ".tsv": "text/tab-separated-values", ".xml": "application/xml",
    ".graphml": "application/graphml+xml", ".gexf": "application/gexf+xml", ".html": "text/html",
    ".md": "text/markdown", ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
_RDF = frozenset((".ttl", ".trig", ".nq", ".jsonld", ".rdf"))
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]{1,2000}")  # https://creativecommons.org/licenses/by/4.0/
_Stated = Iterator[tuple[str, str]]  # predicate and object, as Turtle writes them


def checked_licence(licence: str) -> str:
    """The address of a licence; OptionError for what is none."""
    if licence and not _ADDRESS.fullmatch(licence):
        raise OptionError(licence, "it is no http or https address", "try https://creativecommons.org/licenses/by/4.0/")
    return licence


def describe(
    quads: Iterable[Quad], files: Sequence[Path], licence: str = "", profile: str = "full", *, one: bool = False
) -> tuple[Path, ...]:
    """Writes the description and the checksums of files of one folder beside them; their paths.

    `one`: of a file that stands alone they are named after it: whole.trig.void.ttl and whole.trig.sha256.
    """
    folder = files[0].parent
    void = folder / (f"{files[0].name}.{VOID}" if one else VOID)
    sums = folder / (f"{files[0].name}.sha256" if one else SUMS)
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    sizes = {path.name: path.stat().st_size for path in files}
    text = "".join(_turtle(_Counts.of(quads), found, sizes, checked_licence(licence), profile))
    void.write_text(text, encoding="utf-8", newline="\n")
    found[void.name] = hashlib.sha256(text.encode()).hexdigest()
    sums.write_text("".join(f"{found[name]}  {name}\n" for name in sorted(found)), encoding="utf-8", newline="\n")
    return void, sums


@dataclass(frozen=True, slots=True)
class _Counts:
    """What a description counts and names of a graph; of triples, each once."""

    base: str
    triples: int
    subjects: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    documents: Mapping[str, str]
    places: tuple[str, ...]
    dates: tuple[str, ...]

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> _Counts:
        seen, graphs = set(), set()
        for quad in quads:
            seen.add((quad.subject, quad.predicate, quad.object))
            if isinstance(quad.graph_name, NamedNode):
                graphs.add(quad.graph_name.value)
        classes = Counter(o.value for _, p, o in seen if p.value == std.RDF_TYPE and isinstance(o, NamedNode))
        held = {s for s, p, o in seen if p.value == std.RDF_TYPE and o == _DOCUMENT}

        def told(name: str) -> Iterator[tuple[str, str]]:
            return (
                (s.value, o.value)
                for s, p, o in seen
                if p.value == name and s in held and isinstance(s, NamedNode) and isinstance(o, NamedNode | Literal)
            )

        return cls(
            base_of(graphs) or DEFAULT_BASE,
            len(seen),
            len({s for s, _, _ in seen if isinstance(s, NamedNode | BlankNode)}),
            classes,
            Counter(p.value for _, p, _ in seen),
            dict(sorted(told(std.DCTERMS_TITLE), reverse=True)),
            tuple(sorted({place for _, place in told(terms.jurisdiction)})),
            tuple(sorted(date for _, date in told(std.ELI_DATE_DOCUMENT))),
        )


_DOCUMENT = NamedNode(terms.Document)


def _turtle(
    counts: _Counts, files: Mapping[str, str], sizes: Mapping[str, int], licence: str, profile: str
) -> Iterator[str]:
    version = hashlib.sha256("".join(f"{files[name]} {name}\n" for name in sorted(files)).encode()).hexdigest()[:16]
    yield "# 发布时把下一行换成本文件夹的网址 When published, put the address of this folder in the next line\n"
    yield f"@base {_iri(f'{counts.base}dataset/{version}/')} .\n"
    yield from (f"@prefix {prefix}: <{space}> .\n" for prefix, space in _PREFIXES.items())
    yield _block("<#dataset>", _dataset(counts, files, version, licence, profile))
    yield _block("<#guitu>", iter((
        ("a", "prov:SoftwareAgent"),
        ("schema:name", '"Guitu"'),
        ("schema:softwareVersion", plain(metadata.version("guitu"))),
    )))  # fmt: skip
    if counts.dates:
        days = zip(("dcat:startDate", "dcat:endDate"), (counts.dates[0], counts.dates[-1]), strict=True)
        spanned = ((name, f"{plain(day)}^^xsd:date") for name, day in days)
        yield _block("<#period>", iter((("a", "dcterms:PeriodOfTime"), *spanned)))
    for iri, title in sorted(counts.documents.items()):
        yield _block(_iri(iri), iter((("dcterms:title", f"{plain(title)}@zh"),)))
    for number, name in enumerate(sorted(files), 1):
        yield _block(f"<#file-{number}>", _distribution(name, number, sizes[name], licence))
        yield _block(f"<#sha256-{number}>", iter((
            ("a", "spdx:Checksum"),
            ("spdx:algorithm", "spdx:checksumAlgorithm_sha256"),
            ("spdx:checksumValue", f'"{files[name]}"^^xsd:hexBinary'),
        )))  # fmt: skip
    for kind, told, counted in (("class", counts.classes, "entities"), ("property", counts.properties, "triples")):
        for number, iri in enumerate(sorted(told), 1):
            yield _block(
                f"<#{kind}-{number}>", iter(((f"void:{kind}", _iri(iri)), (f"void:{counted}", str(told[iri]))))
            )


def _dataset(counts: _Counts, files: Mapping[str, str], version: str, licence: str, profile: str) -> _Stated:
    number = len(counts.documents)
    yield "a", "void:Dataset , dcat:Dataset"
    yield (
        "dcterms:title",
        f'"规图：{number} 份规划文件的知识图谱"@zh , "Guitu: a knowledge graph of {number} plan documents"@en',
    )
    words = ("，不含原文字句", ", without the words of the documents") if profile == "facts" else ("", "")
    yield (
        "dcterms:description",
        f'"哪份文件提出哪项任务、由谁负责，逐条有出处{words[0]}。"@zh , '
        f'"Which document sets which task and who owns it, each fact with its place in the text{words[1]}."@en',
    )
    yield "dcat:version", plain(version)
    yield (
        ("dcterms:license", _iri(licence))
        if licence
        else (
            "dcterms:rights",
            '"使用许可未声明：guitu export --license"@zh , "No licence is declared: guitu export --license"@en',
        )
    )
    yield "dcterms:language", "<http://id.loc.gov/vocabulary/iso639-1/zh>"
    yield "dcterms:conformsTo", f"<{terms.ONTOLOGY}>"
    yield "prov:wasAttributedTo", "<#guitu>"
    for name, values in (("dcterms:source", sorted(counts.documents)), ("dcterms:spatial", counts.places)):
        if values:
            yield name, _list(map(_iri, values))
    if counts.dates:
        yield "dcterms:temporal", "<#period>"
    yield "void:uriSpace", plain(counts.base)
    yield "void:vocabulary", f"<{terms.NS}>"
    for name, count in (
        ("triples", counts.triples),
        ("distinctSubjects", counts.subjects),
        ("classes", len(counts.classes)),
        ("properties", len(counts.properties)),
    ):
        yield f"void:{name}", str(count)
    if dumps := [f"<{quote(name)}>" for name in sorted(files) if Path(name).suffix.lower() in _RDF]:
        yield "void:dataDump", _list(dumps)
    yield "dcat:distribution", _list(f"<#file-{number}>" for number in range(1, len(files) + 1))
    for kind, told in (("class", counts.classes), ("property", counts.properties)):
        if told:
            yield f"void:{kind}Partition", _list(f"<#{kind}-{number}>" for number in range(1, len(told) + 1))


def _distribution(name: str, number: int, size: int, licence: str) -> _Stated:
    yield "a", "dcat:Distribution"
    yield "dcterms:title", plain(name)
    if licence:
        yield "dcterms:license", _iri(licence)
    yield "dcat:downloadURL", f"<{quote(name)}>"
    if media := _MEDIA.get(Path(name).suffix.lower()):
        yield "dcat:mediaType", f"<https://www.iana.org/assignments/media-types/{media}>"
    yield "dcat:byteSize", f'"{size}"^^xsd:nonNegativeInteger'
    yield "spdx:checksum", f"<#sha256-{number}>"


def _block(subject: str, told: _Stated) -> str:
    return f"\n{subject} " + " ;\n    ".join(f"{name} {value}" for name, value in told) + " .\n"


def _list(values: Iterable[str]) -> str:
    return " ,\n        ".join(values)


def _iri(iri: str) -> str:
    return f"<{iri}>"
