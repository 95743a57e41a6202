"""Figures in words for the terminal.

A bound is not always a number that a report holds: "more than 100" has the low bound 101, and "dozens" has 24. So a
figure that is not exact is shown in the words of the report that gave it, and its bounds are never shown as numbers.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from reportedly.account import Account, Bounds, Line, LineClaim, LineGroup
from reportedly.claim import Claim
from reportedly.figure import Figure, Kind, Scope
from reportedly.show.terminal import one_line

LineKey = tuple[Kind, LineGroup]

_SOFT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|estimated|perhaps|maybe|couple|or so|close to)\b|~",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_PHRASE = 24


def number(value: int) -> str:
    return f"{value:,}"


def in_words(low: int | None, high: int | None, phrase: str) -> str:
    """A figure as its report has it: "12" where it says twelve, else its own words ("at least 12", "dozens")."""
    if low is not None and low == high and not _SOFT.search(phrase):
        return number(low)
    words = one_line(phrase, _PHRASE)
    return words[:1].lower() + words[1:]


def _end_in_words(end: int, said: str) -> str:
    """One end of a range: its number where the words have it in figures ("at least 80"), else the words."""
    return number(end) if str(end) in _DIGITS.findall(said.replace(",", "")) else said


@dataclass(frozen=True, slots=True)
class FigureWords:
    """In which words each line's bounds were given, newest last."""

    words: dict[tuple[LineKey, int | None, int | None], str]
    ends: dict[tuple[LineKey, str, int], str]

    @classmethod
    def of(cls, account: Account) -> Self:
        words: dict[tuple[LineKey, int | None, int | None], str] = {}
        ends: dict[tuple[LineKey, str, int], str] = {}
        for line in account.lines:
            key = (line.kind, line.group)
            for claim in line.claims:
                said = in_words(claim.low, claim.high, claim.phrase)
                words[key, claim.low, claim.high] = said
                for side, end in (("low", claim.low), ("high", claim.high)):
                    # An exact figure names its end best; "more than 100" does where nothing else has it.
                    if end is not None and ((key, side, end) not in ends or said == number(end)):
                        ends[key, side, end] = _end_in_words(end, said)
        return cls(words, ends)

    def best(self, key: LineKey, bounds: Bounds | None) -> str:
        """The bounds in the words of the last claim that gave just these; a dash where no figure stands."""
        if bounds is None:
            return "—"  # never a word that could be read as zero
        said = self.words.get((key, bounds.low, bounds.high))
        return self.range(key, bounds) if said is None else said

    def range(self, key: LineKey, bounds: Bounds | None) -> str:
        if bounds is None:
            return ""
        low, high = self._end(key, "low", bounds.low), self._end(key, "high", bounds.high)
        if low is None or high is None:
            if low is None and high is None:
                return ""
            end = low if low is not None else str(high)
            plain = end.replace(",", "").isdigit()  # "at least 12" and "up to 40" already say which end is open
            return end if not plain else f"{end} or more" if low is not None else f"up to {end}"
        if low == high:
            return low
        return f"{low}–{high}" if low.replace(",", "").isdigit() else f"{low} – {high}"

    def _end(self, key: LineKey, side: str, end: int | None) -> str | None:
        """None where it is open; a mark where no claim gave it: a bound is never made into a number of ours."""
        return None if end is None else self.ends.get((key, side, end), "?")


def group_words(group: LineGroup) -> str:
    """ "hostages", "foreign hostages", "workers (GB, NO)"."""
    adjectives = [code for code in group.nationality if code in ("foreign", "local")]
    countries = [code for code in group.nationality if code not in ("foreign", "local")]
    name = " ".join([*adjectives, group.role])
    return f"{name} ({', '.join(countries)})" if countries else name


def line_words(key: LineKey) -> str:
    """ "killed · hostages"."""
    return f"{key[0].value} · {group_words(key[1])}"


def figure_words(figure: Figure) -> str:
    """A figure of a claim in the words of its report: "killed: at least 12 hostages"."""
    who = figure.group.text if figure.group.text is not None else None
    if who is None:
        who = group_words(LineGroup(figure.group.role, figure.group.nationality))
    phrase = one_line(figure.phrase.text, 40)
    held = who.casefold() in phrase.casefold() or phrase.casefold() in who.casefold().split()
    counted = phrase if held else f"{phrase} {one_line(who, 40)}"
    aside = " (background)" if figure.scope is Scope.BACKGROUND else ""
    return f"{figure.kind.value}: {counted}{aside}"


def chain_words(claim: Claim) -> str:
    """ "an Algerian security source ← Reuters", whoever "he" is put after it; "" where the writer states it."""
    links = []
    for link in claim.chain:
        words = one_line(link.text, 60)
        told = link.name is not None and link.name.casefold() not in link.text.casefold()
        links.append(f"{words} ({one_line(link.name or '', 40)})" if told else words)
    return " ← ".join(links)


def those_who_say(line: Line) -> tuple[str, ...]:
    """The origins of the claims that stand where the line's best stands, each once, in order of publication."""
    best = line.best
    if best is None:
        return ()
    return tuple(
        dict.fromkeys(
            one_line(c.origin, 40) for c in line.claims if (c.low, c.high) == (best.low, best.high) and not c.part
        )
    )


def latest_saying(line: Line) -> LineClaim | None:
    """The last claim that gave the line's best."""
    best = line.best
    return None if best is None else _last(c for c in line.claims if (c.low, c.high) == (best.low, best.high))


def _last(claims: Iterable[LineClaim]) -> LineClaim | None:
    found = None
    for found in claims:  # noqa: B007 - the last one is what is wanted
        pass
    return found
