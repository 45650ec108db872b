"""Words of an office, laid over the registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guitu.ontology import taught
from guitu.ontology.taught import Slip, read

HEAD = "类型,名称,简称,辖区,上位,用途\n"


def told(tmp_path: Path, *rows: str, name: str = "名录.csv") -> taught.Overlay:
    (tmp_path / name).write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return read(tmp_path)


@pytest.mark.parametrize(
    ("row", "file", "fields"),
    [
        ("机构,云州市低空经济发展办公室,市低空办、低空办,云州市,,", "agencies-offices",
         {"prefLabel": ["低空经济发展办公室"], "altLabel": ["低空办", "低空办"], "of": ["云州市"]}),
        ("机构,智慧养老服务中心,养老中心,,,", "agencies-offices",
         {"prefLabel": ["智慧养老服务中心"], "altLabel": ["养老中心"]}),
        ("行政区划,云州市,云,,临江省,", "districts",
         {"prefLabel": ["云州市"], "altLabel": ["云"], "broader": ["临江省"]}),
        ("主题,低空经济,通用航空；无人机,,数字经济,", "topics",
         {"prefLabel": ["低空经济"], "altLabel": ["通用航空", "无人机"], "broader": ["数字经济"]}),
        ("计量单位,架次,,,,个数", "units", {"prefLabel": ["架次"], "unitKind": ["counter"]}),
        ("表头,经办处所,,,,配合单位", "columns", {"altLabel": ["经办处所"]}),
        ("指标,起降场,起降点|起降平台,,,", "indicator-words",
         {"prefLabel": ["起降场"], "altLabel": ["起降点", "起降平台"]}),
    ],
)  # fmt: skip
def test_a_row_is_an_entry_of_the_registry(row: str, file: str, fields: dict[str, list[str]], tmp_path: Path) -> None:
    [entry] = told(tmp_path, row)[file].values()

    assert {name: values for name, values in entry.items() if name in fields} == fields


def test_a_column_is_added_to_those_of_its_use(tmp_path: Path) -> None:
    assert told(tmp_path, "表头,主抓单位,,,,牵头单位")["columns"] == {"lead": {"altLabel": ["主抓单位"]}}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("部门,市低空办,,,,", "no 类型 部门"),
        ("机构,,市低空办,,,", "no 名称"),
        ("机构,云州市,,云州市,,", "名称 is that of the place"),
        ("表头,经办处所,,,,经办", "no 用途 经办 of a column"),
        ("计量单位,架次,,,,若干", "no 用途 若干 of a unit"),
        ("行政区划,云池,,,,", "名称 does not end in"),
        ("指标,起降场,,,,", "no 简称"),
    ],
)
def test_a_slip_names_file_and_line(row: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(Slip) as raised:
        told(tmp_path, "机构,供销服务中心,,,,", row)

    assert (raised.value.file, raised.value.line) == ("名录.csv", 3)
    assert raised.value.reason.startswith(reason)


def test_turtle_adds_to_the_file_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "topics.ttl").write_text(
        '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<https://example.org/低空> skos:prefLabel "低空" .\n',
        encoding="utf-8",
    )

    assert read(tmp_path) == {"topics": {"低空": {"prefLabel": ["低空"]}}}


def test_a_slip_in_turtle_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "topics.ttl").write_text(
        '@prefix s: <https://example.org/> .\ns:a s:b "低空"\ns:c s:d "云" .\n', "utf-8"
    )

    with pytest.raises(Slip) as raised:
        read(tmp_path)

    assert (raised.value.file, raised.value.line) == ("topics.ttl", 3)


def test_nothing_taught_is_nothing(tmp_path: Path) -> None:
    assert read(tmp_path) == read(None) == {}


def test_the_example_of_the_docs_can_be_taught(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "teaching.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    (tmp_path / "名录.csv").write_text(example, encoding="utf-8")

    assert {*read(tmp_path)} == {"agencies-offices", "districts", "topics", "units", "columns", "indicator-words"}
    (tmp_path / "名录.csv").unlink()
    [turtle] = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    (tmp_path / "agencies-offices.ttl").write_text(turtle, encoding="utf-8")
    [entry] = read(tmp_path)["agencies-offices"].values()
    assert (entry["prefLabel"], entry["altLabel"]) == (["低空经济发展办公室"], ["低空办"])


def test_turtle_of_a_name_that_the_registry_has_not(tmp_path: Path) -> None:
    """It would be added to nothing: told, not left out."""
    (tmp_path / "本单位.ttl").write_text("@prefix reg: <https://w3id.org/guitu/registry#> .\n", encoding="utf-8")

    with pytest.raises(
        Slip,
        match=r"本单位.ttl:1: no file of the registry is called so; there are agencies-as-written, agencies-by-place, ",
    ):
        read(tmp_path)
