"""The command `correct`: a file of a person's decisions into the log of a store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from guitu.graph.corrections.apply import BETWEEN, spoken
from guitu.graph.corrections.decide import decide
from guitu.graph.corrections.decision import Decision
from guitu.graph.corrections.wishes import Signature
from guitu.graph.quads.names import Names


def decisions_of(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file as they are written, over no graph; SourceError for none."""
    return decide(path, (), Names(), (), Signature("", date.today(), "", path.name)).new


def described(decision: Decision) -> str:
    """A decision in words: 云州市节水规划 / 改造管网：市水务局 → 市城管局."""
    about = BETWEEN.join(part for part in (decision.document, *decision.task[-1:]) if part)
    change = " → ".join(part for part in (spoken(decision.stated), spoken(decision.value)) if part)
    return f"{about}：{change}" if about and change else about or change
