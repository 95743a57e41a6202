"""One operation, several faces: whatever a story answers, a command tells and the page shows."""

import inspect
import re

import pytest

from page_views import mine_view
from reportedly.show import cli, export, export_archive, page_of_story
from reportedly.show.page import page_html
from reportedly.story import Story

ASKED_BY = {
    "account": "account",
    "add": "add",
    "captures": "export",
    "changes": "changes",
    "claims": "claims",
    "conflicts": "conflicts",
    "reports": "export",
    "settle": "settle",
    "settlements": "account",
    "sources": "sources",
}
"""Method -> the command that calls it."""

NO_COMMAND = {
    "accounts": "what `account` and `replay` ask, of many moments at once",
    "about": "said with `add --about`; the page's heading shows it",
    "close": "a command ends with its story closed",
    "held": "what `add` and `follow` hold a page against that they meet again",
    "keep": "`follow` keeps what it fetched",
    "on": "a story of a ledger that is open already",
    "open": "every command opens its story",
    "origins": "why claims are one origin's: `account` and `sources` tell what follows from it",
    "problems": "`add` tells each as it happens",
    "reading": "a report with its claims: `read` and `export` print it",
    "snapshot": "the same answers, loaded once",
}

SHOWN_AT = {
    "account": "now",
    "changes": "changes",
    "claims": "reports",
    "problems": "problems",
    "reports": "reports",
    "settlements": "settled",
    "sources": "who",
}
"""Method -> the id of the page's part that shows it."""

NO_PLACE = {
    "accounts": "the charts show many moments",
    "about": "the page's heading",
    "add": "a page only shows",
    "captures": "the live page tells beside a figure's words when and where they were fetched, and their SHA-256",
    "close": "asks nothing",
    "conflicts": "a part of the account: #disputed",
    "held": "a page only shows",
    "keep": "a page only shows",
    "on": "asks nothing",
    "open": "asks nothing",
    "origins": "what follows from it: told once under each line, however many copies",
    "reading": "each report stands under #reports with its claims marked",
    "settle": "a page only shows",
    "snapshot": "the same answers, loaded once",
}

METHODS = [name for name, _ in inspect.getmembers(Story, inspect.isroutine) if not name.startswith("_")]


@pytest.mark.parametrize("method", METHODS)
def test_every_answer_has_a_command_and_a_place(method: str) -> None:
    """Whoever gives Story a method gives it both faces here, or says why not."""
    assert (method in ASKED_BY) != (method in NO_COMMAND), f"no command calls Story.{method}"
    assert (method in SHOWN_AT) != (method in NO_PLACE), f"Story.{method} has no place on the page"


@pytest.mark.parametrize(("method", "command"), ASKED_BY.items())
def test_the_command_asks_the_story(method: str, command: str) -> None:
    """Each command calls its method, and computes nothing itself."""
    asked = inspect.getsource(getattr(cli, command)) + "".join(
        inspect.getsource(part) for part in (export, export_archive) if command == "export"
    )
    method = "account" if method == "conflicts" else method  # whose claims the conflicts name
    assert re.search(rf"\b(?:opened|story)\.{method}\(", asked)


@pytest.mark.parametrize(("method", "place"), SHOWN_AT.items())
def test_the_page_has_the_place(method: str, place: str) -> None:
    """What the page shows of a story it asked the story for, and the part that shows it is there."""
    asked = inspect.getsource(page_of_story)
    assert re.search(rf"\b(?:snapshot|story)\.{method}\(", asked)
    assert f'id="{place}"' in page_html(mine_view())


def test_no_face_is_kept_for_a_method_that_is_gone() -> None:
    """The lists above name only what a story has."""
    assert {*ASKED_BY, *NO_COMMAND, *SHOWN_AT, *NO_PLACE} == set(METHODS)
