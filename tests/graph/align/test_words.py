"""The words of texts: found at once as they are one by one."""

from __future__ import annotations

import pytest

from guitu.graph.align.words import known, numbers, spelt, words


def _told(texts: list[str]) -> list[list[str]]:
    found, text, others = numbers(texts)
    of: list[list[str]] = [[] for _ in texts]
    for number, i in zip(found.tolist(), text.tolist(), strict=True):
        of[i].append(spelt(number, others))
    return [sorted(some) for some in of]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("修建水库", ["修建", "建水", "水库"]),
        ("港，口岸", ["口岸", "港"]),
        ("推广bim软件", ["bim", "推广", "软件"]),
        ("建2座8k展厅", ["8k", "展厅", "座", "建"]),
        ("", []),
        ("，。", []),
    ],
)
def test_words(text: str, told: list[str]) -> None:
    """Two letters in a row are a word, a letter alone is one, and so are words in Latin letters."""
    assert [word for word in _told([text])[0] if word[0] != "#"] == told
    assert _told([text])[0] == sorted(words(text))


def test_texts_beside_each_other_have_no_word_in_common() -> None:
    """The last letter of a text makes no word with the first of the next; each keeps the words that it has alone."""
    texts = ["修建水库", "港", "", "推广BIM软件", "发展芯片"]
    assert _told(texts) == [_told([text])[0] for text in texts]


def test_a_topic_counts_twice_and_is_known_as_one() -> None:
    """Topics stand behind the others, by their label; what is known of a word does not depend on how it was found."""
    found, _, others = numbers(["发展芯片"])
    labels = [number for number in found.tolist() if spelt(number, others).startswith("#")]
    assert [spelt(number, others) for number in labels] == ["#集成电路", "#集成电路"]
    found.sort()
    told = dict(zip(found.tolist(), known(found, others), strict=True))
    assert told[labels[0]].topical
    assert not told[int(found[0])].topical
