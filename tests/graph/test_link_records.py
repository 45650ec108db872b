"""What linking needs of a document: small, of it alone, and the same when it comes back from JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guitu.extract.facts import Document, Facts, Reading, Reference
from guitu.extract.text import Text
from guitu.graph.copies.works import Copy, Work
from guitu.graph.keep.cache import decoder, encode
from guitu.graph.links.lines import lines
from guitu.graph.links.record import Citation, LinkRecord, records
from guitu.graph.quads.names import Names
from tests.graph.align.plans import works

NAMES = Names()
SAMPLES = Path(__file__).parents[2] / "extract" / "samples"
RECORDS: Any = tuple[LinkRecord, ...]


def test_records_are_kept() -> None:
    """What linking needs of a document comes back from JSON as it was, and gives the same lines."""
    texts = [file.read_bytes() for file in sorted(SAMPLES.iterdir()) if file.suffix in (".md", ".txt")]
    made = records(works(*(text.decode() for text in texts)))
    kept = decoder(RECORDS)(json.loads(json.dumps(encode(made))))

    assert kept == made
    assert list(lines(kept, {}, NAMES)[0]) == list(lines(made, {}, NAMES)[0])
    assert any(one.citations for one in made) and any(one.mentions for one in made)


def test_record_tells_what_a_short_title_stands_for() -> None:
    """An alias that a document gives is resolved in its record, the words it wrote beside it."""
    text = "为落实《云州市养老服务发展规划》（以下简称《养老规划》），制定本方案。依据《养老规划》推进。"
    facts = Facts(Document("云州市养老服务实施方案"), references=(Reference("养老规划", "based_on"),))
    (made,) = records([Work("甲", Copy.of("甲", "甲", Reading(Text(text, ()), (facts,)), 0))])

    assert made.citations == (Citation("养老规划", "云州市养老服务发展规划", "based_on"),)
