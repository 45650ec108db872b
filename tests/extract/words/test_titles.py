"""Titles of documents."""

from __future__ import annotations

import pytest

from guitu.extract.words.titles import announced, is_title, same, tidy, type_of, unwrapped

TYPES = [
    ("云州市养老服务发展“十四五”规划", "plan"),
    ("青岚县推进种业振兴三年行动计划（2024—2026年）", "plan"),
    ("临江省深化医改重点任务分工方案", "plan"),
    ("云州市促进文旅消费若干措施（试行）", "measures"),
    ("云州市人民政府关于加强古树保护的意见", "measures"),
    ("云州市人民政府关于支持种业若干措施的通知", "measures"),
    ("关于开展经济普查的通知", "notice"),
    ("云州市养老服务", None),
]


@pytest.mark.parametrize(("title", "kind"), TYPES)
def test_the_last_word_tells_the_type(title: str, kind: str | None) -> None:
    """规划 is a plan, 措施 are measures, a bare 通知 a notice."""
    assert type_of(title) == kind


def test_a_notice_is_unwrapped() -> None:
    """The title of a notice gives its issuer and what it brings, with 《》 or without."""
    assert unwrapped("云州市人民政府关于印发《云州市节水规划》的通知") == ("云州市人民政府", "云州市节水规划")
    assert unwrapped("青岚县水利局 青岚县财政局关于印发青岚县节水办法的通知") == (
        "青岚县水利局 青岚县财政局",
        "青岚县节水办法",
    )
    assert unwrapped("青岚县人民政府办公室转发县水利局等部门制定的《青岚县节水规划》的通知") == (
        "青岚县人民政府办公室",
        "青岚县节水规划",
    )
    for passed_on in ("转发区建设管理委", "批转县文化局", "转发市卫生健康委员会"):
        assert unwrapped(f"云州市人民政府办公室关于{passed_on}《古桥修缮行动方案》的通知")[1] == "古桥修缮行动方案"
    assert unwrapped("云州市节水规划") == ("", None)
    assert announced("现将《云州市节水规划》印发给你们，请遵照执行。") == "云州市节水规划"


def test_a_sentence_is_no_title() -> None:
    """A title has no stop and ends in a word of a document."""
    assert is_title("云州市节水规划")
    assert not is_title("为落实省节水规划，制定本规划。")
    assert not is_title("云州市水利局")


def test_spaces_and_doubled_characters_do_not_make_another_title() -> None:
    """What a line break left in a title is not part of it."""
    assert tidy("云州市 节水 规划 2.0 版") == "云州市节水规划 2.0 版"
    assert same("云州市推进节水型社会建设的若干措施", "云州市推进节水型社会建设 建设的若干措施")
    assert not same("云州市2024年节水计划", "云州市2025年节水计划")
