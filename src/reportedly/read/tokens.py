"""A sentence as tokens with their place in the text: what the rules on wording look at."""

import re
from dataclasses import dataclass, field

from reportedly.report import Span

# "HNNreported": a name in capitals that lost the space before its reporting verb.
_GLUED = (
    r"[A-Z]{2,}(?=(?:said|says|reported|reports|told|tells|quoted|cited|noted|announced|confirmed|claimed|added)\b)"
)
_TOKEN = re.compile(
    _GLUED + "|"
    r"[A-Za-z](?:\.[A-Za-z])+\.?(?!\w)|\d{1,3}(?:,\d{3})+(?!\w)|\w+(?:[-.'’&/](?=\w)\w+)*(?:['’](?=\s))?|''|``|--+|\.\.+|(?P<gap>[^\S\n]{2,}"
    r"|\t)|[^\w\s]"
)
OPENERS = frozenset("“«„")
CLOSERS = frozenset("”»")
STRAIGHT = frozenset({'"', "''", "``"})
_NAMES_LIKE_WORDS = frozenset({"WHO", "IS"})
"""Names that in lower case would be words of every sentence: the health body, the militants."""
GAP = "␣␣"
"""Stands for two blanks or more: in text stripped of its punctuation that is where a comma was."""


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one place a token. `low` is the token in lower case, but for "WHO" and "IS", which are names."""

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    """Whether a token stands inside quotation marks, or is one of them."""

    def __len__(self) -> int:
        return len(self.low)

    def at(self, place: int) -> str:
        """The token there in lower case; "" outside the sentence."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def is_capital(self, place: int) -> bool:
        return 0 <= place < len(self.low) and self.text[self.start[place]].isupper()

    def span(self, first: int, beyond: int) -> Span:
        """Characters from token `first` up to, without, token `beyond`."""
        return self.start[first], self.end[beyond - 1]


def is_number(word: str) -> bool:
    """Whether a token is a whole number in digits: "12", "12,000"."""
    return word.replace(",", "").isdigit()


def _closes(text: str, mark: re.Match[str], before: Tokens) -> bool:
    """Whether a straight mark can only close: it follows a stop at once, and white space follows it."""
    if not before.low or before.low[-1] not in {",", ".", "?", "!"}:
        return False
    return not text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1].isspace()


def tokens(text: str, start: int, end: int, in_quote: bool = False) -> tuple[Tokens, bool]:
    """The tokens of characters [start, end), and whether a quotation is still open at the end of them.

    Straight marks open and close by turns; `in_quote` says that one was open before.
    """
    out = Tokens(text)
    first_mark = True
    shorn = "," not in text[start:end]
    cased = not text[start:end].isupper()
    for found in _TOKEN.finditer(text, start, end):
        word = found.group()
        if found["gap"] is not None:
            if not shorn or not out.low:
                continue
            word = GAP
        low = word if cased and word in _NAMES_LIKE_WORDS else word.lower()
        is_mark = low in STRAIGHT or low in OPENERS or low in CLOSERS
        if low in OPENERS:
            in_quote = True
        elif low in CLOSERS:
            in_quote = False
        elif low in STRAIGHT:
            if first_mark and not in_quote and _closes(text, found, out):
                # The quotation opened before the text begins: what stands here so far is inside it.
                out.quoted = [True] * len(out.quoted)
                in_quote = True
            in_quote = not in_quote
        first_mark = first_mark and not is_mark
        out.start.append(found.start())
        out.end.append(found.end())
        out.low.append(low)
        out.quoted.append(in_quote or is_mark)
    return out, in_quote
