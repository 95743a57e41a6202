"""A capture: what was fetched, as it came, so that a claim can be proved to have stood there."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Capture:
    url: str
    """What was asked for."""
    final_url: str
    """Where the redirects ended."""
    fetched_at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    """As the server sent them, in its order."""
    body: bytes
    """As it came over the wire: still compressed where the headers say so."""

    @property
    def sha256(self) -> str:
        """Of the body, in hex."""
        return sha256(self.body).hexdigest()
