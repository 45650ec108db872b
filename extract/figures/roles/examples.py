"""Counts beside examples of what they count: 加快青岚、白石等4个物流基地建设; a project's own number counts nothing."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names

_DRIVES = re.compile(
    "(?:[一二三四五六七八九十]是)?(?:加快|推进|推动|促进|力争|争取|确保|实施|布局|谋划|抓好|开工|建设|建成|启动|支持|组织|高[质标水][量准平]|统筹"
    "|全力|积极|重点|持续|大力|稳步|扎实|深入|有序|全面)+(?=[一-鿿“])"
)
_DEED = (
    "(?:建设|改造|建成|投产|投运|投用|开工|竣工|通车|落地|实施"
    "|创建|运营|扩建|整治|治理|修复|提升|培育|攻关|研发|达产|扩能|提质)"
)
_DONE = re.compile(rf"[一-鿿A-Za-z“”、]{{2,30}}?{_DEED}[一-鿿]{{0,6}}(?=$|[，。；、])")
_LISTED = re.compile("、|和|与|(?<=”)(?=“)")
# 青岚3个煤制气、白石电厂等项目: a number within the name of one of several works
_WORKS_GO_ON = re.compile(r"[^，。；：\d]{2,16}、[^，。；：]{2,60}?等(?:一批|重大|重点|标志性)*(?:项目|工程)")
_ENACTS = re.compile("(?:布局|谋划|组织|启动)?实施")
# 实施甲、乙等8项行动 tells in how many parts
_CAMPAIGN = re.compile("[^，：；。、]{0,10}?(?:行动|举措|措施|政策|制度|机制|方面|领域|环节|工作|任务)(?:$|[，；。、])")
_SELF = re.compile("(?:建成|新建|打造|培育|引进|创建|新增|实施|开工|完成|布局|投产|落地)(?:了|和|并)?$")


def some_named(head: str, tail: str, count: int) -> bool:
    """Whether those named before a number are but some of those that a verb of doing reaches.

    >>> some_named("加快青岚、白石等", "物流基地建设", 4), some_named("青岚、白石等", "县", 8)
    (True, False)
    >>> some_named("实施清河、净滩等", "重大工程建设", 2)
    False
    """
    if not head.endswith("等") or _CAMPAIGN.match(tail):
        return False
    opens = _DRIVES.match(head)
    if opens is None:
        return False
    named = [name for name in _LISTED.split(head[opens.end() : -1]) if name]
    return 0 < len(named) < count and (bool(_DONE.match(tail)) or bool(_ENACTS.match(head)))


# 支持青岚、白石等8个县: no more is done than what is named already does
_ONLY_DRIVES = re.compile(
    r"(?:[一二三四五六七八九十]是)?(?:“[^“”\d]{1,20}”)?(?:加快|推进|推动|促进|支持|鼓励|引导|助力|指导|督促|抓好|抓实|统筹|高[质标水][量准平]|全力|积极|重点|持续|大力|稳步|扎实|深入|有序|全面|着力|加大|加强|继续)+"
)
_ENDS = re.compile(
    r"[^，。；、\d]{0,30}?(?:建成|投产|投运|投用|投入|开工|竣工|完工|通车|落地|落户|达产|封顶|开通|开业|启用|启动|上市|达标|创成|获批|入选|通过|交付|摘牌|出列)"
)


def only_named(head: str, tail: str, count: int) -> bool:
    """Whether a number only counts those that are named before it, and the clause brings none of them about.

    >>> only_named("支持青岚、白石等", "县率先发展", 8), only_named("推进青岚、白石", "示范项目", 2)
    (True, True)
    >>> only_named("推进青岚、白石等", "电厂投产", 8), only_named("建成青岚、白石等", "电厂", 8)
    (False, False)
    """
    opens = _ONLY_DRIVES.match(head)
    if opens is None or _ENDS.match(tail):
        return False
    rest = head[opens.end() :]
    named = [name for name in _LISTED.split(rest.removesuffix("等")) if name]
    if names.ACTION_AHEAD.match(rest) or not named or len(named) > count:
        return False
    return rest.endswith("等") or (len(named) == count > 1 and not rest.endswith(("、", "和", "与")))


def within_works(head: str, tail: str) -> bool:
    """Whether a number belongs to the name of one of the works that a clause lists.

    >>> within_works("加快云岭煤制油、青岚", "煤制气、白石电厂等项目建设"), within_works("新建", "水厂、泵站等项目")
    (True, False)
    """
    return "、" in head and not _SELF.search(head) and _WORKS_GO_ON.match(tail) is not None
