"""The bundled story: fiction. The country, its places, its outlets and its people do not exist.

Twenty-eight reports over four days of a siege at a dam, written so that everything that makes breaking news hard is in
them: copies of one agency report, an unnamed officer whom three outlets quote, tolls that cannot all be true, a toll
that was lowered, a page that changed without saying so and one that dropped its headline figure, a denial, a demand
that changed, figures of earlier disasters, page furniture, sentences cut short.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path

NAME = "korvel-gorge"
ABOUT = "Korvel Gorge dam hostage crisis, Tessaria, March 2025"
EVENINGS = tuple(datetime.fromisoformat(f"2025-03-0{day}T22:00:00+02:00") for day in (3, 4, 5, 6))
"""The end of each of its days, after that day's last report."""


@contextmanager
def story_file() -> Iterator[Path]:
    """The story as JSON Lines, one report a line in order of publication; a file for as long as the context is open,
    also where the package was installed as an archive."""
    with as_file(files(__name__) / "story.jsonl") as path:
        yield path
