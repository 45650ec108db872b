"""What of the graph leaves: everything (`full`), or the facts without the words of the documents (`facts`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from guitu.extract.errors import OptionError
from guitu.ontology import standards as std
from guitu.ontology import terms

PROFILES = ("full", "facts")
# Each of them repeats words of a document
_WORDS = frozenset(
    (
        std.DCTERMS_DESCRIPTION,
        std.NIF_ANCHOR_OF,
        std.NIF_IS_STRING,
        terms.condition,
        terms.beneficiary,
        terms.asWritten,
    )
)
_STATE = "中华人民共和国"
_QUOTING = frozenset('“”‘’「」『』"')
_LONGEST_HEADING = 24  # characters of a heading of a column: 责任单位（排第一的为牵头单位）
_RUN = 6  # so many characters in a row are a quotation; shorter ones are a name or a figure


def select(quads: Iterable[Quad], profile: str) -> Iterator[Quad]:
    """The quads of a profile. OptionError for an unknown one."""
    if profile == "full":
        return iter(quads)
    if profile == "facts":
        return _facts(tuple(quads))
    raise OptionError(profile, "not a profile", f"choose one of {', '.join(PROFILES)}")


def _facts(quads: tuple[Quad, ...]) -> Iterator[Quad]:
    quotes = {
        q.subject: q.object.value
        for q in quads
        if q.predicate.value == std.NIF_ANCHOR_OF and isinstance(q.object, Literal)
    }
    proofs: dict[object, str] = {}
    for quad in quads:
        if quad.predicate.value == terms.evidence and isinstance(quad.object, NamedNode):
            proofs[quad.subject] = proofs.get(quad.subject, "") + "\n" + quotes.get(quad.object, "")
    for quad in quads:
        predicate = quad.predicate.value
        if predicate in _WORDS and not _of_vocabulary(quad):
            continue
        if predicate == terms.reason and _quoting(quad, proofs.get(quad.subject, "")):
            continue
        yield _SHORTER[predicate](quad) if predicate in _SHORTER else quad


def _short(quad: Quad) -> Quad:
    """A cited title without the name of the state before it: long titles are runs of words, too."""
    title = quad.object
    if isinstance(title, Literal) and title.value.startswith(_STATE):
        return Quad(quad.subject, quad.predicate, Literal(title.value.removeprefix(_STATE)), quad.graph_name)
    return quad


def _name(quad: Quad) -> Quad:
    """A heading of a column is a name; what is longer is cut."""
    heading = quad.object.value if isinstance(quad.object, Literal) else ""
    cut = Literal(heading[:_LONGEST_HEADING] + "…")
    return Quad(quad.subject, quad.predicate, cut, quad.graph_name) if len(heading) > _LONGEST_HEADING else quad


_SHORTER = {str(terms.citedTitle): _short, str(terms.columnHeading): _name}


def quotes_words(reason: str, proof: str) -> bool:
    """Whether a reason repeats words of a document: in quotation marks, or a run of them from the fact's own quote.

    >>> quotes_words("没有计量单位", "新建泵站十二座")
    False
    >>> quotes_words("读不出：新建泵站十二座", "新建泵站十二座以上")
    True
    """
    if _QUOTING.intersection(reason):
        return True
    return any(reason[i : i + _RUN] in proof for i in range(len(reason) - _RUN + 1))


def _quoting(quad: Quad, proof: str) -> bool:
    return isinstance(quad.object, Literal) and quotes_words(quad.object.value, proof)


def _of_vocabulary(quad: Quad) -> bool:
    """A description of Guitu's own terms is no document's."""
    return isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(terms.ONTOLOGY)
