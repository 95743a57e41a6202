"""Demands and claims of responsibility: in the order they were told, and what replaced what by the same origin.

No two wordings of a demand are alike, and an origin may ask for two things at once. So a later demand replaces an
earlier one of its origin only where it comes in a later report; what one report says together stands together. The
same words again are a repetition. Nobody replaces what another says, except that a denial denies.
"""

from collections.abc import Mapping

from reportedly.account import Is, Stated
from reportedly.claim import ClaimKind, Polarity
from reportedly.evidence import Evidence, Saying
from reportedly.reconcile.origins import fold, origins


def stated(known: Evidence, kind: ClaimKind, pages: Mapping[str, str]) -> tuple[Stated, ...]:
    """The sayings of one kind, in the order of publication, each with how it stands. Questions are left out."""
    kept = [one for one in known.sayings if one.kind is kind and one.polarity is not Polarity.ASKED]
    kept.sort(key=lambda one: (one.published_at, one.report_id, one.claim_id))
    keys = origins(kept, pages)
    stands = [Is.CURRENT] * len(kept)
    replaced_by: list[str | None] = [None] * len(kept)
    now: dict[str, list[int]] = {}
    said: dict[tuple[str, str], int] = {}
    for place, (one, origin) in enumerate(zip(kept, keys, strict=True)):
        if one.polarity is Polarity.DENIED:
            # Who denies having asked, or having done it, takes back his own.
            for earlier in now.pop(origin.key, ()):
                stands[earlier] = Is.DENIED
                replaced_by[earlier] = one.claim_id
            continue
        words = fold(one.text)
        first = said.setdefault((origin.key, words), place)
        if first != place and stands[first] in (Is.CURRENT, Is.REPEATED):
            stands[place] = Is.REPEATED
            continue
        said[origin.key, words] = place
        before = now.get(origin.key, [])
        if kind is ClaimKind.DEMAND:
            stays = [earlier for earlier in before if kept[earlier].report_id == one.report_id]
            for earlier in before:
                if earlier not in stays:
                    stands[earlier] = Is.UPDATED
                    replaced_by[earlier] = one.claim_id
            before = stays
        now[origin.key] = [*before, place]
    _withdraw(kept, stands, known)
    return tuple(
        Stated(one.claim_id, one.report_id, origin.name, one.text, is_, one.published_at, by)
        for one, origin, is_, by in zip(kept, keys, stands, replaced_by, strict=True)
    )


def _withdraw(kept: list[Saying], stands: list[Is], known: Evidence) -> None:
    """Marks what the next version of its page no longer says at all."""
    ordered = sorted(known.editions, key=lambda each: (each.published_at, each.report_id))
    revised = {each.revises: each.report_id for each in ordered if each.revises is not None}
    reports = {one.report_id for one in kept}
    for place, one in enumerate(kept):
        newer = revised.get(one.report_id)
        if newer is not None and newer not in reports and stands[place] in (Is.CURRENT, Is.REPEATED):
            stands[place] = Is.WITHDRAWN
