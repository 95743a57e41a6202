"""The words of a line and where they stand: what every rule about figures looks at, cut once."""

import re
from dataclasses import dataclass

# Order matters: "U.S." before words, and a number with what hangs on it ("18-year-old", "15-20") before a bare one.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=-(?:member|man|person|strong)\b)"
    r"|\d{1,3}(?:['’]\d{3})+(?!\w)"
    r"|\d+(?:[.,:/]\d+)*(?:[-–]?[^\W\d_]\w*(?:-\w+)*|(?:[-–]\d+(?:[.,:/]\d+)*)+)?"
    r"|[^\W\d_]+(?:['’‑-][^\W_]+)*"
    r"|[^\w\s]"
)
_LOST_COMMA = re.compile("[ \u00a0]{2,3}")
"""In feeds stripped of their punctuation, a comma leaves two blanks."""


@dataclass(frozen=True, slots=True)
class Line:
    """`words` are lower case, with straight apostrophes; word i is `text[starts[i]:ends[i]]`."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """Word i, "" outside the line."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def spelled(self, i: int) -> str:
        """Word i as it is spelled in the text, "" outside the line."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.words) else ""


def line_of(text: str, start: int, end: int) -> Line:
    """The words of text[start:end]; positions count in `text`."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(text, start, end):
        if ends and found.start() - ends[-1] > 1 and _LOST_COMMA.fullmatch(text, ends[-1], found.start()):
            words.append(",")
            starts.append(ends[-1])
            ends.append(ends[-1])
        words.append(found.group().lower().replace("’", "'").replace("‑", "-"))
        starts.append(found.start())
        ends.append(found.end())
    return Line(text, tuple(words), tuple(starts), tuple(ends))
