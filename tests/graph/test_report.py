"""What is told of each document: its files, fields, outline, owners, and the place of every gap."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.extract.errors import QueryError
from guitu.graph.build import build
from guitu.graph.checks.outline import AROUND, around
from guitu.graph.checks.report import report
from guitu.graph.keep.store import Store
from guitu.ontology import standards as std
from guitu.ontology import terms as gt

SCHEME = """青岚县节水实施方案
各乡镇人民政府：
现印发给你们，请认真贯彻执行。
青岚县人民政府
2031年3月5日

一、工作任务
（一）改造管网。2032年底前更新管网30公里。（牵头单位：县水利局，配合单位：县财政局、县古渡水文化传承中心）
（二）推广节水器具。在公共机构推广节水器具。
二、组织保障
（一）加强宣传。开展节水宣传活动。（县教育局负责）
"""


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A plan of two chapters in two files, read by the real grammar."""
    place = tmp_path_factory.mktemp("scheme")
    (place / "方案.txt").write_text(SCHEME, encoding="utf-8")
    (place / "方案（抄）.txt").write_text(SCHEME.replace("（县教育局负责）", ""), encoding="utf-8")
    build([place / "方案.txt", place / "方案（抄）.txt"], place / "store")
    return Store.open(place / "store")


def test_the_copy_that_was_read_comes_first(scheme: Store) -> None:
    """Every file is named with how it was read; the longer copy, which the evidence is of, is marked."""
    (one,) = report(scheme)

    assert [(file.names, file.read, file.reader, file.encoding) for file in one.sources] == [
        (("方案.txt",), True, "text", "utf-8"),
        (("方案（抄）.txt",), False, "text", "utf-8"),
    ]
    assert one.sources[0].size == len(SCHEME.encode())


def test_fields_in_words_of_the_language(scheme: Store) -> None:
    """Coded values are labels; what is not there is missing or absent."""
    (zh,), (en,) = report(scheme), report(scheme, lang="en")

    assert (zh.told.stated["level"], en.told.stated["level"]) == (("县级",), ("county",))
    assert zh.told.missing == ()
    assert "number" in zh.told.absent
    assert "title" not in zh.told.absent


def test_the_outline_counts_what_lies_in_each_chapter(scheme: Store) -> None:
    """Tasks and gaps are told under the chapter that they stand in."""
    (one,) = report(scheme)

    assert [(chapter.title, chapter.tasks) for chapter in one.chapters] == [("一、工作任务", 2), ("二、组织保障", 1)]
    assert sum(chapter.gaps for chapter in one.chapters) <= len(one.gaps)
    assert one.chapters[0].gaps >= 1


def test_owners_by_role(scheme: Store) -> None:
    """Tasks with and without owners are counted, the agencies stand under their role, unknown ones apart."""
    (one,) = report(scheme)

    assert (one.ownership.tasks, one.ownership.owned, one.ownership.unowned) == (3, 2, 1)
    assert one.ownership.roles["lead"] == (("青岚县水利局", 1),)
    assert one.ownership.unknown == ("青岚县古渡水文化传承中心",)


def test_a_gap_has_its_sentence_and_headings(scheme: Store) -> None:
    """The words of a gap are the text's own, with the sentence around them."""
    (one,) = report(scheme)
    (gap,) = (gap for gap in one.gaps if gap.kind == "unknown-agency")

    assert gap.path[0] == "一、工作任务"
    assert gap.quote == "县古渡水文化传承中心"
    assert gap.before.endswith("县财政局、")
    assert gap.start is not None
    assert gap.end is not None
    assert SCHEME.count(gap.before + gap.quote) == 1
    assert gap.end - gap.start == len(gap.quote)


def test_a_difference_of_copies_is_told(scheme: Store) -> None:
    """Where a copy says something else, the report has the gap."""
    (one,) = report(scheme)

    assert "copy-differs" in {gap.kind for gap in one.gaps}


def test_an_owner_above_is_inherited() -> None:
    """A task under an owned task is neither owned itself nor unowned, also where tasks stand in a circle."""
    document, task, part = "https://w3id.org/guitu/id/document/x", "https://w3id.org/guitu/id/task/", gt.partOfTask
    facts = [(document, gt.Document), (task + "1", gt.Task), (task + "2", gt.Task), (task + "3", gt.Task)]
    triples: list[tuple[str, str, str]] = [(of, std.RDF_TYPE, kind) for of, kind in facts]
    triples += [(task + "2", part, task + "1"), (task + "3", part, task + "3")]
    triples += [("d:1", std.RDF_TYPE, gt.Responsibility), ("d:1", gt.ofTask, task + "1"), ("d:1", gt.agency, "a:1")]
    triples += [("d:1", gt.role, gt.ROLES["lead"])]
    lines = [f"<{s}> <{p}> <{o}> <{document}> .\n" for s, p, o in triples]
    lines += [f'<a:1> <{std.SKOS_PREF_LABEL}> "云州市水务局"@zh <g:x> .\n']
    lines += [f'<{gt.ROLES["lead"]}> <{std.SKOS_NOTATION}> "lead" <g:x> .\n']
    (one,) = report(Store.memory(lines))

    assert (one.ownership.owned, one.ownership.annexed, one.ownership.inherited, one.ownership.unowned) == (1, 0, 1, 1)


def test_documents_by_a_part_of_their_title(toy: Store) -> None:
    """A part of a title or of a number chooses; all documents come by title."""
    assert [one.told.title for one in report(toy, "水利发展")] == ["云州市水利发展“十四五”规划"]
    assert [one.told.title for one in report(toy, "〔2021〕7号")] == ["云州市水利发展“十四五”规划"]
    assert [one.told.title for one in report(toy)] == sorted(one.told.title for one in report(toy))
    assert len(report(toy)) == 3


def test_no_document_is_an_error(toy: Store) -> None:
    """A word that is in no title is told; an empty graph is none."""
    with pytest.raises(QueryError, match="no document has this in its title"):
        report(toy, "月球")

    assert report(Store.memory()) == ()


def test_without_texts_a_gap_keeps_its_place(toy: Store) -> None:
    """A graph in memory has no texts: quotes come from the graph alone, places stay."""
    bare = [line for line in toy.quads() if "#anchorOf>" not in line]
    (gap,) = (gap for one in report(Store.memory(bare)) for gap in one.gaps)

    assert (gap.before, gap.quote, gap.after) == ("", "", "")
    assert gap.start is not None
    assert gap.reason == "责任单位待定"


def test_the_same_report_from_any_order(made: Callable[..., Path], write: Callable[..., Path], plan: str) -> None:
    """The order of the sources changes nothing."""
    place = write("in", a=plan, b="临江省水安全规划\n任务 保护水源地\n")
    one = made([place / "a.txt", place / "b.txt"], "one")
    two = made([place / "b.txt", place / "a.txt"], "two")

    assert report(Store.open(one)) == report(Store.open(two))


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("甲。乙丙丁；戊", 3, 4, ("乙", "丙", "丁；")),
        ("甲\n乙丙\n丁", 2, 4, ("", "乙丙", "")),
        ("甲乙。", 0, 3, ("", "甲乙。", "")),
        ("字" * 200, 100, 101, ("…" + "字" * AROUND, "字", "字" * AROUND + "…")),
        ("短", 0, 9, ("", "", "")),
    ],
)
def test_the_sentence_around(text: str, start: int, end: int, expected: tuple[str, str, str]) -> None:
    """One sentence, cut where it is long, and nothing for a range that the text does not have."""
    assert around(text, start, end) == expected
