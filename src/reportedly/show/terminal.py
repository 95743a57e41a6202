"""What every command prints on: one console for what was asked, plain lines for what went wrong.

Report text is hostile: `shown` takes out of it whatever a terminal would obey, character for character, so that spans
still count in what is shown.
"""

import os
import re
import sys
from datetime import UTC, datetime
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and newline, and those that turn the direction of writing about."""

LONGEST = 180


class TerminalConsole(Console):
    """A console that lets a pipe closed early end the command, which the edge turns into a quiet exit."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(file: IO[str] | None = None) -> Console:
    """Markup and emoji codes are off: in news, [bold] and :fire: are words."""
    return TerminalConsole(file=file, markup=False, emoji=False, highlight=False)


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
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"


def quoted(text: str, longest: int = LONGEST) -> str:
    """The same between quotation marks, but for those that it brings itself."""
    line = one_line(text, longest)
    return line if line[:1] in "“\"‘'" else f"“{line}”"


def quoted_around(text: str, phrase: str, longest: int = LONGEST) -> str:
    """The text between quotation marks, cut so that the phrase is in it."""
    at = text.find(phrase)
    lead = longest // 4
    if at < 0 or at + len(phrase) <= longest - lead:
        return quoted(text, longest)
    start = text.find(" ", at - lead, at) + 1 or at
    return f"“…{one_line(text[start:], longest)}”"


def minute(at: datetime | None, *, year: bool = False) -> str:
    """ "17 Jan 15:00", with the year "17 Jan 2013 15:00"; in UTC."""
    if at is None:
        return "no time"
    utc = at.astimezone(UTC)
    return f"{utc.day} {utc:%b}{f' {utc.year}' if year else ''} {utc:%H:%M}"


def hung(text: Text, indent: int) -> Padding:
    """The text with every line of it indented."""
    return Padding(text, (0, 0, 0, indent), expand=False)


def heading(text: str) -> Text:
    return Text(text, style="bold")


def complain(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    line = " ".join(shown(message).split())
    try:
        print(f"reportedly: {line}", file=sys.stderr)
    except (OSError, ValueError):  # nobody is listening there; the exit status still tells
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - it is standard error until the end
