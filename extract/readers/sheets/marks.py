"""How a workbook of Guitu says which of its sheets is what: a hidden name of each sheet, `guitu_sheet`.

It stands in the workbook as a defined name of the sheet with a text as its value, so it stays when the sheet is
renamed, moved, edited or saved by another office program, and goes with a sheet that is deleted.
"""

from __future__ import annotations

from typing import Final

NAME: Final = "guitu_sheet"
TASKS: Final = "tasks"
"""A sheet of the tasks of one document: its title, a line of metadata, a table; what is edited there is read."""
SUMMARY: Final = "summary"
"""A sheet that repeats or counts what stands elsewhere: not read, so that no fact comes twice."""
