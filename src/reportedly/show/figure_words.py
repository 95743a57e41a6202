"""What every face calls things: figures, lines, groups, chains.

A bound is not always a number that a report holds: "more than 100" has the low bound 101, and "dozens" has 24. So a
figure that is not exact is shown in the words of the report that gave it, and its bounds are never shown as numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Self

from reportedly.account import Account, Bounds, Is, LineClaim, LineGroup
from reportedly.claim import Claim, Polarity
from reportedly.figure import Figure, Kind, Scope
from reportedly.show.quoting import one_line

LineKey = tuple[Kind, LineGroup]
STANDS = (Is.CURRENT, Is.REPEATED)

LONGEST_PHRASE = 40
_NUMBER = re.compile(r"\d[\d.,   ]*(?:-|–|\bto\b|\bor\b|\band\b|\s)*(?:\d[\d.,   ]*)?")
_DIGITS = re.compile(r"\d+")


class Wording(NamedTuple):
    """A figure as it is shown: `number` may stand large, the words before and after it small."""

    number: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before} {self.number}{self.after}" if self.before else f"{self.number}{self.after}"

    @property
    def plain(self) -> bool:
        """A number alone."""
        return not self.before and not self.after and self.number.replace(",", "").isdigit()


UNKNOWN = Wording("unknown")


def number(value: int) -> str:
    """In figures, thousands parted by a comma."""
    return f"{value:,}"


def exact(claim: LineClaim) -> bool:
    return claim.low is not None and claim.low == claim.high and not claim.approx


def wording(claim: LineClaim) -> Wording:
    """The figure of a claim: "12" where its report says twelve, else the report's own words ("at least 12",
    "dozens")."""
    if exact(claim) and claim.low is not None:
        return Wording(number(claim.low))
    phrase = _uncapped(one_line(claim.phrase, LONGEST_PHRASE))
    found = _NUMBER.search(phrase)
    if found is None:
        return Wording(phrase) if phrase else UNKNOWN
    digits = found.group().strip()
    return Wording(digits, phrase[: found.start()].strip(), phrase[found.start() + len(digits) :])


def _uncapped(phrase: str) -> str:
    """Without the capitals of a sentence's beginning or of a headline."""
    return phrase.lower() if phrase.isupper() else phrase[:1].lower() + phrase[1:]


def bounds_of(claim: LineClaim) -> Bounds:
    return Bounds(claim.low, claim.high)


def counts(claim: LineClaim) -> bool:
    """Whether somebody stands by it, for all of the line's people."""
    return claim.is_ in STANDS and not claim.part and claim.polarity is not Polarity.DENIED


@dataclass(frozen=True, slots=True)
class Phrasing:
    """In which words a line's bounds, and each end of them, were given: by the newest claim that stands for the whole
    line, else by the newest. Made once a line, as a long story asks hundreds of times."""

    whole: dict[Bounds, Wording]
    ends: dict[tuple[str, int], str]

    @classmethod
    def of(cls, claims: Sequence[LineClaim]) -> Self:
        whole: dict[Bounds, Wording] = {}
        ends: dict[tuple[str, int], str] = {}
        for claim in sorted(claims, key=lambda claim: (counts(claim), claim.published_at)):
            said = whole[bounds_of(claim)] = wording(claim)
            for side, end in (("low", claim.low), ("high", claim.high)):
                # An exact figure names its end best; "more than 100" does where nothing else has it.
                if end is not None and ((side, end) not in ends or said == Wording(number(end))):
                    ends[side, end] = _end(end, str(said))
        return cls(whole, ends)

    def words(self, bounds: Bounds) -> Wording:
        """As some claim puts them; where none has just these, as far as the claims reach."""
        said = self.whole.get(bounds)
        return said if said is not None else Wording(self.reach(bounds) or UNKNOWN.number)

    def reach(self, bounds: Bounds) -> str | None:
        """ "12–40", "dozens to 40", "12 or more", "up to 40"; None where both ends are open."""
        low, high = self._side("low", bounds.low), self._side("high", bounds.high)
        if low is not None and high is not None:
            if low == high:
                return low
            return f"{low}–{high}" if _plain(low) and _plain(high) else f"{low} to {high}"
        # "at least 12" and "up to 40" already say which end is open.
        if low is not None:
            return f"{low} or more" if _plain(low) else low
        if high is not None:
            return f"up to {high}" if _plain(high) else high
        return None

    def _side(self, side: str, end: int | None) -> str | None:
        """None where it is open; a mark where no claim gave it: a bound is never made into a number of ours."""
        return None if end is None else self.ends.get((side, end), "?")


def _end(end: int, said: str) -> str:
    """One end of a range: its number where the words have it in figures ("at least 80"), else the words."""
    return number(end) if str(end) in _DIGITS.findall(said.replace(",", "")) else said


def _plain(end: str) -> bool:
    return end.replace(",", "").isdigit()


def phrasings(account: Account) -> dict[LineKey, Phrasing]:
    return {(line.kind, line.group): Phrasing.of(line.claims) for line in account.lines}


# Lines, groups, chains


def kind_words(kind: Kind) -> str:
    return "others counted" if kind is Kind.OTHER else kind.value


def group_words(group: LineGroup, *, short: bool = False) -> str:
    """ "hostages", "foreign hostages", "workers from Norway and South Korea", in short "workers (KR, NO)"."""
    adjectives = [code for code in group.nationality if code in ("foreign", "local") and group.role != "foreigners"]
    codes = [code for code in group.nationality if code not in ("foreign", "local")]
    name = " ".join([*adjectives, one_line(group.role, 60)])
    if not codes:
        return name
    return f"{name} ({', '.join(codes)})" if short else f"{name} from {' and '.join(map(country, codes))}"


@cache
def country(code: str) -> str:
    """The everyday name of a two-letter code; an unknown code stands for itself."""
    import pycountry  # slow to load, and reading a text has no need of it

    found = pycountry.countries.get(alpha_2=code)
    return code if found is None else str(getattr(found, "common_name", found.name))


def line_words(key: LineKey) -> str:
    """ "killed · hostages"."""
    return f"{kind_words(key[0])} · {group_words(key[1], short=True)}"


def figure_words(figure: Figure) -> str:
    """A figure of a claim in the words of its report: "killed: at least 12 hostages"."""
    who = figure.group.text
    if who is None:
        who = group_words(LineGroup(figure.group.role, figure.group.nationality), short=True)
    phrase = one_line(figure.phrase.text, LONGEST_PHRASE)
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
