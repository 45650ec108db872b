"""The words by which a document says who leads by where it stands in a list: first, or before the comma."""

from __future__ import annotations

import re

# （排名第一的为牵头单位）, 列逗号之前的为牵头单位，其他单位配合
LEADS_BY_ORDER = re.compile(
    r"(?:(?:以上)?(?:排(?:名|在|列|首位)?|列(?:在|于|为)?|位列|各项任务)?(?:第一|首位|首列|首个|最前)[^，。；（）]{0,14}?(?:牵头|总负责)"
    r"|(?:[排列]名?在?)?(?P<comma>逗号)[之以]?前面?的?[^，。；（）]{0,8}?牵头)[^，。；（）]{0,16}"
    r"(?:[，；、](?:逗号[之以]?后|其[他它余])[^，。；（）]{0,12}(?:部门|单位)[^，。；（）]{0,12})?(?:[，；、]下同)?"
)
