"""Numbers set for those who pay, apply or hold a right: 按所得的20%计征, 出让年限最高50年; no task reaches them."""

from __future__ import annotations

import re

_SHARE = r"\d[\d.]{0,6}%"
# a part of what is due: 一个月内缴纳土地出让价款的50%, 缴纳不低于50%的保证金
_PAYS = re.compile(
    r"(?:缴[纳清付交]|交纳|预[付缴]|首付|付清|支付(?!比例|率))"
    rf"(?:[^，。；\d]{{0,24}}[款金价费]的?(?:总[额价])?的?(?:不[低少]于|至少)?(?P<of>{_SHARE})(?!(?:提高|调整|增加|降低)[到至为])|"
    rf"[^，。；\d]{{0,8}}(?P<part>{_SHARE})(?:以上)?的[^，。；\d]{{0,16}}[款金费](?=[，。；后]))"
)
_PAYS_CUE = re.compile("[缴付]|交纳")
# a rate of tax or of a fee: 按转让所得的20%计征
_TAXED = re.compile(
    rf"按照?[^，。；\d]{{0,30}}(?P<rate>{_SHARE})(?:的?(?:税率|比例|标准|费率))?(?:依法)?(?:减半)?(?:计征|计缴|预征|征收|征缴|缴纳|收取|计收|扣缴)"
)
_TAXED_CUE = re.compile("%[^，。；]{0,8}[征缴收]")
# how long a right lasts: 出让年限不超过50年, 租赁期限最长20年
_LASTS = re.compile(
    r"(?:(?:出让|租赁|租用|承包|特许经营|经营权|使用权|贷款|还款|授信|缓缴|托管|合同|协议)(?:的?最[高长])?(?:年限|年期|期限|期)|有效期|任期|聘期|租期|质保期)"
    r"(?:限|最[高长]|一般|原则上|延长|[为至到在是]|可|统一)*(?:不得?[超低少]过?于?)?(?P<term>\d[\d.]{0,4}(?:[—~-]\d{1,3})?个?[年月天日])"
)
_LASTS_CUE = re.compile("期|年限")
# who may apply, and from what on: 主体进度达到25%以上的楼栋，可申请预售; 到账80%后，可容缺办理
_MAY = (
    r"[^，。；\d]{0,14}?(?:均|方|即|都)?可(?:以|凭[^，。；]{1,12}|按[^，。；]{1,12})?"
    r"(?:申请|申报|申领|办理|容缺|免[予于]|暂不|分期|延期|(?:不再|提前)(?=办理|申[请报]|提[交取]|缴纳|预售|享受))"
)
_APPLIES = re.compile(
    rf"(?P<case>(?:[^，。；\n]{{2,60}}以[上下内]，)*(?:[^，。；\n]{{0,60}}?(?:\d|分之)[^，。；\n]{{0,60}}的[^，。；\d的]{{0,12}}|[^，。；\n]{{0,60}}?(?:%|分之)[^，。；\n]{{0,60}}后))，"
    rf"(?={_MAY})"
)
_APPLIES_CUE = re.compile("可(?:以|凭|按|申|办|容|免|不|暂|分|延|提)")
# what bounds those admitted: 放宽面积限制，单套面积由180平方米以内提高到200平方米以内
_ADMITS = re.compile(
    r"放宽[^，。；]{0,24}(?:限制|条件|门槛|准入)，(?P<bound>[^，。；]{0,24}[由从][^，。；]{2,40}(?:[到至]|调?整?为)[^，。；]{1,24})"
)


def stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a compact paragraph whose numbers are set for others.

    >>> stretches("按照转让所得的20%计征。"), stretches("合格率达到95%。"), stretches("出让年限不超过50年。")
    ([(7, 10)], [], [(7, 10)])
    """
    found: list[tuple[int, int]] = []
    if "%" in text and _PAYS_CUE.search(text):
        found += [m.span("of" if m["of"] else "part") for m in _PAYS.finditer(text)]
    if "%" in text and _TAXED_CUE.search(text):
        found += [m.span("rate") for m in _TAXED.finditer(text)]
    if _LASTS_CUE.search(text):
        found += [m.span("term") for m in _LASTS.finditer(text)]
    if _APPLIES_CUE.search(text):
        found += [m.span("case") for m in _APPLIES.finditer(text)]
    if "，" in text and "放宽" in text:
        found += [m.span("bound") for m in _ADMITS.finditer(text)]
    return found
