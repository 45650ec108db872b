"""Who answers for a task, as it stands in brackets at the end of a paragraph or on a line of its own."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.structure.outline.headings import closing_clause
from guitu.ontology.alternation import alternation
from guitu.ontology.knowledge import duty_words

_DUTY = re.compile(
    r"[（〔](?:[^（）〔〕]|（[^（）]*）){0,400}?(?:负责|牵头|责任单位|责任部门|配合|组织实施|[主协承]办)(?:[^（）〔〕]|（[^（）]*）){0,400}[）〕]"
)
_DUTY_LINE = re.compile(  # 牵头单位：…, ●责任部门为…, 责任科室：…
    r"[★☆●◆■▲※*-]?[〔（]?(?!以下|下列|下述|以上|上述)[一-鿿]{0,6}(?:牵头|责任|配合|负责|主办|协办|实施|承办|参与|协同)(?:单位|部门|主体|机构|科室|处室|股室|局办|委办局|地区|乡镇|镇街|区县|院系)(?:（[^（）]{1,8}）)?(?:[：〕]|[为是])"
    r"|(?:相关|涉及|推进)[一-鿿]{0,3}(?:单位|部门|主体)："  # 相关部门：市水利局、市财政局
)
_OF_BODIES = re.compile("(?<!成员)(?:单位|部门|主体|机构|[科处股]室|局办|委办局|地区|乡镇|镇街|区县|院系)$")
# a line that only says who does it: 由市水利局承办，市财政局协办
_BY_LINE = re.compile(
    r"(?:^|(?<=。))由(?=[^的。]{0,200}。?$)[^。；：]{0,80}?(?:[局委办厅部院行]|政府|部门|单位|公司|中心)[^。；：]{0,120}?"
    r"(?:负责(?:落实|实施|组织实施|推进)?|[承协主]办|牵头|配合|组织实施|落实|实施)[。；]?$"
)
# a paragraph that opens with who does it: 由市水利局承办，市财政局协办。工作目标：…
_BY_OPENS = re.compile(
    r"由[^的。；：]{2,60}?(?:[局委办厅部院行]|政府|部门|单位|公司|中心)(?:等[^。；：，]{0,8})?(?:分别|具体|共同)?"
    r"(?:[承协主]办|牵头|负责|组织实施)"
    r"(?:，[^的。；：]{2,160}?(?:[局委办厅部院行]|政府|部门|单位|公司|中心)(?:分别|共同)?(?:[承协主]办|配合|参与|负责|牵头))*"
    r"(?:落实|实施|组织实施)?。"
)
# owners alone in brackets at the end of a goal: （市发展改革委、各区政府）
_OWNERS_ALONE = re.compile(
    r"（(?:[^（），、；：]{1,16}(?:[局委办厅部院行]|政府|公司|中心|管委会)(?:、|，|；|等?）)){1,12}。?$"
)
# what a bracket that gives owners opens or ends with: （责任单位：…）, （…牵头，…配合）, （…负责，列首位者牵头，下同）
_LABELLED = re.compile(
    r"（[^（）：]{0,12}(?:单位|部门|主体|机构|科室|处室|股室)[：为]|(?:负责|牵头|配合|落实|实施|参与|[主协承]办)"
    r"(?:[，；][^，。；（）]{0,8}(?:第一|首)[^，。；（）]{0,16}(?:牵头|负责)[^，。；（）]{0,6})?(?:[，；](?:以下)?[均皆]?(?:下|相)?同)?。?）$"
)
_LED = re.compile("由[^。；：]{2,80}?(?:牵头|负责)")
_CHARGED = re.compile(
    "由(?:(?![由解释])[^，。；：]){1,60}?(?:[局委办厅部院府]|中心|街道)(?:会同|牵头|(?:具体|统一)?负责(?![^，。；]{0,8}解释))"
)
_SUBJECT = 8  # characters that a sentence has in common with the title where both are of one thing
_LAST_LABEL = re.compile("[。；！] ?[一-鿿]{0,4}(?:责任|牵头|负责|主办)(?:单位|部门)：[^。！]{2,200}。?$")


def has_duty(words: str) -> bool:
    """Whether a duty clause in brackets stands somewhere in some words."""
    return ("）" in words or "〕" in words) and bool(_DUTY.search(words))


def is_duty(words: str) -> bool:
    """Whether a paragraph only says who answers: （市水利局牵头）, 牵头单位：…, 由市水利局承办，市财政局协办。…"""
    line = _DUTY_LINE.match(words) or ("：" in words and _label_line().match(words))
    return bool(_DUTY.fullmatch(words) or line or _BY_OPENS.match(words))


@cache
def _label_line() -> re.Pattern[str]:
    """A line that opens with a label of the registry: 主责单位：…; one that is a verb alone stands before a body."""
    labels = [word for word, role in duty_words().labels.items() if role != "none" and word != "成员单位"]
    of_bodies = [word for word in labels if _OF_BODIES.search(word)]
    body = "(?=[省市县区州各][^。：，]{1,16}[局委办厅部院府会])"
    return re.compile(
        rf"[★☆●◆■▲※*-]?[〔（]?[省市县区州]?级?(?:{alternation(of_bodies)}[：〕]|{alternation(labels)}：{body})"
    )


def ends_in_owners(words: str) -> bool:
    """Whether the last sentence of a goal only says who answers for it: （市发展改革委、各区政府）, 由市水利局承办。"""
    return bool(_OWNERS_ALONE.search(words) or _BY_LINE.search(words))


def is_owned(words: str) -> bool:
    """Whether a paragraph ends in a bracket that gives its owners by a label or a verb, or in a sentence with a label.

    >>> is_owned("每月通报。（责任单位：市水利局）"), is_owned("坚持（政府负责）的格局"), is_owned("见附表（责任清单）")
    (True, False, False)
    """
    clause = closing_clause(words)
    return bool(_LABELLED.search(clause[0])) if clause else bool(_LAST_LABEL.search(words))


def is_charged(words: str) -> bool:
    """Whether a sentence gives work to a body; who explains a paper has none.

    >>> is_charged("每年受理，由区民政局会同区财政局审核。"), is_charged("本措施由区民政局负责解释。")
    (True, False)
    """
    return bool(_CHARGED.search(words))


def is_of_plan(words: str, title: str) -> bool:
    """Whether a paragraph opens with who carries out what the title of the document is about.

    >>> is_of_plan("由市民政局牵头，会同各区推进养老服务体系建设。加强指导。", "云州市养老服务体系建设方案")
    True
    >>> is_of_plan("由市民政局牵头，会同各区建设食堂。加强指导。", "云州市养老服务体系建设方案")
    False
    """
    opening = words.partition("。")[0]
    if not _LED.match(opening):
        return False
    return any(title[at : at + _SUBJECT] in opening for at in range(len(title) - _SUBJECT + 1))
