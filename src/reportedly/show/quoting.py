"""Words of reports, cut and cleaned for a line of a face.

Report text is hostile: `shown` takes out of it whatever a terminal would obey, and what turns writing about on a page,
character for character, so that spans still count in what is shown.
"""

import re
from typing import NamedTuple

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and newline, and those that turn the direction of writing about."""

LONGEST = 180


def shown(text: str) -> str:
    """The text as a terminal may show it, of the same length."""
    return _OBEYED.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code == 0x0D:
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def one_line(text: str, longest: int = LONGEST) -> str:
    """The beginning of a text on one line, cut at a word, with an ellipsis where there is more."""
    line = " ".join(shown(text[: longest * 4]).split())
    if len(line) <= longest and len(text) <= longest * 4:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:—-….") + "…"


class Excerpt(NamedTuple):
    """A text on one line, cut so that a phrase is in it; where the text does not hold it, `phrase` is empty."""

    before: str
    phrase: str = ""
    after: str = ""

    def __str__(self) -> str:
        return "".join(self)


def excerpt(text: str, phrase: str, longest: int = LONGEST) -> Excerpt:
    """The phrase with the words around it, from the beginning of the text where that has room."""
    at = _place(text, phrase)
    if at is None:
        return Excerpt(one_line(text, longest))
    end, lead = at + len(phrase), longest // 4
    start = 0
    if end > longest - lead:
        start = text.find(" ", max(0, at - lead), at) + 1 or at
    line = one_line(text[start:], longest)
    words = " ".join(shown(phrase).split())
    found = _place(line, words)
    opening = "…" if start else ""
    if found is None:
        return Excerpt(opening + line)
    stop = found + len(words)
    return Excerpt(opening + line[:found], line[found:stop], line[stop:])


def _place(text: str, phrase: str) -> int | None:
    """Where the phrase stands as words of its own: the three of "thirty-three of them, three still missing"."""
    if not phrase:
        return None
    found = re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", text)
    if found is not None:
        return found.start()
    at = text.find(phrase)
    return None if at < 0 else at


def quoted(text: str, longest: int = LONGEST) -> str:
    """The beginning of a text between quotation marks, but for those that it brings itself."""
    return _marked(one_line(text, longest))


def quoted_around(text: str, phrase: str, longest: int = LONGEST) -> str:
    """The text between quotation marks, cut so that the phrase is in it."""
    return _marked(str(excerpt(text, phrase, longest)))


def _marked(line: str) -> str:
    return line if line[:1] in "“\"‘'" else f"“{line}”"
