"""What a clause without a number makes, does or names, which a bare verb or measure behind it is said of."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names

# what a clause acts on: 建设口袋公园, 推进集中供水工程建设, 打造集仓储、配送于一体的产地仓
_OBJECT = re.compile(
    rf"^(?:[一二三四五六七八九十]是|[，、])?{names.BUILD_LEAD}{{1,4}}(?P<rest>[^，；。：]{{2,60}}?)(?:建设|工作|行动|试点|改造)?$"
)
_WHEN = re.compile(r"20\d\d|“?十[一二三四五六七]五")
WORKS = re.compile(
    "(?:[一二三四五六七八九十]是|[、—]|加快|全力|统筹|滚动|持续|扎实|抓[好实紧]|狠抓|做好|聚焦|优化|强化|加强|完善|健全|推[进动]|实施|谋划|新?开工|建设|完成)*"
    "(?P<what>[^，；。：\\d]{2,24}?(?:项目|工程(?!项目)))"
)
"""The works that a clause opens with."""
LONGEST_OBJECT = 16  # characters; more is a clause of its own
# 农村学校实施改水、改厕: whom the deed is for
_DEED = re.compile(
    "(?:[一二三四五六七八九十]是)?对?(?P<whom>(?!推进|加快|[一二三四五六七八九十]是)[^，；。：\\d]{2,14}?)(?:实施|开展|进行|推行)(?P<what>[^，；。：\\d]{2,14})"
)


def deed_of(clause: str) -> str:
    """What is done with whom in a clause without a number, of which a bare verb then says how many."""
    found = _DEED.fullmatch(clause.strip("，、：；。"))
    return "" if found is None or names.ACTION_AHEAD.match(found["whom"]) else found["whom"] + found["what"]


def made_by(clause: str) -> str:
    """What a clause without a number makes, or the work that it only names: 北环路绿化工程，面积15公顷."""
    works = WORKS.fullmatch(clause.strip("，、：；。"))
    return object_of(clause) or (works["what"] if works else "")


def object_of(clause: str) -> str:
    """What a clause without a number makes or does; empty where it is no short noun phrase.

    >>> object_of("建设集仓储、配送于一体的产地仓"), object_of("实施农民技能提升行动"), object_of("全市经济稳步增长")
    ('产地仓', '农民技能提升行动', '')
    """
    clause = clause.strip("，、：；。")
    found = _OBJECT.match(clause)
    if found is None or _WHEN.match(found["rest"]):
        return ""
    rest = found["rest"] if found["rest"][-1] not in "升高" else clause[found.start("rest") :]
    name = names.tidy(rest.rpartition("的")[2] if "的" in rest else rest)
    return name if 1 < len(name) <= LONGEST_OBJECT and "、" not in name else ""
