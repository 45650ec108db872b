"""What Guitu wrote itself is told and not read as a plan."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from guitu.extract.errors import SourceError
from guitu.extract.sources.find import find
from guitu.extract.sources.own import is_own


def _word(author: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr(
            "docProps/core.xml", f"<cp:coreProperties><dc:creator>{author}</dc:creator></cp:coreProperties>"
        )
        packed.writestr("word/document.xml", "<w:document/>")
    return held.getvalue()


def _workbook(sheet: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        told = f'<sheets><sheet name="{sheet}" sheetId="1"/></sheets><definedName name="guitu_sheet">'
        packed.writestr("xl/workbook.xml", told)
    return held.getvalue()


OWN = [
    ("a.html", "<!DOCTYPE html><html><head><title>规图 Guitu · 谁负责哪项任务</title></head>".encode()),
    ("report.html", "<html><head><title>读取报告：读到什么，没读到什么 · Guitu</title></head>".encode()),
    ("report.md", "# 读取报告：读到什么，没读到什么\n".encode()),
    ("tasks.csv", "\ufeff文件,标题,形式,起,止,原文,正文哈希,标识\r\nx".encode()),
    ("gaps.csv", "\ufeffdocument,kind,reason,start,end,quote,text,id\r\nx".encode()),
    ("all.ttl", b"@prefix gt: <https://w3id.org/guitu/ns#> ."),
    ("net.graphml", b'<?xml version="1.0"?><graphml xmlns="x">'),
    ("duty.docx", _word("Guitu")),
    ("nodes-Task.csv", b"iri:ID,name,form,document,:LABEL\r\nx"),
    ("relationships-LEADS.csv", b":START_ID,:END_ID,label,text,:TYPE\r\nx"),
    ("IMPORT.md", "# 装入 Neo4j · Loading into Neo4j\n".encode()),
    ("a.sssom.tsv", b'#curie_map:\n#  gt: "https://w3id.org/guitu/ns#"\n'),
    ("SHA256SUMS", b"0" * 64 + b"  whole.ttl\n"),
    ("owners.csv", "\ufeff文件,任务,机构,角色,依据,评分,原文,见于\r\nx".encode()),
    ("duty-sheet.csv", b"agency,role,basis,document,task,quote\r\nx"),
    ("名录.xlsx", _workbook("名录")),
]
OTHERS = [
    ("plan.html", "<html><head><title>云州市节水规划</title></head><body>".encode()),
    ("plan.md", "# 云州市读取报告管理办法\n".encode()),
    ("plan.csv", "序号,任务,起,止,责任单位\r\n1,改造管网,3月,5月,市水利局\r\n".encode()),
    ("plan.docx", _word("张三")),
    ("plan.docx", b"PK\x03\x04damaged"),
    ("tasks.xlsx", _word("Guitu")),
    ("分工.xlsx", _workbook("总表")),
    ("分工.csv", "文件名称,任务,原文摘录,责任单位\r\nx".encode()),
    ("nodes.csv", "序号,任务,LABEL\r\nx".encode()),
]


@pytest.mark.parametrize(("name", "data"), OWN)
def test_an_export_is_known_by_what_it_holds(name: str, data: bytes) -> None:
    """Pages, reports, tables, graphs and duty sheets."""
    assert is_own(data, name)


@pytest.mark.parametrize(("name", "data"), OTHERS)
def test_a_plan_and_a_workbook_to_read_back_are_no_exports(name: str, data: bytes) -> None:
    """The words of an export inside a plan do not make it one."""
    assert not is_own(data, name)


def test_an_export_beside_a_plan_is_told_in_one_line(tmp_path: Path) -> None:
    """The plan is read, the export is named with the reason."""
    (tmp_path / "plan.txt").write_text("云州市节水规划\n一、目标", encoding="utf-8")
    (tmp_path / "report.md").write_bytes(OWN[2][1])

    plan, own = find([tmp_path])

    assert not isinstance(plan, SourceError)
    assert isinstance(own, SourceError)
    assert (own.where, own.reason) == ("report.md", "it was written by Guitu and is no plan")
