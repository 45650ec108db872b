"""Every reason that the library gives for what it could not read has its English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guitu.exports.speech.reasons import english

ROOT = Path(__file__).resolve().parents[3]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MADE_OF_PARTS = {
    ("differences.py", "77，7 中为“7”"),
    ("xlsx.py", "77，未读"),
    ("xlsx.py", "7是隐藏的，未读"),
    ("xlsx.py", "工作表“7”7"),
    ("flow.py", "第77未读"),
    ("unsettled.py", "文件没有说明7，名称按原文保留：7"),
}  # see their fields below
REASONS = {"Gap": (1,), "Unread": (0, 1), "RawUnread": (0, 1)}


def reasons() -> Iterator[tuple[str, str]]:
    """The reasons written in calls that make gaps, or given where a reason is named; fields of f-strings as 7."""
    for path in sorted(p for room in ("extract", "graph") for p in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REASONS:
                given = [node.args[at] for at in REASONS[node.func.id] if at < len(node.args)]
                given += [word.value for word in node.keywords if word.arg == "reason"]
                yield from ((path.name, text) for one in given if CHINESE.search(text := _written(one)))


def _written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


@pytest.mark.parametrize(("file", "reason"), sorted(set(reasons()) - MADE_OF_PARTS))
def test_a_reason_has_its_english(file: str, reason: str) -> None:
    """What the library writes stands in the table: nothing of it stays Chinese."""
    assert not CHINESE.search(english(reason)), (file, english(reason))


@pytest.mark.parametrize(
    "reason",
    [
        "没有文字说明数值衡量什么",
        "责任条款中有未能识别的内容：甲",
        "文件没有说明“市”指哪里，名称按原文保留：市水利局",
        "第3页有2处文字没有读出：字体不在文件里，本机也没有",
        "表格过大，只读了前500行",
        "任务“改造管网”此处为“牵头：市水利局”，乙.docx 中为“牵头：市水务局”",
        "名称只有标点或字宽之差；但与判为不同者相连，不合并",
        "名称只差“与”“和”",
        "2018年云州市机构改革，由后者承接；但2020年的文件仍用旧名",
        "共同提到：产地仓；同一主题：物流；下属任务也相应",
        "用词相近",
        "工作表“甲”是隐藏的，未读",
        "第2张图片未读",
        "工作表“甲”过大，第5行起未读",
        "工作表“甲”有2个单元格是错误值（#REF!），未读",
        "工作表“甲”由规图汇总而成，不作文件读；更正请用 guitu correct",
        "文号此处为“甲”，乙.docx 中为“丙”",
        "文号此处没有，乙.docx 中为“丙”",
        "另有 3 处与 乙.docx 不同",
        "《云州市节水规划》的任务：改造管网，与本任务部分对应（0.95），写明由该机构承担，属其职责：供水",
    ],
)
def test_a_reason_with_its_fields(reason: str) -> None:
    """Sentences with fields, and those joined of several, are told in English; the words of documents stay."""
    told = english(reason)

    assert re.search(r"[a-z]+ [a-z]+", told)
    assert not re.search(r"[没未]有?读|对应|归为|图谱", told)


def test_a_reason_without_english_stays() -> None:
    """What a person wrote is left as it is."""
    assert english("张三电话确认") == "张三电话确认"
