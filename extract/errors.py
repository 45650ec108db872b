"""The tree of errors. What a document says badly is a gap, never an error.

GuituError
├── SourceError        a source that cannot be read; the rest of a build goes on
├── StoreError         a store that is missing, damaged or cannot be written
├── QueryError         a question or a SPARQL text that cannot be answered
└── OptionError        a wish that cannot be met: an unknown format, profile or language
"""

from __future__ import annotations


class GuituError(Exception):
    """What went wrong, where, and what to do: one line each, ready to be shown.

    >>> print(SourceError("plan.txt", "the file is empty", "save it again from its origin"))
    plan.txt: the file is empty; save it again from its origin
    """

    def __init__(self, where: str, reason: str, remedy: str = "") -> None:
        super().__init__(where, reason, remedy)
        self.where = where
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        told = f"{self.where}: {self.reason}" if self.where else self.reason
        return f"{told}; {self.remedy}" if self.remedy else told


class SourceError(GuituError):
    """A file, folder or address that cannot be read as a document."""


class StoreError(GuituError):
    """A store that is missing, damaged or cannot be written."""


class QueryError(GuituError):
    """A question that is not known or a SPARQL text that does not run."""


class OptionError(GuituError):
    """A wish that cannot be met: an unknown format, profile or language."""
