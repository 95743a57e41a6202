"""docs/commands.md, out of the program itself, so that it cannot say anything else than the program does.

python -m reportedly.show.command_reference > docs/commands.md
"""

import inspect
import re
from typing import Any

from typer.main import get_command

from reportedly.show.cli import app

INTRODUCTION = """# Commands

Made by `python -m reportedly.show.command_reference > docs/commands.md`; a test fails where this page and the program
differ.

- **Times** are ISO 8601 or epoch seconds. A time without a zone is UTC. A day alone is its first moment where it dates
  a report, and the whole day in `--as-of`, `--recorded`, `--since` and `--until`.
- **The ledger** is `reportedly.db` in the working folder, unless `--ledger` or `$REPORTEDLY_LEDGER` names another.
- **Exit status**: 0 done, 1 nothing could be read, 2 wrong use (a story or a ledger that is not there or not ours, a
  disk that cannot be written); 70 a fault of the program's own, 130 stopped by Ctrl-C. What went wrong is one line on
  standard error: what, where, what to try. Of what could be read in part, the rest is read and the status is 0.
- **What is read**: plain text (one report), HTML (an article is one report, a live blog one a post) and JSON Lines (one
  object a line: `text`, and optionally `id`, `url`, `outlet`, `title`, `about`, `byline`, `agency`, `revises`,
  `published_at`; other fields are passed over). One report may hold 5 MB, one page 10 MB.
- **Colour** only repeats what the words say; `NO_COLOR=1` turns it off, and a pipe gets none.
"""

_METHODS = {
    "read": "reportedly.desk.read",
    "add": "Story.add",
    "follow": "reportedly.follow.Following",
    "account": "Story.account",
    "changes": "Story.changes",
    "conflicts": "Story.conflicts",
    "claims": "Story.claims",
    "sources": "Story.sources",
    "replay": "Story.snapshot",
    "settle": "Story.settle",
    "page": "reportedly.show.page_of_story.story_page",
    "serve": "reportedly.show.serving.serve",
    "export": "Story.reports, Story.claims and Story.captures",
    "demo": None,
}


def reference() -> str:
    """The whole page. Raises KeyError for a command whose method nobody has named."""
    group: Any = get_command(app)
    parts = [INTRODUCTION]
    for name, command in group.commands.items():
        parts.append(_command(name, command))
    return "\n".join(parts)


def _command(name: str, command: Any) -> str:
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
    usage = " ".join(["reportedly", name, *(_argument(argument) for argument in arguments), "[OPTIONS]"])
    lines = [f"## {name}", "", "```", usage, "```", "", inspect.cleandoc(command.help or ""), ""]
    method = _METHODS[name]
    if method is not None:
        lines += [f"In Python: `{method}`.", ""]
    lines += [f"- `{argument.metavar}`: {_plain(argument.help)}" for argument in arguments]
    lines += [_option(option) for option in options if option.name != "help"]
    return "\n".join(lines) + "\n"


def _argument(argument: Any) -> str:
    return str(argument.metavar) if argument.required else f"[{argument.metavar}]"


def _option(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar}"
    names = ", ".join(f"`{name}`" for name in option.opts[:-1])
    first = f"`{option.opts[-1]}{value}`" if not names else f"{names}, `{option.opts[-1]}{value}`"
    needed = " (required)" if option.required else ""
    default = "" if option.is_flag or option.default is None or option.required else f" Default: `{option.default}`."
    return f"- {first}{needed}: {_plain(option.help)}{default}"


def _plain(text: str | None) -> str:
    """Without the notes that Typer adds for a terminal."""
    return re.sub(r"\s*\[(?:required|default|env var)[^\]]*\]", "", text or "").strip()


if __name__ == "__main__":
    print(reference(), end="")
