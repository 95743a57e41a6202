"""What a person names on the command line, as reports: several places one after the other, problems told apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path

from reportedly.desk import Defaults, how_many, is_gone, moment, reports
from reportedly.errors import NothingToRead, WrongUse
from reportedly.report import Problem, Report
from reportedly.show.terminal import complain

MOST_TOLD = 20


def defaults_given(published: str | None, outlet: str | None, about: str | None, allow_private: bool) -> Defaults:
    """What the options say of reports that do not say it themselves. Raises WrongUse."""
    return Defaults(moment_given(published, "--published"), outlet or None, about or None, allow_private)


def no_folder(places: Sequence[str]) -> None:
    """Raises NothingToRead where one of the places is a folder."""
    for place in places:
        if place != "-" and "://" not in place and Path(place).is_dir():
            raise NothingToRead(
                f"{place} is a folder; name its files, or read all of it with `reportedly add STORY {place}`"
            )


def whole_number(written: str, name: str) -> int:
    """Raises WrongUse."""
    try:
        return int(written)
    except ValueError:
        raise WrongUse(f"{name} {written!r} is no whole number: write it in figures, such as 12") from None


def moment_given(written: str | None, option: str) -> datetime | None:
    """The time that an option names; None where it was not given. Raises WrongUse."""
    try:
        found = moment(written)
    except ValueError as none:
        raise WrongUse(f"{option} {none}") from None
    if written is not None and found is None:
        raise WrongUse(f"{option} is blank: write it as 2013-01-17T15:00:00Z or as epoch seconds")
    return found


def until_given(written: str | None, option: str) -> datetime | None:
    """The same for a moment that is included: a day alone is all of that day."""
    found = moment_given(written, option)
    return found + timedelta(days=1) - _SMALLEST if found is not None and _day_alone(written) else found


def since_given(written: str | None, option: str) -> datetime | None:
    """The same for a moment that is not included: a day alone counts from its first moment, that one included."""
    found = moment_given(written, option)
    return found - _SMALLEST if found is not None and _day_alone(written) else found


_SMALLEST = timedelta(microseconds=1)


def _day_alone(written: str | None) -> bool:
    try:
        date.fromisoformat((written or "").strip())
    except ValueError:
        return False
    return True


@dataclass(slots=True)
class Incoming:
    """All that the places hold, in order. `holds_a_report` tells whether there is anything before a ledger is
    touched."""

    places: Sequence[str]
    defaults: Defaults
    _head: list[Report | Problem] = field(default_factory=list)
    _rest: Iterator[Report | Problem] | None = None
    _fetched: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[Report | Problem]:
        if self._rest is None:
            self._rest = chain.from_iterable(map(self._at, self.places))
        return chain(self._head, self._rest)

    def _at(self, place: str) -> Iterator[Report | Problem]:
        for one in reports(place, self.defaults):
            if "://" in place and isinstance(one, Report):
                self._fetched.add(one.id)
            yield one

    def is_fetched(self, report: Report) -> bool:
        """Whether it came from an address, and not out of a file; known once it has come."""
        return report.id in self._fetched

    def total(self) -> int | None:
        known = [how_many(place) for place in self.places]
        return None if None in known else sum(number for number in known if number is not None)

    def holds_a_report(self) -> bool:
        """Reads up to the first report. False where there is nothing but word that pages are gone, which only a story
        that is there already can use. Raises NothingToRead where there is not even that, with what was wrong."""
        rest = iter(self)
        self._head = []
        for one in rest:
            self._head.append(one)
            if isinstance(one, Report) and not is_gone(one):
                return True
        if not any(isinstance(one, Report) for one in self._head):
            raise NothingToRead(self.why_nothing())
        return False

    def why_nothing(self) -> str:
        return nothing([one for one in self._head if isinstance(one, Problem)])


def nothing(problems: Sequence[Problem]) -> str:
    """Why nothing could be read, in one line; the problems before the last are told on lines of their own."""
    tell(problems[:-1])
    return problems[-1].message if problems else "nothing to read; name a file, a page or - for standard input"


def tell(problems: Iterable[Problem]) -> None:
    """Problems on standard error, a line each; of very many the first, and how many more there are."""
    told = list(problems)
    for problem in told[:MOST_TOLD]:
        complain(problem.message)
    if len(told) > MOST_TOLD:
        complain(f"and {len(told) - MOST_TOLD} more problems of this sort")
