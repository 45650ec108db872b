"""How much is taken from outside: bounds on sizes and counts, which hold whatever a file says of itself."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000
LARGEST = 200 * MB  # of one file, of one member of an archive
LARGEST_FETCHED = 100 * MB  # of one answer of a server, also after unpacking
UNPACKED = 500 * MB  # of all that is unpacked or fetched for one call
MEMBERS = 10_000  # of all archives of one call
RATIO, UNSUSPECTED = 200, 10 * MB  # unpacked to packed; what stays below the second is taken at any ratio
DEPTH = 2  # an archive, and an archive in it
ATTACHMENTS = 50  # of one page
CHUNK = 1 << 16  # bytes read in one go


@dataclass(slots=True)
class Budget:
    """What may still be unpacked or fetched."""

    size: int = UNPACKED
    members: int = MEMBERS


def told(size: int) -> str:
    """A size for people.

    >>> told(LARGEST)
    '200 MB'
    """
    return f"{size // MB} MB" if size >= MB else f"{size} bytes"
