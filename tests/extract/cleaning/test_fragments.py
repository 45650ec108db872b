"""Sentences cut at every change of type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guitu.extract.cleaning.text.fragments import glued
from guitu.extract.raw import RawParagraph

ROWS = [
    (["到", "2025", "年建成", "20", "个园区。"], ["到2025年建成20个园区。"]),
    (["实施", "“", "智慧水利", "”", "工程，提升能力。"], ["实施“智慧水利”工程，提升能力。"]),
    (["青岚县水利局", "2024", "年", "3", "月", "1", "日"], ["青岚县水利局2024年3月1日"]),
    (["建设水库。", "12", "改造管网。"], ["建设水库。", "12", "改造管网。"]),
    (["一、总体要求", "（一）指导思想"], ["一、总体要求", "（一）指导思想"]),
]


@pytest.mark.parametrize(("lines", "whole"), ROWS)
def test_pieces_are_put_back(lines: list[str], whole: list[str]) -> None:
    """Signs, numbers before a unit and what follows an opening sign go back; page numbers and headings stay."""
    assert [b.text for b in glued([RawParagraph(t) for t in lines]) if isinstance(b, RawParagraph)] == whole


@given(
    st.lists(st.sampled_from(["到", "2025", "年", "“", "”", "（", "）", "建设。", "12", "一、目标", ""]), max_size=12)
)
def test_words_keep_their_order(lines: list[str]) -> None:
    """Nothing is lost and nothing moves."""
    found = glued([RawParagraph(t) for t in lines])

    assert "".join(b.text for b in found if isinstance(b, RawParagraph)) == "".join(lines)
