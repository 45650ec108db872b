"""What words mean, counted from passages of plans."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from tests.meanings import RARE, meanings

SEA, SCHOOL = ("港口", "码头", "航道", "岸桥", "船舶"), ("学校", "教师", "课堂", "教材", "学生")


def test_words_that_stand_together_point_alike() -> None:
    """Words of ports stand with words of ports, whatever else both fields share."""
    passages = [f"推进，{'，'.join(some)}" for field in (SEA, SCHOOL) for some in combinations(field, 3)]
    passages += ["推进，灯塔"] * (RARE - 1)
    vocabulary, vectors = meanings(passages * 2)
    found = dict(zip(vocabulary, vectors, strict=True))

    assert float(found["港口"] @ found["码头"]) > float(found["港口"] @ found["学校"])
    assert float(found["学校"] @ found["教师"]) > float(found["教师"] @ found["航道"])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_what_few_passages_hold_has_no_meaning() -> None:
    vocabulary, _ = meanings(["改造港口，更换岸桥"] * RARE + ["改造港口，建设灯塔"] * (RARE - 1))

    assert {"港口", "岸桥"} <= {*vocabulary}
    assert "灯塔" not in vocabulary
