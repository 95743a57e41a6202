"""What every command prints on: one console for what was asked, plain lines for what went wrong."""

import os
import sys
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.show.quoting import one_line as one_line
from reportedly.show.quoting import quoted as quoted
from reportedly.show.quoting import quoted_around as quoted_around
from reportedly.show.quoting import shown as shown
from reportedly.show.time_words import minute as minute


class TerminalConsole(Console):
    """A console that lets a pipe closed early end the command, which the edge turns into a quiet exit."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(file: IO[str] | None = None) -> Console:
    """Markup and emoji codes are off: in news, [bold] and :fire: are words."""
    return TerminalConsole(file=file, markup=False, emoji=False, highlight=False)


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
