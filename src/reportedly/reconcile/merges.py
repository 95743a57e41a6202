"""Why claims share an origin: which claims, which words, which rule. Every merge that standing rests on is shown."""

from collections.abc import Sequence
from datetime import datetime

from reportedly.account import Merge
from reportedly.evidence import Evidence, known_by
from reportedly.reconcile.copies import RUN, same_words, words_of
from reportedly.reconcile.lines import counts, place_of
from reportedly.reconcile.origins import COPY, Origin, origins
from reportedly.reconcile.revisions import first_versions
from reportedly.telling import Telling

_MOST = 12
"""Different words shown of one merge."""


def merges(evidence: Evidence, as_of: datetime) -> tuple[Merge, ...]:
    """The origins that more than one report tells of, as of a moment (inclusive): one merge for each rule that joined
    them, the most claims first."""
    known = known_by(evidence, as_of)
    told = sorted((telling for telling in known.tellings if counts(telling)), key=place_of)
    joined: dict[tuple[str, str], dict[str, tuple[Telling, Origin]]] = {}
    everybody: dict[str, dict[str, Telling]] = {}
    for telling, origin in zip(told, origins(told, first_versions(known.editions)), strict=True):
        joined.setdefault((origin.key, origin.why), {}).setdefault(telling.claim_id, (telling, origin))
        everybody.setdefault(origin.key, {}).setdefault(telling.claim_id, telling)
    found = []
    for (key, rule), claims in joined.items():
        if len({telling.report_id for telling in everybody[key].values()}) < 2:
            continue
        tellings = [telling for telling, _ in claims.values()]
        others = list(everybody[key].values())
        name = next(origin.name for _, origin in claims.values())
        words = _copied(tellings, others) if rule == COPY else _spelled(tellings)
        ids = [*claims]
        if rule == COPY:
            # A copy alone explains nothing: what it is a copy of belongs to it.
            ids = [telling.claim_id for telling in others if telling.claim_id in claims or _shares(telling, words)]
        found.append(Merge(name, tuple(ids), words, rule))
    return tuple(sorted(found, key=lambda merge: (-len(merge.claims), merge.origin, merge.rule)))


def _spelled(tellings: Sequence[Telling]) -> tuple[str, ...]:
    spelled: dict[str, None] = {}
    for telling in tellings:
        for words in (telling.source, telling.via, telling.agency, telling.outlet):
            if words is not None:
                spelled.setdefault(words)
                break
    return tuple(spelled)[:_MOST]


def _copied(copies: Sequence[Telling], others: Sequence[Telling]) -> tuple[str, ...]:
    """For each copy the longest run of words that it shares with a claim of another report; for one too short to have
    a run, its words."""
    found: dict[str, None] = {}
    for copy in copies:
        if len(found) == _MOST:
            break
        words = words_of(copy.text)
        if len(words) < RUN:
            found.setdefault(copy.text)
            continue
        runs = (same_words(copy.text, other.text) for other in others[:_MOST] if other.report_id != copy.report_id)
        longest = max(runs, key=lambda run: (run.count(" "), run), default="")
        if longest.count(" ") + 1 >= RUN:
            found.setdefault(longest)
    return tuple(found)


def _shares(telling: Telling, runs: Sequence[str]) -> bool:
    text = b" ".join(words_of(telling.text)).decode("utf-8", "surrogatepass")
    return any(run in text for run in runs)
