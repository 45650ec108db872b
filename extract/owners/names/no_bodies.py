"""Words that stand where an agency could and name none, for they tell what is done: 加大对现有学校, 督促各街道.

Whatever list, cell or sentence they stand in, they are no owners but gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from guitu.extract.facts import Gap, Responsibility
from guitu.extract.words.agencies import match
from guitu.ontology.districts import Region

# what is done to something; bodies bear such a verb only where they are set up for that work: 优化营商环境专班
_VERB = re.compile(
    "(?:进一步|切实|着力|大力|全力|坚决|持续|积极|逐步|逐级|层层|深入|及时)*"
    "(?:加大|加强|加快|强化|巩固|扩大|健全|完善|优化|提升|提高|增强|夯实|营造|激发|释放|拓展|拓宽|壮大|改善|深化|推动|推进|促进|鼓励|引导"
    "|支持|落实|督促|指导|抓好|做好|做优|做强|做大|办好|用好|管好|补齐|畅通|打造|构建|培育|引进|引育|吸引|争取|确保|实现|解决|破解|发挥"
    "|压实|严禁|严厉|杜绝|防止|打击|清理|整治|禁止|曝光|惩处|明确|严控|严查|新增|扩建|改建|整合|盘活|开展|制定|编制|修订|出台|印发|推行|取消|下放|关停|淘汰|减少|增加|降低|指派|要求)(?=..)"
)
_TWO_VERBS = re.compile("加大(?=..)|(?:加强|强化)(?:统筹|协调|监督|宣传|指导)(?=..)")  # 加大统筹协调甲区管理办公室
_SETS_UP = re.compile("(?:组织)?(?:成立|组建|设立|建立|新建|拟建|筹建)(?=..)")
_FOR_WORK = re.compile(
    "(?:领导小组|[小会办组局处科股室站所委]|专班|指挥部|联席会议|中心|基金|促进会|协会)(?:办公室|成员单位)?$"
)
# to whom something is done, inside: 群众对新设街道; not 对外, 应对
_TO = re.compile("(?<=[一-鿿]{2})(?<![应面核校结针相])对(?![外口台接港澳侨])(?=[一-鿿]{2})")


def without(facts: Iterable[Responsibility], here: Region | None) -> tuple[list[Responsibility], list[Gap]]:
    """The facts whose words can name a body, and a gap for each of the others."""
    kept: list[Responsibility] = []
    gaps: dict[tuple[int, int], Gap] = {}
    for fact in facts:
        written = fact.agency.written
        if names_none(written, here):
            reason = f"责任条款中不是单位的内容：{written}"
            gaps[fact.span.start, fact.span.end] = Gap("unread-duty", reason, fact.span)
        else:
            kept.append(fact)
    return kept, list(gaps.values())


def names_none(written: str, here: Region | None) -> bool:
    """Whether words tell what is done, and are no name of the registry.

    >>> from guitu.ontology.districts import region
    >>> [names_none(w, region("云州市")) for w in ("加大对现有学校", "巩固试验区", "推动市发改委", "居民对新设街道")]
    [True, True, True, True]
    >>> [names_none(w, region("云州市")) for w in ("优化营商环境专班", "市对外合作中心", "促进就业处", "推进办")]
    [False, False, False, False]
    """
    known = match(written, 0, here)
    if known and known[1] == len(written):
        return False
    if _SETS_UP.match(written) or _TO.search(written):
        return True
    verb = _VERB.match(written)
    if verb is None:
        return False
    body = match(written, verb.end(), here, bare=False)
    if _TWO_VERBS.match(written):
        return True
    return not _FOR_WORK.search(written) or (body is not None and body[1] == len(written))
