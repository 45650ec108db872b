"""Traditional characters: a text that is written in them is read as its simplified form, one character for one."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

# characters that simplified text does not use and that no text in traditional characters is long without
_TELLING = re.compile(
    "[個國時來們會這為對發動過說產種後學經進電裡裏現實體製機當開還從業與關數總設資統計將組見別論運農幾區強決給門規熱領東"
    "壓濟階術極認權證單風車務萬達報類離華確張馬節話況傳許廣記須際驗連斷難礦備辦習響約勞歷稱準號維劃選標寫親適屬調滿縣鐵價嚴責牽項創鎮鄉"
    "於雲綠訓員舊應環護衛醫療養擴構築質網絡錄責購補貼優勢圍續]"
)
_SAMPLE = 20_000
_SHARE = 0.03  # of the characters; 0.2 of a text in traditional characters
_LEAST = 3
_KEPT = frozenset("乾藉瞭覆")  # in use in both, or of several meanings
_BESIDE = {"衞": "卫", "溫": "温", "産": "产", "説": "说", "録": "录"}  # forms of Hong Kong that the table leaves out

_WORDS = {"计画": "计划", "规画": "规划", "佈建": "布建"}  # written with other signs


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters.

    >>> is_traditional("雲州特別區綠色行動綱領"), is_traditional("云州市绿色行动纲领"), is_traditional("於先生")
    (True, False, False)
    """
    sample = text[:_SAMPLE]
    found = len(_TELLING.findall(sample))
    return found >= _LEAST and found > _SHARE * len(sample)


def simplified(text: str) -> str:
    """The text with every traditional character in its simplified form, of the same length.

    >>> simplified("不少於 70% 取得進步")
    '不少于 70% 取得进步'
    """
    plain = text.translate(_table())
    for other, usual in _WORDS.items():
        if other in plain:
            plain = plain.replace(other, usual)
    return plain


@cache
def _table() -> dict[int, str]:
    lines = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line)
    found = {one: others.split(" ")[0] for one, others in pairs if len(one) == 1 and one not in _KEPT}
    return {ord(one): other for one, other in (found | _BESIDE).items() if len(other) == 1}
