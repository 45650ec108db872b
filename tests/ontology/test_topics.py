"""The registries of topics, of words of places and of words of documents."""

from __future__ import annotations

from guitu.ontology.topics import document_words, place_words, topic_names, topics


def test_every_topic_lies_under_a_topic_or_is_one_of_the_top() -> None:
    """Broader topics exist and are themselves at the top."""
    by_label = {topic.label: topic for topic in topics()}
    for topic in topics():
        if topic.broader is not None:
            assert by_label[topic.broader].broader is None


def test_no_word_names_two_topics() -> None:
    """A word leads to one topic only."""
    words = [name for topic in topics() for name in topic.names]
    assert len(words) == len(set(words)) == len(topic_names())


def test_fields_of_many_kinds_of_plans_are_known() -> None:
    """Not only industry: health, education, care, environment, transport and housing."""
    names = topic_names()
    assert [names[w] for w in ("医保", "幼儿园", "助餐", "污水处理", "公交", "老旧小区改造")] == [
        "医疗保障", "学前教育", "养老服务", "水环境", "公共交通", "住房",
    ]  # fmt: skip


def test_a_last_word_tells_one_type() -> None:
    """No last word of places stands under two types."""
    kinds = ("park", "base", "zone", "belt", "town", "island", "other")
    words = [word for kind in kinds for word in place_words()[kind]]
    assert len(words) == len(set(words))


def test_the_verbs_of_relations_do_not_meet() -> None:
    """A verb tells one relation."""
    words = document_words()
    assert not words["based_on"] & words["implements"]
    assert not words["implements"] & words["issues"]
