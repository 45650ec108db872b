"""The words that give the lead to the first-named of every list: （排名第一的为牵头单位）, 列首位者为牵头单位."""

from __future__ import annotations

import re

FIRST_LEADS = re.compile(
    r"(?:以上)?(?:排(?:名|在|列|首位)?|列(?:在|于|为)?|位列|各项任务)?(?:第一|首位|首列|首个|最前)[^，。；（）]{0,14}?(?:牵头|总负责)[^，。；（）]{0,16}"
    r"(?:[，；、]其[他它余][^，。；（）]{0,12}(?:部门|单位)[^，。；（）]{0,12})?(?:[，；、]下同)?"
)
