"""What a new version of a page no longer says. A figure is withdrawn when the newest version known has no such figure
on its line, from anybody, and none by the same origin that replaced it, and none that outgrew it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from reportedly.evidence import Edition

Revision = tuple[datetime, str]
"""When the newer version was published, and its report id."""


class Pages(NamedTuple):
    """Which reports are versions of one page."""

    newer: Mapping[str, tuple[Revision, ...]]
    roots: Mapping[str, str]
    versions: frozenset[str]
    """All reports that revise another, or are revised, whether or not the evidence holds them."""


def pages(editions: Iterable[Edition]) -> Pages:
    editions = tuple(editions)
    versions = {each.revises for each in editions if each.revises is not None}
    versions |= {each.report_id for each in editions if each.revises is not None}
    chained = [each for each in editions if each.report_id in versions]
    return Pages(newer_versions(chained), first_versions(chained), frozenset(versions))


def newer_versions(editions: Iterable[Edition]) -> Mapping[str, tuple[Revision, ...]]:
    """For each report that was revised: its later versions, oldest first. Versions of versions count; a circle of
    revisions, which only a damaged ledger can hold, ends where it began."""
    ordered = sorted(editions, key=lambda each: (each.published_at, each.recorded_at, each.report_id))
    parents = {each.report_id: each.revises for each in ordered}
    later: dict[str, list[Revision]] = {}
    for each in ordered:
        seen = {each.report_id}
        older = each.revises
        while older is not None and older not in seen:
            later.setdefault(older, []).append((each.published_at, each.report_id))
            seen.add(older)
            older = parents.get(older)
    return {report_id: tuple(versions) for report_id, versions in later.items()}


def first_versions(editions: Iterable[Edition]) -> Mapping[str, str]:
    """For each report that revises another: the first version of its page."""
    parents = {each.report_id: each.revises for each in editions}
    roots: dict[str, str] = {}
    for report_id, older in parents.items():
        seen = {report_id}
        while older is not None and older not in seen:
            seen.add(older)
            roots[report_id] = older
            older = parents.get(older)
        if older is not None:
            roots[report_id] = min(seen)
    return roots
