"""Speakers whose verb is left out: "Activists put the toll at 100, the government at 40"."""

from reportedly.read.clauses import is_finite
from reportedly.read.newsrooms import is_outlet
from reportedly.read.roles import role
from reportedly.read.saying import Saying
from reportedly.read.tokens import Tokens, is_number
from reportedly.read.word_classes import COMMAS, STOPS
from reportedly.read.written import TENS, UNITS

_LONGEST_NAME = 4
_LINKS = frozenset({"at", "as"})
_ROUGHLY = frozenset("at least about more than some nearly over around only just up to".split())
_STATES = frozenset("dead killed wounded injured missing".split())


def with_gaps_filled(t: Tokens, found: list[Saying]) -> list[Saying]:
    """The sayings, and after each those of the speakers in it who have a number and no verb of their own."""
    out: list[Saying] = []
    for saying in found:
        out.append(saying)
        if len(saying.content) != 1:
            continue
        (start, end) = saying.content[0]
        first = next((n for n in range(len(t)) if t.start[n] >= start), len(t))
        beyond = next((n for n in range(first, len(t)) if t.end[n] >= end), len(t) - 1) + 1
        told = _told_in(t, first, beyond)
        if not told or not any(_is_number(t, n) for n in range(first, told[0][0])):
            continue
        saying.content = [t.span(first, told[0][0])]
        for (_, name, number), following in zip(told, [*(one[0] for one in told[1:]), beyond], strict=True):
            words = t.span(number, max(number + 1, _without_marks(t, number, following)))
            out.append(Saying([words], [t.span(name, number - (t.at(number - 1) in _LINKS))], saying.cue))
    return out


def _told_in(t: Tokens, first: int, beyond: int) -> list[tuple[int, int, int]]:
    """Where each such speaker's part begins, with its mark; his name; and his number."""
    found: list[tuple[int, int, int]] = []
    for n in range(first + 1, beyond - 1):
        if not (t.low[n] in COMMAS or t.low[n] == "and") or t.quoted[n]:
            continue
        name = n + 2 if t.low[n] in COMMAS and t.at(n + 1) == "and" else n + 1
        number = next((k for k in range(name + 1, min(beyond, name + _LONGEST_NAME + 1)) if _is_number(t, k)), None)
        if number is None or (found and name < found[-1][2]):
            continue
        opens = number
        while opens > name and t.low[opens - 1] in _ROUGHLY - _LINKS:
            opens -= 1
        last = opens - (t.at(opens - 1) in _LINKS)
        if last > name and _names_speaker(t, name, last, linked=last < opens) and _closes(t, number + 1, beyond):
            found.append((n, name, opens))
    return found


def _names_speaker(t: Tokens, first: int, beyond: int, *, linked: bool) -> bool:
    """`linked` is whether "at" or "as" stands before the number, which a place has not: "the Red Cross at 24"."""
    words = t.text[t.start[first] : t.end[beyond - 1]]
    if any(is_finite(t, n) for n in range(first, beyond)):
        return False
    known = role(words) is not None or is_outlet(words)
    return known or (linked and t.low[first] == "the" and t.is_capital(first + 1))


def _closes(t: Tokens, n: int, beyond: int) -> bool:
    if n < beyond and t.low[n] in _STATES:
        n += 1
    return n >= beyond or t.low[n] in COMMAS or t.low[n] in STOPS or t.low[n] == "and"


def _without_marks(t: Tokens, first: int, beyond: int) -> int:
    while beyond > first and (t.low[beyond - 1] in COMMAS or t.low[beyond - 1] in STOPS or t.low[beyond - 1] == "and"):
        beyond -= 1
    return beyond


def _is_number(t: Tokens, n: int) -> bool:
    return is_number(t.low[n]) or t.low[n] in UNITS or t.low[n] in TENS
