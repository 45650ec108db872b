"""How clearly a task is a matter of an agency."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.graph.align.fitting import fitting
from guitu.graph.align.texts import Document
from guitu.graph.copies.works import Copy, gather
from guitu.graph.quads.names import Names

BUREAU = "云州市交通运输局"


def document(task: str) -> Document:
    source = Source("规划.txt", f"云州市发展规划\n一、主要任务\n（一）{task}\n".encode())
    (work,) = gather([Copy.of(source.sha256, source.name, read(source), 0)])
    return Document(work, Names())


@pytest.mark.parametrize(
    ("task", "whole", "clearly"),
    [
        ("改造港口。更换岸桥。", False, True),
        ("发展外贸。扩建港口，港口开到深水。", False, False),
        ("发展外贸。扩建港口和航道。", False, False),
        ("发展外贸。扩建港口、航道，改善公路。", False, True),
        ("发展外贸。扩建港口，引进企业。", True, True),
        ("发展外贸。扩建港口，引进企业。", False, None),
        ("发展外贸。引进企业。", True, None),
    ],
    ids=["title", "twice", "two words", "three words", "same", "in passing", "nothing"],
)
def test_what_shows_a_matter(task: str, whole: bool, clearly: bool | None) -> None:
    """A word of the title, three, or the same task; less so what the body has twice; not what it has once."""
    here, there = document(task), document("改造港口。更换岸桥。")
    found = fitting(BUREAU, (here, here.units[0]), (there, there.units[0]), "改造港口、航道、公路", whole)

    assert (found.clearly if found else None) == clearly
