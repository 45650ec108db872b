"""From a reading text to the facts of its documents: the list of what is recognised, in order."""

from __future__ import annotations

from guitu.extract import page as pages
from guitu.extract import returned
from guitu.extract.facts import RETURNED, Columns, Document, Facts, Figure, Reading
from guitu.extract.figures import figures
from guitu.extract.figures.names.written_names import as_written
from guitu.extract.figures.support import incentives
from guitu.extract.figures.tables import indicators
from guitu.extract.owners import responsibilities
from guitu.extract.owners.forms.label_lines import gathered
from guitu.extract.owners.unread import undivided
from guitu.extract.places import places
from guitu.extract.raw import Tell, silent
from guitu.extract.references import references
from guitu.extract.source import Source
from guitu.extract.structure.document import metadata
from guitu.extract.structure.document.documents import Part, split, unread
from guitu.extract.structure.outline import demanded_lists
from guitu.extract.structure.outline.announced_lists import apart
from guitu.extract.structure.outline.outline import outline
from guitu.extract.structure.tasks import tasks
from guitu.extract.text import Text


def read(source: Source, tell: Tell = silent, columns: Columns = ()) -> Reading:
    """A source to its reading text and facts; raises SourceError where it cannot be read as a document.

    `columns`: headings of division tables that somebody has set by hand, each with what its column holds.
    """
    page = pages.read(source, tell)
    found = returned.documents(page.text, columns) if page.returned else recognise(page.text, columns, source.stem)
    reader = RETURNED if page.returned else page.reader
    by_file = any(metadata.named_by_file(facts.gaps) for facts in found)
    return Reading(page.text, found, page.media_type, reader, page.encoding, source.stem if by_file else None)


def recognise(text: Text, columns: Columns = (), name: str = "") -> tuple[Facts, ...]:
    """All facts of every document of a file. Pure: the same text and name give the same facts.

    `name`: of the file, without its ending; it names a document that has no title.

    What is not decided here: which documents are copies of one, and which document a reference means (`guitu.graph`).
    """
    found: list[Facts] = []
    parts = split(text)
    for part in parts:
        whole = found[part.whole].document if part.whole is not None else None
        found.append(_document(text, part, whole, columns, name if part is parts[0] else ""))
    return tuple(found)


def _document(text: Text, part: Part, whole: Document | None, columns: Columns, name: str) -> Facts:
    # CASE 1: what the document says of itself. A title that names no kind of document is a gap.
    head = metadata.read(text, part, whole, name)
    named = {block.span.start for block in head.naming}
    body = [block for block in part.blocks if block.span.start not in named]

    # CASE 2: headings and items, then those of them that are tasks; a label with its owners on the lines below is one
    # paragraph. Chapters of review, situation, thought and goals hold no tasks; what each passage belongs to is fixed
    # here for all that follows.
    blocks = demanded_lists.apart(text, apart(text, gathered(text, body)))
    draft = tasks.draft(text, head.document, outline(text, blocks), columns)

    # CASE 3: who: duty clauses, division tables and running text with a duty word. A table of tasks and owners with a
    # column that is not recognised is told, so that the column can be set by hand.
    owners, duty_gaps = responsibilities.find(draft)
    undivided_, undivided_gaps = undivided.find(draft, columns)

    # CASE 4: how much: figures of running text, then of indicator tables. Amounts of support are not figures but
    # incentives.
    told, figure_gaps = figures.find(draft)
    tabled, table_gaps = indicators.find(draft)
    support, support_gaps = incentives.find(draft)

    # CASE 5: where, and which other documents.
    where, place_gaps = places.find(draft)
    cited, reference_gaps = references.find(draft)

    gaps = [*unread(text, part), *head.gaps, *duty_gaps, *undivided_gaps, *figure_gaps, *table_gaps, *support_gaps]
    gaps += [*place_gaps, *reference_gaps]
    divided = (placed.division.told() for placed in draft.tables if placed.division)
    return Facts(
        document=head.document,
        sections=draft.sections,
        tasks=draft.tasks,
        responsibilities=owners,
        figures=as_written(_in_order(*told, *tabled), text),
        places=where,
        incentives=support,
        references=cited,
        gaps=tuple(sorted(gaps, key=lambda gap: (gap.span, gap.kind, gap.reason))),
        divisions=tuple(sorted((*divided, *undivided_), key=lambda table: table.span)),
    )


def _in_order(*figures: Figure) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: (figure.span, figure.indicator, figure.value)))
