"""What somebody is said to say, while his report is still being read."""

from dataclasses import dataclass

from reportedly.report import Span


@dataclass(slots=True)
class Saying:
    """Characters, still free of the report's words; it grows while its report is read, then becomes an Attribution."""

    content: list[Span]
    chain: list[Span]
    cue: Span
    quotes: bool = False
    """Whether its content holds a quotation, which may go on in the next sentence."""
