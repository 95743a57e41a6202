"""What whoever sends a report knows of it, where the report itself does not tell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from reportedly.capture import Capture


@dataclass(frozen=True, slots=True)
class Defaults:
    """Each fills a gap and never overrules what a report says of itself. `published_at` is aware."""

    published_at: datetime | None = None
    outlet: str | None = None
    about: str | None = None
    private_addresses: bool = False
    """Whether a page may be fetched from this machine or its own network: off, since a list of addresses that
    somebody else wrote must not make us knock on doors behind the firewall."""
    captured: Callable[[Capture, tuple[str, ...]], None] | None = None
    """Told of everything that was fetched, as it came, and the ids of the reports that were read out of it."""
