"""The file of decisions of a person: what it may look like, and what is told of a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from guitu.extract.errors import OptionError
from guitu.graph.links.by_hand import read

FILES: list[tuple[str, list[tuple[str, str, str, str, int]]]] = [
    (
        "kind,one,other,judgement,remark\nplace,青岚,青岚城,same,核实\n",
        [("place", "青岚", "青岚城", "same", 2)],
    ),
    ("\ufeff种类,名称一,名称二,判定,备注\r\n机构,甲局,乙局,不同,\r\n", [("agency", "甲局", "乙局", "not", 2)]),
    ("种类\t名称一\t名称二\t判定\n\n指标\t收入\t营收\t未定\n", [("indicator", "收入", "营收", "unsure", 3)]),
    (
        '种类,名称一,名称二,判定,规则,评分,理由\n文件,"甲,一",乙,同一,写法,0.9,"两行\n理由"\n主题,非遗,遗产,不同,,,\n',
        [("document", "甲,一", "乙", "same", 3), ("topic", "非遗", "遗产", "not", 4)],
    ),
    ("kind,one,other,judgement\n", []),
    # as our own tables mark what a spreadsheet would run
    ("种类,名称一,名称二,判定,备注\n指标,'-增速,'＋增速,同一,'=核实\n", [("indicator", "-增速", "＋增速", "same", 2)]),
    ("种类,名称一,名称二,判定\n主题,'三农',三农,同一\n", [("topic", "'三农'", "三农", "same", 2)]),
]


@pytest.mark.parametrize(("text", "expected"), FILES)
def test_read(tmp_path: Path, text: str, expected: list[tuple[str, str, str, str, int]]) -> None:
    """Commas or tabs, with or without a mark of UTF-8, in Chinese or English, with further columns or none."""
    file = tmp_path / "判定.csv"
    file.write_text(text, encoding="utf-8", newline="")

    assert [(one.kind, one.one, one.other, one.judgement, one.line) for one in read(file)] == expected


FAULTS: list[tuple[bytes, str]] = [
    (b"", "1"),
    ("种类,名称一\n".encode(), "1"),
    ("种类,名称一,名称二,判定\n街道,甲,乙,同一\n".encode(), "2"),
    ("种类,名称一,名称二,判定\n地点,甲,乙,也许\n".encode(), "2"),
    ("种类,名称一,名称二,判定\n地点,甲,甲,同一\n".encode(), "2"),
    ("种类,名称一,名称二,判定\n地点,甲\n".encode(), "2"),
    ("种类,名称一,名称二,判定\n地点,甲,乙,同一\n地点,乙,甲,不同\n".encode(), "3"),
    ("种类,名称一,名称二,判定\n".encode("gb18030"), ""),
]


@pytest.mark.parametrize(("data", "line"), FAULTS)
def test_faults(tmp_path: Path, data: bytes, line: str) -> None:
    """What is no file of decisions is told in one line, with the line of the fault."""
    file = tmp_path / "判定.csv"
    file.write_bytes(data)
    with pytest.raises(OptionError) as caught:
        read(file)

    assert f"判定.csv{':' + line if line else ''}" in str(caught.value)
    assert "\n" not in str(caught.value)
