"""Numbers that say who is admitted, supported or sanctioned: 项目须满足：…, 少于3年的，退还50%; none sets an aim."""

from __future__ import annotations

import re
from functools import lru_cache

from guitu.extract.structure.draft import Draft, Passage

# what is asked of those who apply, up to the end of the sentence: 申报企业应同时符合下列条件：…
_MUST_MEET = re.compile(
    r"(?:(?:需|须|应|应当|必须)(?:要|同时|全部|分别|至少)*(?:满足|符合|具备)|(?:满足|符合|具备)(?=[以如下上述列]{2}))"
    r"[^，。；：\d]{0,8}?(?:条件|要求|情形|标准|资格)?(?:之一)?(?:：|的[，：])(?P<met>[^。\n]*(?:。(?:[二三四五六]是|[②-⑥])[^。\n]*)*)|"
    r"(?:(?:申报|申请|扶持|支持|奖补|补助)的?(?:基本)?(?:条件|门槛|范围|对象)|(?:认定|准入|入库|评选|推荐|入选|参评)的?(?:条件|标准|门槛|范围|对象))"
    r"(?:：|[为是]：?)(?P<asked>[^。\n]*)|"
    r"(?:申请|申报|参评|创建|项目|企业|单位|机构|主体|场所)[^，。；：\d]{0,12}(?:需|须|应|应当|必须)(?:同时)?(?:满足|符合|具备)(?P<least>[^，。；：\d]{1,16}\d[^。\n]*)"
)
_MUST_MEET_CUE = re.compile("满足|符合|具备|条件|门槛|范围|对象|标准")
# what follows where somebody fails, with the case: 使用少于3年的，退还50%
_UNDONE = (
    "(?:退还|退回|追回|追缴|收回|扣减|扣除|扣发|扣回|核减|罚没|处以|罚款|加收|加罚|暂停|停止|"
    "取消|撤销|不予|不再|终止|除名|降级|约谈|通报)"
)
_SANCTION = re.compile(
    rf"(?P<case>[^，。；：\n]{{2,60}}的，[^，。；\n]{{0,16}}?{_UNDONE}[^，。；\n]{{0,40}})|"
    r"(?P<above>[^，。；：\n]{0,24}\d[^，。；：\n]{0,8}?(?:部分|的)(?:加价|加收|加征|减按|减征|免征)[^，。；\n]{0,16})|"
    r"(?P<back>(?:退还|退回|追回|追缴|收回|扣减|扣除|扣发|核减)[^，。；：\d]{0,12}\d[\d.]{0,6}%)"
)
_SANCTION_CUE = re.compile("的，|[加减免][价收征按]|退[还回]|追[回缴]|扣[减除发]|核减|收回")
# 投资不低于500万元，亩均税收不低于20万元的，优先供地: several bounds of one case
_CASE = re.compile(
    r"(?P<case>(?:[^，。；：\n]{2,40}\d[^，。；：\d\n]{0,12}，)+[^，。；：\n]{2,40}\d[^，。；：\d\n]{0,12}的)，"
    r"(?=优先|给予|予以|可|纳入|列入|认定|授予|视为|享受|按|一律|必须|不得|应|由|实行|免|减)"
)
# ---- lists of conditions ----
_OPENS = re.compile(
    r"(?:需|须|应|应当|必须|满足|符合|具备)[^。；\n]{0,24}(?:以下|下列|如下|下述)[^。；\n]{0,10}?(?:条件|要求|情形|标准)?(?:之一)?的?：$|"
    r"(?:申报|申请|认定|准入|入选|评选|支持|推荐)[^。；\n]{0,6}(?:条件|门槛|资格)(?:为|包括)?：$|(?:条件|门槛|资格)如下：$"
)
_ASKS = re.compile("(?:需|须|应|应当|必须)(?:同时|全部)*(?:满足|符合|具备)$")  # as the title of what follows
_TITLE = re.compile(
    r"(?:申报|申请|认定|准入|入库|评选|评定|推荐|入选|参评|扶持|支持|补助|补贴|奖补|奖励|资助|享受|适用|受理)[^，。；]{0,6}?"
    r"(?:条件|门槛|资格|对象|范围)(?:[和及与][^，。；]{2,6})?|(?:认定|评定|准入|入库|入选)标准"
)


def stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a compact paragraph whose numbers are conditions or sanctions.

    >>> stretches("项目须满足：功率不低于60千瓦。覆盖率达到95%。"), stretches("建成不满3年的，退还50%。")
    ([(6, 15)], [(0, 13)])
    """
    found: list[tuple[int, int]] = []
    if _MUST_MEET_CUE.search(text):
        found += [m.span(m.lastgroup or 0) for m in _MUST_MEET.finditer(text)]
    if _SANCTION_CUE.search(text):
        found += [m.span(m.lastgroup or 0) for m in _SANCTION.finditer(text)]
    if "的，" in text:
        found += [m.span("case") for m in _CASE.finditer(text)]
    return [(start, end) for start, end in found if start < end]


class Conditions:
    """Follows the passages of a document in their order, to tell which stand in a list of conditions."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._open = False  # whether the passage before announced or went on with a list

    def hold(self, passage: Passage, text: str) -> bool:
        """Whether a passage says conditions: under such a heading, or one of a list that is so announced."""
        listed = self._open
        end = passage.span.end
        words = text.rstrip() + self._draft.text.folded[end : end + 1].strip()  # of an item that is a heading
        announces = words.endswith("：") and _OPENS.search(words) is not None
        self._open = announces or (listed and words.endswith("；"))
        if passage.heading:
            self._open = self._open or _ASKS.search(text) is not None
        return listed or self._is_headed(passage.section)

    def _is_headed(self, section: int | None) -> bool:
        while section is not None and not heads(self._draft.sections[section].title):
            section = self._draft.sections[section].parent
        return section is not None


@lru_cache(maxsize=64)  # the headings above a passage are those above the next
def heads(title: str) -> bool:
    """Whether a heading says that what stands below it are conditions.

    >>> heads("申报条件"), heads("认定条件和程序"), heads("改善办学条件")
    (True, True, False)
    """
    return _TITLE.fullmatch(title) is not None
