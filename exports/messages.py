"""What the command says, in Chinese and in English."""

from __future__ import annotations

import os
from collections.abc import Mapping

LANGUAGES = ("zh", "en")
_MESSAGES: Mapping[str, tuple[str, str]] = {
    "built": (
        "已建成 {store}：文件 {documents} 份，事实 {facts} 条，未读出 {gaps} 处；新读来源 {read} 个，沿用 {reused} 个",
        "built {store}: {documents} documents, {facts} facts, {gaps} gaps; {read} sources read, {reused} reused",
    ),
    "unreadable": ("{count} 个来源未能读取", "{count} sources could not be read"),
    "wrote": ("已写出：{path}", "wrote {path}"),
    "questions": ("可以提的问题：", "Questions that can be asked:"),
    "no rows": ("没有符合的记录", "no rows"),
    "proved": ("出处全部属实：{evidences} 处，出自 {texts} 份正文", "proved: {evidences} proofs in {texts} texts"),
    "unproved": (
        "出处核对未通过：共 {evidences} 处，{failed} 处不符，{unread} 份正文缺失",
        "not proved: {evidences} proofs, {failed} failed, {unread} texts are missing",
    ),
    "unquoted": (
        "其中 {count} 处只核对了位置（图谱不含原文）",
        "of these {count} by position only (the graph has no quotes)",
    ),
    "conforms": ("符合全部约束", "the graph conforms to all shapes"),
    "violations": ("不符合约束：{count} 处", "{count} violations"),
    "document": ("文件", "document"),
    "facts": ("事实", "facts"),
    "gaps": ("未读出", "gaps"),
    "missing": ("缺少", "missing"),
    "absent": ("未写明", "not stated"),
    "field title": ("标题", "title"),
    "field level": ("级别", "level"),
    "field type": ("类型", "type"),
    "field issuer": ("发布机构", "issuer"),
    "field number": ("发文字号", "number"),
    "field date": ("成文日期", "date"),
    "field entry into force": ("施行日期", "entry into force"),
    "field period": ("规划期", "period"),
    "working": ("正在处理……", "working…"),
    "reading": ("读取", "reading"),
    "pages": ("页", " pages"),
    "kind": ("种类", "kind"),
    "count": ("数量", "count"),
    "agencies": ("机构", "agencies"),
    "quads": ("四元组", "quads"),
    "demo sample": ("示例规划", "sample plans"),
    "demo published": ("已公布的规划图谱", "published plans"),
    "demo page": ("网页（用浏览器打开）：{path}", "page (open it in a browser): {path}"),
    "demo turtle": ("Turtle：{path}", "Turtle: {path}"),
    "demo next": ('接下来可以试：guitu ask owners --store "{store}"', 'next, try: guitu ask owners --store "{store}"'),
    "interrupted": ("已中断", "interrupted"),
}


def language() -> str:
    """The language of the environment: English where LC_ALL, LC_MESSAGES or LANG says so, else Chinese."""
    told = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "en" if told.lower().startswith("en") else "zh"


def message(lang: str, name: str, /, **values: object) -> str:
    """A message with its values.

    >>> message("en", "wrote", path="plan.ttl")
    'wrote plan.ttl'
    """
    return _MESSAGES[name][LANGUAGES.index(lang)].format(**values)
