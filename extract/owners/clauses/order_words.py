"""The words by which a document says who leads by where it stands in a list: first, or before the comma."""

from __future__ import annotations

import re

ORDER_CUE = re.compile("第一|首|最前|逗号")
"""A word that each such rule holds."""

_UNIT = "(?:责任)?(?:单位|部门|机构)"
_NO_NAME = "[^，。；（）、由省市区县州]"  # words that hold no name with the sign of its place
# （排名第一的为牵头单位）, 列逗号之前的为牵头单位，其他单位配合; never 第一人民医院牵头, 排名全省第一的企业牵头
LEADS_BY_ORDER = re.compile(
    "(?P<lead>(?:"
    "(?:(?:以上)?(?:各项任务)?(?:排[名序列位]?|位?列|名列)[在于为]?(?:第一|首位?|最前)[位名个面列]?[的者]?"
    f"|第一[位个][的者]?){_UNIT}?(?:[均都]?[为是]|作为)"
    f"|第一{_UNIT}[为是]"
    f"|(?:(?:排[名序列位]?|位?列|名列)[在于]?(?:第一|首位?|最前)[位名个面列]?的|首[列个]|首位的?){_UNIT}(?:[均都]?[为是]|作为)?"
    ")(?:总?牵头|总负责)(?:责任)?(?:单位|部门|机构|者)?"
    "|(?:[排列]名?在?)?(?P<comma>逗号)[之以]?前面?的?[^，。；（）]{0,8}?牵头(?:责任)?(?:单位|部门|机构)?)"
    f"{_NO_NAME}{{0,16}}(?:[，；、](?:逗号[之以]?后|其[他它余]){_NO_NAME}{{0,12}}(?:部门|单位){_NO_NAME}{{0,12}})?(?:[，；、]下同)?"
)

# …, 其他为配合单位; 其余单位予以配合; 后列的协助; not 其他单位按职责分工负责，密切配合
_OTHERS_SUPPORT = re.compile(
    "[，；、](?:其[他它余]|余下|后列|列后)的?(?:有关|相关)?(?:责任)?(?:单位|部门)?的?[均都则]?(?:[为是]|作为|[要应]|予以|给予|积极|主动|密切|共同){0,2}"
    "(?:配合|协办|协助|协同|参与|支持)(?:责任)?(?:单位|部门|机构)?(?=[，。；、）\\s]|$)(?![，；、](?:并|要)?(?:按|依|根据|各|分工|承担|负责|落实))"
)


def others_support(words: str, told: re.Match[str]) -> bool:
    """Whether the rule that was found tells of those behind the leader that they support it.

    >>> rule = "列第一位的为牵头单位，其他为配合单位"
    >>> others_support(rule, LEADS_BY_ORDER.search(rule))
    True
    """
    return _OTHERS_SUPPORT.match(words, told.end("lead")) is not None
