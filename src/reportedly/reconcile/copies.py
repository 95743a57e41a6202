"""Copies: passages that another report has in the same words. Forty papers that carry one wire report are one origin,
whether or not they credit it.

Two claims are one passage if both have the same run of words, numbers included, that makes up two fifths of either
and is ten words at least; or if a third is one passage with each. A claim past 65 words is no sentence but a page's
list of headlines: it is one passage only with its like, word for word. A shorter claim than ten words is one with its
like where their two reports share a passage: "The toll is 12." alone says nothing, beside a copied paragraph it is
copied too. Not a matter of order: the same claims in any order are the same passages.

Exact runs of words, not MinHash: it is linear, it needs no threshold, and whoever asks why can be shown the words. A
copy with a word changed in every ten goes unseen; two who count alike in the same ten words are taken for one, which
errs towards "one source".
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

from reportedly.reconcile.folders import Folders

RUN = 10
"""Words. "At least 14 people died and dozens were hurt" is nine, and anybody's."""
_RUNS = ((RUN, RUN, 25), (16, 20, 40), (26, 32, 65))
"""How long a run makes up two fifths of claims of so many words (from, to). The spans overlap, so that a copy with some
words more is still compared by the same run."""
_TELLING = 8
"""Letters of a word that a run is sought from: a quarter of the runs find nearly all that all would."""

_PUNCTUATION = {ord(mark): " " for mark in "“”‘’‚„«»‹›–—―…·•\u00a0\u2009\u202f"}
_BETWEEN = bytes(code if chr(code).isalnum() or code > 127 else 32 for code in range(256))
"""Bytes, because this is done to every word of a story: what is no letter or figure becomes a space."""


class Passage(Protocol):
    """What a `Telling` and a `Saying` both have."""

    @property
    def report_id(self) -> str: ...
    @property
    def claim_id(self) -> str: ...
    @property
    def published_at(self) -> datetime: ...
    @property
    def text(self) -> str: ...


class Printed(NamedTuple):
    """Who printed a passage, in the order in which printers answer for it: who credits it to somebody, then who came
    first."""

    uncredited: bool
    published_at: datetime
    report_id: str
    claim_id: str
    name: str | None
    """Whom it is credited to, else the outlet; None where neither is known."""


def words_of(text: str) -> list[bytes]:
    """The words that copies are compared by: no case, no punctuation, no quotation marks."""
    if not text.isascii():
        text = text.translate(_PUNCTUATION)
    return text.casefold().encode("utf-8", "surrogatepass").translate(_BETWEEN).split()


def runs(words: tuple[bytes, ...]) -> list[tuple[bytes, ...]]:
    """The runs of words that the passage is known by: the first, the last, and those that begin with a long word. None
    of a passage too short to tell a copy from a coincidence; of one too long to be a sentence, the whole."""
    many = len(words)
    if many > _RUNS[-1][2]:
        return [words]
    found = []
    long: list[int] | None = None
    for length, least, most in _RUNS:
        if least <= many <= most:
            last = many - length
            found.append(words[:length])
            if long is None:
                # Of the shortest runs there are most: where a longer one may begin, a shorter one may too.
                long = [at for at in range(1, last) if len(words[at]) >= _TELLING]
            if last:
                found += [words[at : at + length] for at in long if at < last]
                found.append(words[last:])
    return found


class Passages:
    """Which claims are one passage, and whose. Grows as claims are taken in; a copy of it grows apart."""

    __slots__ = ("_beside", "_best", "_by_report", "_claims", "_first", "_parent", "_reports", "_short", "_texts")

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        """Run of words, as its hash: the first claim that had it."""
        self._claims: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        """The first claim in these very words, of those long enough to tell."""
        self._parent: list[int] = []
        self._best: list[Printed] = []
        self._reports: Folders[int, str] = Folders()
        """The reports of a passage that more than one has; one that has it twice may be there twice."""
        self._by_report: dict[str, tuple[int, ...]] = {}
        """The claims of a report that are long enough to tell."""
        self._short: Folders[str, bytes] = Folders()
        self._beside: dict[str, list[Printed]] = {}
        """Whose the copied passages of a report are: remembered between two takings-in."""

    def copy(self) -> "Passages":
        other = Passages()
        other._first = self._first.copy()
        other._claims = self._claims.copy()
        other._texts = self._texts.copy()
        other._parent = self._parent.copy()
        other._best = self._best.copy()
        other._reports = self._reports.copy()
        other._by_report = self._by_report.copy()
        other._short = self._short.copy()
        return other

    def take(self, spoken: Iterable[tuple[Passage, str | None, bool]]) -> set[str]:
        """Takes claims in: each with whom it is credited to, or its outlet, and whether it is a credit. Returns the
        reports taken in, and those for whose other claims `whose` may now answer differently."""
        self._beside = {}
        touched: set[str] = set()
        for one, name, credited in spoken:
            touched.add(one.report_id)
            if one.claim_id not in self._claims:
                self._take(one, Printed(not credited, one.published_at, one.report_id, one.claim_id, name), touched)
        return touched

    def _take(self, one: Passage, printed: Printed, touched: set[str]) -> None:
        claim = self._claims[one.claim_id] = len(self._parent)
        self._parent.append(claim)
        self._best.append(printed)
        alike = self._texts.get(one.text)
        if alike is not None:
            # Most copies are copies to the letter, and need no comparing of runs.
            self._by_report[one.report_id] = (*self._by_report.get(one.report_id, ()), claim)
            self._join(claim, self.root(alike), touched)
            return
        words = words_of(one.text)
        if len(words) < RUN:
            self._short.put(one.report_id, b" ".join(words))
            for other in self._by_report.get(one.report_id, ()):
                root = self.root(other)
                if self._best[root].report_id == one.report_id:
                    touched.update(self._reports.get(root))
            return
        self._by_report[one.report_id] = (*self._by_report.get(one.report_id, ()), claim)
        self._texts[one.text] = root = claim
        first_with = self._first.setdefault
        for run in map(hash, runs(tuple(words))):
            first = first_with(run, claim)
            if first != claim:
                root = self._join(root, self.root(first), touched)

    def _join(self, one: int, other: int, touched: set[str]) -> int:
        if one == other:
            return one
        mine = self._reports.pop(one) or [self._best[one].report_id]
        theirs = self._reports.pop(other) or [self._best[other].report_id]
        # The smaller under the larger, so that a passage of thousands is not rewritten for each newcomer.
        if len(mine) > len(theirs):
            one, other, mine, theirs = other, one, theirs, mine
        best = min(self._best[one], self._best[other])
        for side, reports in ((one, mine), (other, theirs)):
            if self._best[side] != best or len(reports) == 1:
                touched.update(reports)
        self._parent[one] = other
        self._best[other] = best
        if mine != theirs or len(mine) > 1:
            theirs += mine
            self._reports.replace(other, theirs)
        return other

    def root(self, claim: int) -> int:
        parent = self._parent
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    def whose(self, one: Passage) -> Printed | None:
        """Who answers for the passage; None where nobody else printed it."""
        root = self.root(self._claims[one.claim_id])
        if root in self._reports:
            return self._best[root]
        if one.report_id not in self._short:
            return None
        beside = self._copied_beside(one.report_id)
        if not beside:
            return None
        words = words_of(one.text)
        if len(words) >= RUN:
            return None
        text = b" ".join(words)
        return min((best for best in beside if text in self._short.get(best.report_id)), default=None)

    def sharing(self, reports: Iterable[str]) -> set[str]:
        """These reports and those that have a passage with them: whose it is may be told by their pages."""
        found = set(reports)
        for report in tuple(found):
            for claim in self._by_report.get(report, ()):
                found.update(self._reports.get(self.root(claim)))
        return found

    def _copied_beside(self, report_id: str) -> list[Printed]:
        found = self._beside.get(report_id)
        if found is None:
            roots = {self.root(claim) for claim in self._by_report.get(report_id, ())}
            found = self._beside[report_id] = [self._best[root] for root in roots if root in self._reports]
        return found


def same_words(one: str, other: str) -> str:
    """The longest run of words that both texts have, as copies are compared: what shows that one is the other's."""
    mine, theirs = words_of(one), words_of(other)
    longest, end = 0, 0
    before: dict[int, int] = {}
    places: dict[bytes, list[int]] = {}
    for place, word in enumerate(theirs):
        places.setdefault(word, []).append(place)
    for at, word in enumerate(mine):
        now: dict[int, int] = {}
        for place in places.get(word, ()):
            now[place] = before.get(place - 1, 0) + 1
            if now[place] > longest:
                longest, end = now[place], at + 1
        before = now
    return b" ".join(mine[end - longest : end]).decode("utf-8", "surrogatepass")
