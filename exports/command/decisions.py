"""Decisions of persons in words, for lines on a console."""

from __future__ import annotations

from guitu.graph.corrections.apply import BETWEEN, spoken
from guitu.graph.corrections.decision import Decision


def described(decision: Decision) -> str:
    """A decision in words: 云州市节水规划 / 改造管网：市水务局 → 市城管局."""
    about = BETWEEN.join(part for part in (decision.document, *decision.task[-1:]) if part)
    change = " → ".join(
        part for part in (spoken(decision.matter, decision.stated), spoken(decision.matter, decision.value)) if part
    )
    return f"{about}：{change}" if about and change else about or change
