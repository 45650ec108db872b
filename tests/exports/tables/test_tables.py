"""CSV files open in a spreadsheet with Chinese headings, positions, quotes and no formulas."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pyoxigraph import Quad

from guitu.exports.tables.kinds import KINDS, write_tables
from guitu.extract.errors import OptionError
from guitu.extract.formulas import guarded, unguarded


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_file_per_kind(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """Every kind has its file, with a byte order mark and Windows ends of lines."""
    paths = write_tables(quads, tmp_path)

    assert [path.stem for path in paths] == [kind.name for kind in KINDS]
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in paths)
    assert all(path.read_bytes().endswith(b"\r\n") for path in paths)


def test_responsibilities(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A row says who owns what in which role, and where that is proved."""
    write_tables(quads, tmp_path)
    first, second, third = _read(tmp_path / "responsibilities.csv")

    assert first.items() >= {
        "文件": "云州市水网建设“十七五”规划", "任务": "新建村镇泵站", "机构": "云州市水务局", "角色": "牵头",
        "起": "60", "止": "66", "原文": "市水务局牵头", "正文哈希": "t1",
    }.items()  # fmt: skip
    assert (second["角色"], third["角色"]) == ("配合", "责任")


def test_english_headings(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """In English the headings and the coded values are English, names stay Chinese."""
    write_tables(quads, tmp_path, "en")
    rows = _read(tmp_path / "targets.csv")

    columns = ("indicator", "comparator", "value", "max_value", "unit", "year", "source")

    assert [tuple(row[column] for column in columns) for row in rows] == [
        ("泵站数", ">=", "12.5", "20", "座", "2033", "text")
    ]


def test_sections_and_owners(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A task shows its section and owners; right under the document there is no section."""
    write_tables(quads, tmp_path)

    assert [(r["标题"], r["章节"], r["责任机构"]) for r in _read(tmp_path / "tasks.csv")] == [
        ("新建村镇泵站", "重点任务", "云州市水务局、云州市财政局"),
        ("山区泵站选址", "重点任务", ""),
        ("修缮老旧堤坝", "重点任务", ""),
        ("'=奖励节水企业", "", "云州市水务局"),
    ]


def test_gaps_name_their_document(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A gap has its document, kind and reason; one without a place has empty positions."""
    write_tables(quads, tmp_path)

    assert {(r["文件"], r["种类"], r["起"]) for r in _read(tmp_path / "gaps.csv")} == {
        ("云州市水网建设“十七五”规划", "未读出的数字", "51"),
        ("云州市水网建设“十七五”规划", "未读出的责任", ""),
    }


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-x", "@SUM(A1)", "  =1", "\t=1", "＝1", "\r=1"])
def test_formulas_are_guarded(cell: str) -> None:
    """What a spreadsheet would run begins with an apostrophe."""
    assert guarded(cell) == f"'{cell}"
    assert guarded(f"'{cell}") == f"''{cell}"
    assert unguarded(guarded(cell)) == cell
    assert unguarded(guarded(f"'{cell}")) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3.5", "水务局", "", "12"])
def test_other_cells_stay(cell: str) -> None:
    """Numbers and words stay as they are."""
    assert guarded(cell) == unguarded(cell) == cell


def test_unknown_language(tmp_path: Path) -> None:
    """An unknown language is refused before anything is written."""
    with pytest.raises(OptionError):
        write_tables((), tmp_path / "new", "fr")
    assert not (tmp_path / "new").exists()
