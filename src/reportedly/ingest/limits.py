"""How much is read at most: no news report is longer, and a hostile one must not take the machine down."""

from dataclasses import dataclass

REPORT_BYTES = 5_000_000
"""One plain text or one line of JSON Lines: about three times War and Peace."""

PAGE_BYTES = 10_000_000
"""One page with its markup; long live blogs come to four."""

FETCH_SECONDS = 60.0
"""A page, with all its redirects."""

REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Caps:
    """What one fetch may cost, redirects and all."""

    seconds: float = FETCH_SECONDS
    silence: float = 15.0
    """Seconds without a byte."""
    page_bytes: int = PAGE_BYTES
    redirects: int = REDIRECTS
    ratio: int = 200
    """Times that a page may grow as it is unpacked; markup grows tenfold, a bomb a thousandfold."""


def megabytes(size: int) -> str:
    """A size for a message: 5 MB, 0.3 MB."""
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
