"""Numbers that say who is admitted, supported or sanctioned: 项目须满足：…, 少于3年的，退还50%; none sets an aim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.extract.structure.draft import Draft, Passage, around

# what is asked of those who apply, up to the end of the sentence: 申报企业应同时符合下列条件：…
_MUST = re.compile(
    r"(?:[需须应]当?|必须)(?:要|同时|全部|分别|至少)*(?:满足|符合|具备)|(?:满足|符合|具备)(?=[以如下上述列]{2})"
)
_MET = re.compile(
    r"[^，。；：\d]{0,8}?(?:条件|要求|情形|标准|资格)?(?:之一)?(?:：|的[，：])(?P<met>[^。\n]{0,600}(?:。(?:[二三四五六]是|[②-⑥])[^。\n]{0,300}){0,5})"
)
_WHO = re.compile("(?:申请|申报|参评|创建|项目|企业|单位|机构|主体|场所)[^，。；：\\d]{0,12}$")
_LEAST = re.compile(r"(?P<met>[^，。；：\d]{1,16}\d[^。\n]{0,300})")
_ASKED = re.compile(
    r"(?:(?:申报|申请|扶持|支持|奖补|补助)的?(?:基本)?(?:条件|门槛|范围|对象)|(?:认定|准入|入库|评选|推荐|入选|参评)的?(?:条件|标准|门槛|范围|对象))"
    r"(?:：|[为是]：?)(?P<met>[^。\n]{0,600})"
)
_ASKED_CUE = re.compile("(?:条件|门槛|范围|对象|标准)[：为是]")
_SPOKEN_OF = 20  # characters before a duty in which those stand who have it
# what follows where somebody fails, with the case: 使用少于3年的，退还50%
_UNDONE = (
    "(?:退还|退回|追回|追缴|收回|扣减|扣除|扣发|扣回|核减|罚没|处以|罚款|加收|加罚|暂停|停止|"
    "取消|撤销|不予|不再|终止|除名|降级|约谈|通报)"
)
_SANCTION = re.compile(rf"的，[^，。；\n]{{0,16}}?{_UNDONE}[^，。；\n]{{0,40}}")
_BACK = re.compile(r"(?:退还|退回|追回|追缴|收回|扣减|扣除|扣发|核减)[^，。；：\d]{0,12}\d[\d.]{0,6}%")
_CHARGED = re.compile(r"(?:部分|的)(?:加价|加收|加征|减按|减征|免征)[^，。；\n]{0,16}")  # 超过定额20%的部分加价1倍
# 投资不低于500万元，亩均税收不低于20万元的，优先供地: several bounds of one case
_CASE = re.compile("的，(?=优先|给予|予以|可|纳入|列入|认定|授予|视为|享受|按|一律|必须|不得|应|由|实行|免|减)")
_GIVEN_CUE = re.compile("给予|[奖补]|资助|方[可能]|才[能可]")
# 服务企业500家、连接设备1万台的奖励300万元: from how many on something is given
_FROM_ON = re.compile(
    r"的，?(?:一次性|分别|每[个家户年]|最高)*(?:给予|予以|奖励|奖补|补助|补贴|资助)[^，。；：\d]{0,8}\d|"
    r"的，?(?:方可|方能|才能|才可)"
)
_CLAUSE_SIGNS = "，。；：\n"
_NUMBER = re.compile(r"\d")
_PART_SIGNS = "。；：\n"
_LONGEST = 120  # characters of a case
# ---- lists of conditions ----
_OPENS = re.compile(
    r"(?:需|须|应|应当|必须|满足|符合|具备)[^。；\n]{0,24}(?:以下|下列|如下|下述)[^。；\n]{0,10}?(?:条件|要求|情形|标准)?(?:之一)?的?：$|"
    r"(?:申报|申请|认定|准入|入选|评选|支持|推荐)[^。；\n]{0,6}(?:条件|门槛|资格)(?:为|包括)?：$|(?:条件|门槛|资格)如下：$"
)
_ASKS = re.compile("(?:需|须|应|应当|必须)(?:同时|全部)*(?:满足|符合|具备)$")  # as the title of what follows
# 申报条件, 认定条件和程序; not 改善办学条件
_TITLE = re.compile(
    r"(?:申报|申请|认定|准入|入库|评选|评定|推荐|入选|参评|扶持|支持|补助|补贴|奖补|奖励|资助|享受|适用|受理)[^，。；]{0,6}?"
    r"(?:条件|门槛|资格|对象|范围)(?:[和及与][^，。；]{2,6})?|(?:认定|评定|准入|入库|入选)标准"
)


def stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a compact paragraph whose numbers are conditions or sanctions.

    >>> stretches("项目须满足：功率不低于60千瓦。覆盖率达到95%。"), stretches("建成不满3年的，退还50%。")
    ([(6, 15)], [(0, 13), (8, 13)])
    >>> stretches("投资不低于5亿元，用地不超过80亩的，优先供地。"), stretches("超过定额20%的部分加价1倍。")
    ([(0, 17)], [(0, 14)])
    """
    found: list[tuple[int, int]] = []
    if "满足" in text or "符合" in text or "具备" in text:
        found += _asked(text)
    if _ASKED_CUE.search(text):
        found += [m.span("met") for m in _ASKED.finditer(text)]
    if "的，" in text:
        found += [(_start(_CLAUSE_SIGNS, text, m.start()), m.end()) for m in _SANCTION.finditer(text)]
        found += [(begin, m.start()) for m in _CASE.finditer(text) if (begin := _case(text, m.start())) is not None]
    if "的" in text and _GIVEN_CUE.search(text):
        found += [(_from_on(text, m.start()), m.start()) for m in _FROM_ON.finditer(text)]
    if "%" in text:
        found += [m.span() for m in _BACK.finditer(text)]
        found += [(_start(_CLAUSE_SIGNS, text, m.start()), m.end()) for m in _CHARGED.finditer(text)]
    return [(start, end) for start, end in found if start < end]


def _asked(text: str) -> Iterator[tuple[int, int]]:
    """What stands behind a duty to meet something, where it is a list or of those who apply."""
    for must in _MUST.finditer(text):
        met = _MET.match(text, must.end())
        if met is None and _WHO.search(text, max(0, must.start() - _SPOKEN_OF), must.start()):
            met = _LEAST.match(text, must.end())
        if met:
            yield met.span("met")


def _start(signs: str, text: str, end: int) -> int:
    """Where the clause or part begins that ends at a place."""
    least = max(0, end - _LONGEST)
    return max(least, *(text.rfind(sign, least, end) + 1 for sign in signs))


def _from_on(text: str, end: int) -> int:
    """Where what one has to reach begins: a last item without a number is the whole of it.

    >>> _from_on("服务企业500家、连接设备1万台", 15), _from_on("建成充电桩200座、达到标准", 13)
    (0, 10)
    """
    begin = _start(_CLAUSE_SIGNS, text, end)
    item = text.rfind("、", begin, end) + 1
    return item if item and not _NUMBER.search(text, item, end) else begin


def _case(text: str, end: int) -> int | None:
    """Where a case of several bounds begins; None where fewer than two of its clauses have a number."""
    begin = _start(_PART_SIGNS, text, end)
    clauses = text[begin:end].split("，")
    return begin if len(clauses) > 1 and all(_NUMBER.search(clause) for clause in clauses) else None


class Conditions:
    """Follows the passages of a document in their order, to tell which stand in a list of conditions."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._heads = {i for i, section in enumerate(draft.sections) if _TITLE.fullmatch(section.title)}
        self._open = False  # whether the passage before announced or went on with a list

    def lists(self, passage: Passage, text: str) -> bool:
        """Whether a passage is one of a list that is announced as conditions."""
        listed = self._open
        if not (listed or passage.heading or text.endswith("：")):
            return False
        end = passage.span.end
        words = text.rstrip() + self._draft.text.folded[end : end + 1].strip()  # of an item that is a heading
        announces = words.endswith("：") and _OPENS.search(words) is not None
        self._open = announces or (listed and words.endswith("；")) or (passage.heading and bool(_ASKS.search(text)))
        return listed

    def head(self, passage: Passage) -> bool:
        """Whether a passage stands below a heading of conditions."""
        above = around(self._draft.sections, passage.section) if self._heads else ()
        return any(section.order in self._heads for section in above)
