"""What opens a clause before what is done: who, when, where, and that it is planned (全市今年还将在城区新建)."""

from __future__ import annotations

import re

from guitu.ontology.figure_words import any_of

_WHO = "全[国省市县区州旗镇乡]|[我本][省市县区州旗镇]"
_WHEN = "今明两?年|今年|明年|当年|本年度?|全年|年内|年底前?|[两三四五]年内"
_WHERE = "在(?:全[国省市县区州旗镇]|[我本][省市县区州]|[^，；。、在\\d]{1,8}(?:范围内|境内|辖区内|区域内))"
_ALSO = "[还也又再要需须]"
_PLANNED = any_of("planned")
# 项目建成投产后每年可惠及, 水厂投用后新增
_AFTER = re.compile(
    "^(?:(?:项目|工程)?|(?P<works>[一-鿿]{2,12}?))(?:(?:全部|全面)?(?:建成|投产|投用|达产|完工|竣工|运营)(?:投产|投用|达产|运营)?后|届时)"
    "(?:预计|每年|可|将|能|可望)*"
    f"(?=年|{any_of('act', 'kept')}|新增|节约|减少|实现)"
)
_DONE = f"{any_of('build', 'act', 'kept')}|投资"
_LEAD = re.compile(
    f"(?:{_WHO}|{_WHEN}|{_WHERE}|{_ALSO})*{_PLANNED}(?:{_WHO}|{_WHEN}|{_WHERE}|{_ALSO}|{_PLANNED})*(?={_DONE}|$)|"
    f"(?:{_WHO})?(?:{_WHEN})?{_WHERE}(?={any_of('build')}|$)|"
    f"(?:每年)?[可能](?={_DONE})"
)
# 在石桥镇实施公路防护工程: where it is done tells which
_PLACED = re.compile(
    "^在(?P<place>[一-鿿]{1,8}?(?:镇|乡|村|区|县|市|县城|街道))(?:实施|新建|建设|开展|打造|建成|完成)(?=[一-鿿“]{2}|$)"
)
# 联合3所高校共建: with whom and what one has
_LEANT_ON = re.compile(f"^{any_of('lean')}\\d[^，。；、\\d]{{2,20}}?(?:共建|(?={any_of('build')}))")
_PLANNED_IN = re.compile(f"^(?:{_PLANNED})+(?=在)")
# 1.新改扩建, 三、完成; not 一、二级公路
_NUMBERED = re.compile(r"^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十]))(?=[一-鿿“])")
_NUMERALS = frozenset("0123456789一二三四五六七八九十")
_MAKES = re.compile(f"(?:{_WHO})(?=(?:新建|建设|改建|扩建|创建|打造|培育|完成(?!投资)|实施|开展|举办)[一-鿿“]{{2}})")


def without_lead(words: str) -> str:
    """A clause from what is done on; a noun that 计划 and the like open is left whole.

    >>> without_lead("全市今年计划新建学校"), without_lead("还将在全市设立"), without_lead("计划生育率")
    ('新建学校', '设立', '计划生育率')
    """
    words = _NUMBERED.sub("", words, count=1) if words[:1] in _NUMERALS else words
    words = _PLANNED_IN.sub("", words, count=1) if "在" in words else words
    words = _PLACED.sub(r"\g<place>", words, count=1) if words.startswith("在") else words
    words = _AFTER.sub(r"\g<works>", words, count=1) if "后" in words or "届时" in words else words
    words = _LEANT_ON.sub("", words, count=1)
    opened = _LEAD.match(words)
    return words[opened.end() :] if opened else words


def without_maker(words: str) -> str:
    """Without the whole place that makes what is counted.

    >>> without_maker("全镇建设绿地系统"), without_maker("全镇绿地率")
    ('建设绿地系统', '全镇绿地率')
    """
    made = _MAKES.match(words)
    return words[made.end() :] if made else words
