"""The words of titles and chapter headings (`registry/structure.ttl`), as plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from guitu.ontology.registry_file import Entry, entries
from guitu.ontology.turtle_file import local


@cache
def _entries() -> Mapping[str, Entry]:
    return MappingProxyType(entries("structure"))


@cache
def _words(kind: str) -> Mapping[str, frozenset[str]]:
    """Each notation of a class of word lists with its words."""
    return MappingProxyType(
        {
            entry["notation"][0]: frozenset((*entry["altLabel"], *entry.get("altLabel@en", ())))
            for entry in _entries().values()
            if local(entry["type"][0]) == kind
        }
    )


def title_words() -> Mapping[str, frozenset[str]]:
    """Last words of titles by document type: plan, measures, notice."""
    return _words("TitleWords")


def chapter_words() -> Mapping[str, frozenset[str]]:
    """Words of headings by what the chapter is about, with `container` and `label`."""
    return _words("ChapterWords")


def words_beside_chapters() -> frozenset[str]:
    """What stands beside the name of a chapter in its heading: 2026年 / 经济社会发展 / 主要目标."""
    return _words("HeadingWords")["beside"]


def action_openers() -> frozenset[str]:
    """Verbs and adverbs that open a heading of work."""
    return _words("ActionWords")["opener"] | _words("ActionWords")["verb"]


def words_beside_subjects() -> tuple[frozenset[str], frozenset[str]]:
    """What stands in a title before its subject (推进, 高质量) and after it (体系, 工程)."""
    words = _words("ActionWords")
    return words["opener"] | words["manner"], words["closer"]


def page_labels() -> Mapping[str, frozenset[str]]:
    """Labels of a page's own metadata: title, issuer, issued, published, number, from, until, source, other."""
    return _words("PageLabels")


def label_words() -> frozenset[str]:
    """All labels of a page's own metadata, whatever they tell."""
    return frozenset().union(*page_labels().values())


def site_words() -> tuple[frozenset[str], frozenset[str]]:
    """What a line of the site around a document opens with (相关解读), and what tells who runs it (主办单位)."""
    words = _words("SiteWords")
    return words["site"], words["operator"]


def shelf_words() -> frozenset[str]:
    """The names of a site's shelves, each alone on a line of its menu: 政府信息公开年报, 政策法规."""
    return _words("SiteWords")["shelf"]
