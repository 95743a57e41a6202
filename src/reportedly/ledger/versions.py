"""Which report is a new version of which: a page that was changed, told from a page that merely shares an address."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from reportedly.report import Report

VERSION_MARK = "~"
"""Stands in the id of a later version between the id given and a mark of its words."""

_WORD = re.compile(r"\w+")
_RUN = 3
_SHARED = 0.2
"""Of the shorter text's runs of three words. A rewritten page keeps far more; two posts of one blog hardly any."""


@dataclass(frozen=True, slots=True)
class Version:
    """A recorded report, as far as telling versions apart needs it."""

    sequence: int
    id: str
    page: int
    given_id: str
    fingerprint: str
    url: str | None
    title: str | None
    published_at: datetime | None
    text: str


def fingerprint(report: Report) -> str:
    """Of what the outlet published: title and text, to the character."""
    joined = f"{report.title or ''}\0{report.text}"
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def already_held(report: Report, versions: Iterable[Version]) -> bool:
    """Whether these recorded versions of its page hold this report: the same words at the same time, or the words of
    the newest version at whatever time. Words that went away and came back are a new version."""
    mark = fingerprint(report)
    newest: Version | None = None
    for version in versions:
        if version.fingerprint == mark and version.published_at == report.published_at:
            return True
        if newest is None or _order(version) > _order(newest):
            newest = version
    return newest is not None and newest.fingerprint == mark


def _order(version: Version) -> tuple[bool, float, int]:
    moment = version.published_at
    return moment is not None, 0.0 if moment is None else moment.timestamp(), version.sequence


def same_page(report: Report, other: Version) -> bool:
    """Whether the two are versions of one page: the same id was given, or the same address and much the same words."""
    if report.id == other.given_id:
        return True
    if report.url is None or report.url != other.url:
        return False
    if report.title is not None and report.title == other.title:
        return True
    return _shared_words(report.text, other.text) >= _SHARED


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}


def _shared_words(one: str, other: str) -> float:
    ours, theirs = _runs(one), _runs(other)
    return len(ours & theirs) / min(len(ours), len(theirs))


def version_id(report: Report, is_taken: Callable[[str], bool]) -> str:
    """The id given, unless another version has it: then with a mark of this version's words behind it."""
    if not is_taken(report.id):
        return report.id
    base = f"{report.id}{VERSION_MARK}{fingerprint(report)[:8]}"
    number, name = 1, base
    while is_taken(name):
        number += 1
        name = f"{base}.{number}"
    return name


def revisions(versions: Sequence[tuple[int, str, datetime | None, int]]) -> dict[str, str]:
    """Which id revises which, from (page, id, published_at, sequence): on each page, by the time of publication, one
    of unknown time where the ledger's order has it. In whatever order they were recorded."""
    pages: dict[int, list[tuple[int, str, datetime | None]]] = {}
    for page, name, published_at, sequence in sorted(versions, key=lambda v: v[3]):
        pages.setdefault(page, []).append((sequence, name, published_at))
    revises: dict[str, str] = {}
    for of_page in pages.values():
        if len(of_page) == 1:
            continue
        dated = sorted((v for v in of_page if v[2] is not None), key=lambda v: (v[2], v[0]))
        in_time = [v if v[2] is None else dated.pop(0) for v in of_page]
        for older, newer in pairwise(in_time):
            revises[newer[1]] = older[1]
    return revises
