"""Numbers amid what is done with something: 完成青岚河12公里河道治理, 解决4万人的饮水问题, 推进两镇驻地、11个村改造."""

from __future__ import annotations

import re

from guitu.extract.figures import indicator_names as names

_DEED = (
    "(?:建设|改造|治理|整治|修复|拓宽|加固|绿化|养护|硬化|清淤|疏浚|提升|提质|更新|搬迁|迁建|铺设|改建|扩建|新建|续建|创建|开发|整理|"
    "保护|维修|修缮|亮化|美化|配套|试点|种植|造林|防治|复垦)"
)
_DONE_WITH = re.compile(f"[一-鿿A-Za-z“”、]{{0,20}}?{_DEED}(?:工程|项目|任务|工作|目标|行动)?(?=$|[，。；、和及])")
_PLACE_END = re.compile(
    "(?:境内|辖区内|范围内|区内|域内|沿线|[两东西南北]?岸|[东西南北两]侧|周边|片区|[乡镇村县区市街河湖路段库]|街道|园区|流域)$"
)
_LISTS_ON = re.compile("(?:[、和及与]|以及)$")
_NO_LIST = re.compile("[，。；：]|[在围聚]|方面|领域")
_TROUBLE = re.compile("的?[^，。；的]{0,14}(?:问题|困难|难题|需求)(?=$|[，。；、和及])")
_SOLVES = re.compile("(?:解决|缓解|满足|消除|改善)了?[^，。；\\d]{0,16}$")


def amid(head: str, tail: str) -> bool:
    """Whether a number stands between a place and its deed: 完成青岚河东岸 before it, 河道治理 behind it."""
    opens = names.ACTION_AHEAD.match(head)
    if not opens or not _DONE_WITH.match(tail):
        return False
    where = head[opens.end() :]
    return len(where) > 1 and "、" not in where and bool(_PLACE_END.search(where) or _from_to(where))


def _from_to(where: str) -> bool:
    """Whether a stretch is named by its ends: 云溪桥至青岚渡."""
    start, to, end = where.partition("至")
    return bool(to) and len(start) > 1 and len(end) > 1


def goes_on(head: str) -> bool:
    """Whether a number counts the next of a list that a verb opens and whose first has no number: 推进老街、3个片区."""
    return bool(_LISTS_ON.search(head) and names.ACTION_AHEAD.match(head)) and not _NO_LIST.search(head)


def troubled(head: str, tail: str) -> str:
    """What is solved for those counted: 解决饮水安全问题 of 解决青岚镇4万人的饮水安全问题; "" for another number."""
    what = _TROUBLE.match(tail)
    solves = _SOLVES.search(head) if what else None
    return solves[0][:2] + what[0].removeprefix("的") if solves and what else ""
