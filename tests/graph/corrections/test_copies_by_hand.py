"""A person's word on two files: whether they hold one document. It stays when the store is built again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guitu.graph.checks.check import check
from guitu.graph.keep.store import Store
from guitu.ontology import terms as gt
from tests.graph.corrections.conftest import Office
from tests.graph.corrections.plans import PLAN

HEAD = ["种类", "名称一", "名称二", "判定", "备注"]
DOCUMENTS = f"SELECT DISTINCT ?d {{ GRAPH ?d {{ ?d a <{gt.Document}> }} }}"


def documents(office: Office) -> int:
    return len(Store.open(office.store).query(DOCUMENTS).rows)


def test_copies_are_parted_and_joined_again(office: Office, table: Callable[..., Path]) -> None:
    """Of two files that are nearly one text two documents are made, until a later decision says otherwise."""
    office.write(抄本=PLAN + "（四）建设再生水厂。（市水利局牵头）\n")
    office.build()
    before = documents(office)

    office.correct(table([HEAD, ["副本", "节水.txt", "抄本.txt", "不同", "两稿"]]))
    office.build()
    assert (documents(office), office.idle) == (before + 1, ())
    assert check(Store.open(office.store)).violations == ()

    office.correct(table([HEAD, ["副本", "节水.txt", "抄本.txt", "同一", ""]]))
    assert documents(office) == before


def test_a_file_that_is_not_there_is_told(office: Office, table: Callable[..., Path]) -> None:
    """A decision on a file that the store has not is kept and told."""
    office.correct(table([HEAD, ["副本", "节水.txt", "没有.txt", "不同", ""]]))

    assert len(office.idle) == 1
