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
    "idle decision": (
        "判定表第 {line} 行未用上：图谱里没有“{one}”和“{other}”两个名称",
        "line {line} of the decisions is idle: the graph has not both {one} and {other}",
    ),
    "wrote": ("已写出：{path}", "wrote {path}"),
    "questions": ("可以提的问题：", "Questions that can be asked:"),
    "suggested": (
        "《{title}》“{task}”：建议{agency}（{role}，{score}）",
        "《{title}》“{task}”: {agency} is suggested ({role}, {score})",
    ),
    "because aligned": (
        "  因为《{title}》的任务“{task}”与之{how}（{score}；{reason}）",
        "  because of the task “{task}” of 《{title}》: {how} ({score}; {reason})",
    ),
    "quote here": ("    本任务原文：{quote}", "    this task says: {quote}"),
    "quote there": ("    对应任务原文：{quote}", "    the other says: {quote}"),
    "quote duty": ("    责任原文：{quote}", "    its duty clause: {quote}"),
    "no suggestions": ("没有责任建议", "nobody is suggested"),
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
    "kind section": ("章节", "sections"),
    "kind task": ("任务", "tasks"),
    "kind responsibility": ("责任", "responsibilities"),
    "kind target": ("目标", "targets"),
    "kind observation": ("现状数据", "observations"),
    "kind place": ("地点", "places"),
    "kind incentive": ("扶持", "incentives"),
    "kind reference": ("引用文件", "references"),
    "role responsible": ("责任", "responsible"),
    "role lead": ("牵头", "lead"),
    "role support": ("配合", "support"),
    "report": ("读取报告：读到什么，没读到什么", "Reading report: what was read and what was not"),
    "overview": ("概览", "overview"),
    "summary": (
        "任务 {tasks} 项，其中 {owned} 项写明责任机构，{inherited} 项由上级任务写明；未读出 {gaps} 处",
        "{tasks} tasks: {owned} name an owner, {inherited} more stand under a task that does; {gaps} gaps",
    ),
    "not kept": (
        "只列读得了的文件；读不了的来源由 guitu build 当场说明，图谱不保存。",
        "Only files that could be read; guitu build tells those that could not, and the graph does not keep them.",
    ),
    "no quotes": ("图谱不含原文，缺口只列位置。", "The graph keeps no texts: gaps have their place only."),
    "no documents": ("图谱里没有文件", "the graph holds no document"),
    "fields": ("文件信息", "what the document says of itself"),
    "field": ("项目", "field"),
    "value": ("内容", "value"),
    "must": ("必备", "must-have"),
    "recommended": ("应有", "recommended"),
    "not read": ("缺少", "missing"),
    "not stated": ("未读到", "not found"),
    "sources": ("来源", "sources"),
    "file": ("文件名", "file"),
    "format": ("格式", "format"),
    "reader": ("读法", "reader"),
    "encoding": ("编码", "encoding"),
    "size": ("字节", "bytes"),
    "hash": ("哈希", "hash"),
    "use": ("用途", "use"),
    "read copy": ("读取", "read"),
    "other copy": ("副本", "copy"),
    "outline": ("章节结构", "outline"),
    "chapter": ("章", "chapter"),
    "headings below": ("下级标题", "headings below"),
    "tasks": ("任务", "tasks"),
    "no chapters": ("没有读到章节标题", "no heading was read"),
    "facts read": ("读到的事实", "facts read"),
    "owners": ("任务与责任", "tasks and owners"),
    "owned": ("写明责任机构", "with an owner"),
    "inherited": ("上级任务写明", "owner of the task around"),
    "unowned": ("没有责任机构", "without an owner"),
    "dated": ("有时限", "with a deadline"),
    "measured": ("有目标值", "with a target"),
    "role": ("角色", "role"),
    "agencies with tasks": ("机构（任务数）", "agencies (tasks)"),
    "unknown agencies": ("名录中没有的机构", "agencies not in the registry"),
    "columns": ("任务分工表的列", "columns of division tables"),
    "table at": ("第 {number} 张表，{rows} 项任务", "table {number}, {rows} tasks"),
    "column": ("列名", "column"),
    "read as": ("读作", "read as"),
    "unrecognised": ("未识别", "not recognised"),
    "no heading": ("（无列名）", "(no heading)"),
    "set columns": (
        '未识别的列可以手工指定：guitu build … --columns "{heading}=责任"（角色见 guitu build --help）',
        'a column can be set by hand: guitu build … --columns "{heading}=responsible" (roles: guitu build --help)',
    ),
    "what was not read": ("未读出", "what was not read"),
    "no gaps": (
        "没有缺口：没有看出形似事实而未读的内容。整段没被当作任务的，请对照章节结构。",
        "No gaps: nothing looked like a fact and was left unread. For what was taken for no fact, see the outline.",
    ),
    "words": ("原文", "words"),
    "reason": ("原因", "reason"),
    "where": ("位置", "where"),
    "at": ("字符 {start}–{end}", "characters {start}–{end}"),
    "before headings": ("首个标题之前", "before the first heading"),
    "nowhere": ("位置不详", "place not known"),
    "untitled": ("（没有读到标题）", "(no title was read)"),
    "interrupted": ("已中断", "interrupted"),
    "duty sheet": ("{agency}职责清单", "{agency} 职责清单 Duty sheet"),
    "duty count": (
        "文件写明的任务{tasks}项，出自{documents}份文件：牵头{lead}项，责任{responsible}项，配合{support}项",
        "{tasks} tasks in {documents} documents: leads {lead}, responsible for {responsible}, supports {support}",
    ),
    "duty names": ("文件中写作：{names}", "Written in the documents as: {names}"),
    "duty lead": ("牵头任务（{count}项）", "Tasks that it leads ({count})"),
    "duty responsible": ("责任任务（{count}项）", "Tasks that it is responsible for ({count})"),
    "duty support": ("配合任务（{count}项）", "Tasks that it supports ({count})"),
    "duty suggested": ("推断的任务（{count}项）", "Inferred tasks ({count})"),
    "duty inferred": (
        "以下由规图根据其他文件推断，不是文件原文，供研究参考。",
        "Guitu concluded what follows from other documents; no document states it.",
    ),
    "heading no": ("序号", "No."),
    "heading chapter": ("章节", "chapter"),
    "heading task": ("重点任务", "task"),
    "heading with": ("共同承担单位", "with"),
    "heading deadline": ("完成时限", "deadline"),
    "heading targets": ("指标", "targets"),
    "heading evidence": ("依据", "evidence"),
    "heading document": ("文件", "document"),
    "heading suggested role": ("建议角色", "suggested role"),
    "heading score": ("得分", "score"),
    "heading reason": ("理由", "reason"),
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
