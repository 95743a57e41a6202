"""How far the reports lay apart from moment to moment: what the bands of the live charts are drawn from.

To ask for an account at each of sixty moments costs more than the page. But what had been published by a moment stays
what had been published by then, so each is asked for once, and again only where a report comes that is older.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from threading import Lock

from reportedly.account import Account, LineGroup
from reportedly.figure import Kind
from reportedly.show.page_view import Moment
from reportedly.story import Snapshot

CELLS = 64
"""Of a chart's width: its moments lie six pixels apart or more."""
FEW = 3
"""Up to so many moments, each asked for by itself costs less than all that came before them in one pass."""
LEAST = timedelta(minutes=1)

LineKey = tuple[Kind, LineGroup]
Stood = Mapping[LineKey, Moment]


class Courses:
    """What every line of one story stood at, at the moments that its charts show."""

    def __init__(self) -> None:
        self._stood: dict[datetime, Stood] = {}
        self._seen = 0
        self._lock = Lock()

    def of(self, snapshot: Snapshot, now: Account) -> dict[LineKey, tuple[Moment, ...]]:
        """Each line's moments, in order. `now` is the snapshot's account as of some moment: where nothing was published
        after that, it answers for all later ones."""
        with self._lock:
            if snapshot.extent < self._seen:  # somebody still shows an older state, who must not undo the newer
                return _by_line(_asked(snapshot, _grid(snapshot), now).values())
            late = [edition.published_at for edition in snapshot.evidence.editions[self._seen :]]
            wanted = _grid(snapshot)
            kept = {at: stood for at, stood in self._stood.items() if at in wanted and all(at < new for new in late)}
            self._stood = kept | _asked(snapshot, wanted - kept.keys(), now)
            self._seen = snapshot.extent
            return _by_line(self._stood[at] for at in sorted(self._stood))


def _grid(snapshot: Snapshot) -> set[datetime]:
    """The moments by which something had been published, on a grid that a longer story only makes coarser: so they stay
    the same ones as it grows."""
    told = [edition.published_at for edition in snapshot.evidence.editions]
    if not told:
        return set()
    step = LEAST
    while (max(told) - min(told)) / step > CELLS:
        step *= 2
    start = datetime(1970, 1, 1, tzinfo=UTC)
    return {start - (start - at) // step * step for at in told}


def _asked(snapshot: Snapshot, moments: Collection[datetime], now: Account) -> dict[datetime, Stood]:
    last = max((edition.published_at for edition in snapshot.evidence.editions), default=now.as_of)
    if any(at >= last for at in moments) and last <= now.as_of:
        past = [at for at in moments if at < last]
        return _asked(snapshot, past, now) | {at: _stood(now, at) for at in moments if at >= last}
    wanted = sorted(moments)
    if len(wanted) > FEW:
        return {account.as_of: _stood(account, account.as_of) for account in snapshot.accounts(wanted)}
    return {at: _stood(snapshot.account(at), at) for at in wanted}


def _stood(account: Account, at: datetime) -> Stood:
    return {(line.kind, line.group): Moment(at, line.best, line.range) for line in account.lines}


def _by_line(every: Iterable[Stood]) -> dict[LineKey, tuple[Moment, ...]]:
    found: dict[LineKey, list[Moment]] = {}
    for stood in every:
        for key, moment in stood.items():
            found.setdefault(key, []).append(moment)
    return {key: tuple(moments) for key, moments in found.items()}
