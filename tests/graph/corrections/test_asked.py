"""What a question says of facts that a person decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guitu.graph.ask.query import ask
from guitu.graph.keep.store import Store
from tests.graph.corrections.conftest import TITLE, Office


def test_a_corrected_owner_is_not_called_stated(office: Office, table: Callable[..., Path]) -> None:
    """What the basis of an owner is: the document, or a person who put another in its place."""
    rows = [["文件", "任务", "更正", "原值", "新值"], [TITLE, "改造老旧管网", "牵头单位", "市水利局", "市城管局"]]
    office.correct(table(rows))

    found = ask(Store.open(office.store), "owners", ["改造老旧管网"])

    assert {(agency, basis) for _, _, agency, role, basis, *_ in found.rows if role == "牵头"} == {
        ("云州市城市管理局", "已更正")
    }
    assert "写明" in {row[4] for row in found.rows}


def test_an_agency_named_by_documents_and_persons_is_one(office: Office, table: Callable[..., Path]) -> None:
    """Its name stands in the graph of the registry and in that of decisions; its duties are listed once."""
    rows = [["文件", "任务", "更正", "原值", "新值"], [TITLE, "开展节水宣传", "责任单位", "", "市水利局"]]
    office.correct(table(rows))

    found = ask(Store.open(office.store), "duty-sheet", ["云州市水利局"]).rows

    assert len(found) == len(set(found)) == 3
