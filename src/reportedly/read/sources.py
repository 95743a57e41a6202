"""The sources that a report names: the role of each, whether it is named, whom "he" or "the agency" stands for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.claim import Source
from reportedly.read.nations import country_at
from reportedly.read.newsrooms import is_outlet, known_name
from reportedly.read.proper_names import BODY, TITLES, core, press_name, proper_name
from reportedly.read.roles import role
from reportedly.report import Span

_MEN = frozenset({"he", "him", "himself"})
_WOMEN = frozenset({"she", "her", "herself"})
_SEVERAL = frozenset({"they", "them"})
_THING = frozenset({"it", "itself"})
_UNRESOLVED = frozenset({"i", "we", "you", "who", "which", "one", "some", "others", "many", "this", "that"})
_PLURAL = re.compile(
    r"\b(?:officials|police|authorities|witnesses|residents|sources|experts|analysts|survivors|relatives|rescuers"
    r"|doctors|"
    r"militants|rebels|kidnappers|soldiers|investigators|prosecutors|lawmakers|\w+men|people|parents|\w{4,}(?:ors"
    r"|ers|ists|ants))\b"
    r"|\band\b",
    re.IGNORECASE,
)
_WOMAN = re.compile(
    r"\b(?:mrs|ms|miss|\w+woman|queen|mother|wife|sister|daughter|actress|girl|aunt|madam|princess|widow)\b", re.I
)
_MAN = re.compile(
    r"\b(?:mr|(?:spokes|police|congress|gun|fisher|fire)man|king|father|husband|brother|son|uncle|boy|prince)\b", re.I
)
_DEFINITE = re.compile(
    r"(?:the|that|this|his|her|its|their)\s+(?:same\s+|latter\s+)?(?P<head>[a-z][\w -]*)\Z", re.IGNORECASE
)
_PRESS_HEADS = frozenset(
    "agency paper newspaper channel network broadcaster station website magazine daily tabloid outlet "
    "programme program".split()
)


_STEM = 5
_PRESS_KINDS = frozenset("state official semi-official national local private news press satellite tv radio".split())
"""What any outlet may be."""


_THE_COMPANY = frozenset({"the company", "the firm", "the operator"})
_COMPANY = re.compile(
    r"\b(?:mining|mines|oil|gas|energy|petroleum|airlines?|airways|steel|motors|railways?|shipping|lines|chemicals"
    r"|industries|holdings|corp|inc|ltd|plc|co|company|corporation|group)\b",
    re.IGNORECASE,
)
_FAR = 400
_SENTENCE_STARTS = (". ", "\n", "? ", "! ", "” ", '" ')
_INITIALS = re.compile(r"\(([A-Z]{2,6})\)")
_CAPITALS = re.compile(
    r"\s*(?:(?:[A-Z][\w.'’-]*|chief|minister|secretary|governor|mayor|president|director|commander|manager|officer|boss"
    r"|leader|spokesman|spokeswoman|spokesperson)\s+){2,8}"
)
_WITHIN = re.compile(r"\b(?:which|where|when|while|as|after|before)\s+\Z")
_LONGEST_LINK = 10


@dataclass(slots=True)
class _Seen:
    """A source met earlier in the report."""

    source: Source
    sort: str
    """person, body or several."""
    described: str = ""
    """Its name and its words, in lower case."""


def sources(text: str, chains: Sequence[Sequence[Span]]) -> list[tuple[Source, ...]]:
    """The chains' sources, in the same order, each with its role and, where the report tells, who it is.

    "He", "the spokesman", "the agency" and a bare surname take the name of the source that they stand for; where that
    source has no name either, its description. A link that stands for the same source as the one before it is left out.
    """
    resolve = _Resolver()
    out = []
    for chain in chains:
        links: list[Source] = []
        for span in chain:
            found = resolve.source(text, span)
            if not any(_same(found, link) for link in links):
                links.append(found)
        resolve.remember(links)
        out.append(tuple(links))
    return out


def named(text: str, chain: Sequence[Span]) -> tuple[Source, ...]:
    """The chain's sources as they stand in the text, before anybody asks who they are."""
    return tuple(Source(text[start:end], (start, end)) for start, end in chain)


def _same(one: Source, other: Source) -> bool:
    # "A soldier who said he saw it said two died" speaks once, though it says "said" twice
    touches = one.span[0] < other.span[1] and other.span[0] < one.span[1]
    return touches or _label(one) == _label(other)


def _label(source: Source) -> str:
    return source.text if source.name is None else source.name


class _Resolver:
    """Reads a report's sources in order, and remembers the latest of each sort."""

    def __init__(self) -> None:
        self._seen: list[_Seen] = []
        self._full_names: dict[str, str] = {}

    def source(self, text: str, span: Span) -> Source:
        words = text[span[0] : span[1]]
        low = words.lower()
        plain = Source(words, span, role=role(words))
        if low in _MEN | _WOMEN | _SEVERAL | _THING:
            subject = _subject_of(text, span[0], low) if low in _MEN | _WOMEN else None
            if subject is not None:
                return self._stands_for(plain, subject)
            known, before = self._latest(low), _subject_before(text, span[0], low)
            if before is not None and (known is None or known.source.span[0] < before.source.span[0]):
                known = before
            return self._stands_for(plain, known)
        if low in _UNRESOLVED:
            return plain
        outlet = known_name(words)
        if outlet is not None:
            return replace(plain, name=outlet, named=True)
        proper = proper_name(words)
        if proper is not None:
            outlet = known_name(proper)
            if outlet is not None:
                return replace(plain, name=outlet, named=True)
            return replace(plain, name=self._whole_name(proper), named=True, role=plain.role or self._role_of(proper))
        if plain.role == "outlet" and (press := press_name(words)) is not None:
            return replace(plain, name=press, named=True)
        if low in _THE_COMPANY:
            return self._stands_for(plain, self._company())
        definite = _DEFINITE.fullmatch(words)
        if definite is not None:
            return self._stands_for(plain, self._described(definite["head"].lower()))
        return plain

    def remember(self, links: Iterable[Source]) -> None:
        # Whoever spoke is meant by "he" and "it" before those whom he told it.
        for link in reversed([*links]):
            if link.text.lower() in _UNRESOLVED:
                continue
            self._seen.append(_Seen(link, _sort(link), f"{_label(link)} {link.text}".lower()))
            if link.named and link.name is not None and known_name(link.name) is None:
                words = link.name.split()
                if (short := _INITIALS.search(link.text)) is not None:
                    self._full_names[short[1].lower()] = link.name
                if 2 <= len(words) <= 4 and not BODY.search(link.name):
                    self._full_names[words[-1].lower()] = link.name
        # A long report names few sources; only the last ones can be meant.
        del self._seen[:-60]

    def _stands_for(self, source: Source, meant: _Seen | None) -> Source:
        if meant is None:
            return source
        known = meant.source
        name = known.text.split(",")[0] if known.name is None else known.name
        return replace(source, name=name, role=known.role if source.role is None else source.role, named=known.named)

    def _latest(self, pronoun: str) -> _Seen | None:
        for seen in reversed(self._seen):
            words = seen.source.text if seen.source.name is None else f"{seen.source.text} {seen.source.name}"
            if pronoun in _SEVERAL and (seen.sort == "several" or seen.source.text.lower() in _SEVERAL):
                return seen
            if pronoun in _THING and seen.sort == "body":
                return seen
            if seen.sort != "person":
                continue
            if (pronoun in _MEN and not _WOMAN.search(words)) or (pronoun in _WOMEN and not _MAN.search(words)):
                return seen
        return None

    def _described(self, head: str) -> _Seen | None:
        """The latest source that these words fit, every one of them: the Romanian ministry is not the interior one."""
        *beside, last = head.split()
        for seen in reversed(self._seen):
            press = last in _PRESS_HEADS and seen.source.role == "outlet" and seen.source.named
            if (not press and last not in seen.described) or (seen.sort == "person" and BODY.search(last)):
                continue  # most; and "the police" are no police chief
            known = re.search(rf"\b{re.escape(last)}\b", seen.described) and seen.source.text.lower() != f"the {head}"
            fits = all(_speaks_of(seen.described, word) or (press and word in _PRESS_KINDS) for word in beside)
            if (press or known) and fits:
                return seen
        return None

    def _company(self) -> _Seen | None:
        """The one company that has spoken; None where two have."""
        found = [s for s in self._seen if s.source.named and _COMPANY.search(s.source.name or s.source.text)]
        return found[-1] if len({_label(s.source) for s in found}) == 1 else None

    def _whole_name(self, proper: str) -> str:
        """The name in full, where the report gave it before: "Lee" after "Ann Lee"."""
        return self._full_names.get(proper.lower(), proper)

    def _role_of(self, proper: str) -> str | None:
        whole = self._whole_name(proper)
        return next((s.source.role for s in reversed(self._seen) if s.source.name == whole), None)


def _subject_of(text: str, at: int, pronoun: str) -> _Seen | None:
    """Whoever the sentence is about in whose clause "he" stands at this character: "Foreign Secretary Ann Lee gave an
    interview in which she said". Only somebody with a title: a name alone may be a place or a movement."""
    if _WITHIN.search(text, max(0, at - _LONGEST_LINK), at) is None:
        return None  # "Minister Lee must go, he said" is somebody else's word
    far = max(0, at - _FAR)
    starts = [place + len(mark) for mark in _SENTENCE_STARTS if (place := text.rfind(mark, far, at)) >= 0]
    if not starts and far:
        return None
    return _titled(text, max(starts, default=0), at, pronoun)


def _titled(text: str, start: int, end: int, pronoun: str) -> _Seen | None:
    """The person with a title whose name opens these words."""
    opened = _CAPITALS.match(text, start, end)
    if opened is None:
        return None
    words = opened.group().strip()
    name = proper_name(words)
    if name is None or not (TITLES - {"the", "a", "an"}) & {
        word.lower().rstrip(".") for word in words.split()[: -len(name.split())]
    }:
        return None
    if (_WOMAN if pronoun in _MEN else _MAN).search(words) or BODY.search(name) or known_name(name) is not None:
        return None
    span = (opened.start(), opened.start() + len(words))
    return _Seen(Source(words, span, name, role(words), named=True), "person")


def _subject_before(text: str, at: int, pronoun: str) -> _Seen | None:
    """Whoever the sentence before is about, where the pronoun opens its own: "Rescue chief Eva Hult came. She said"."""
    if pronoun not in _MEN | _WOMEN or text[max(0, at - 2) : at].strip() not in (".", ".”", '."') or at < _SHORTEST:
        return None
    end = len(text[:at].rstrip()) - 1
    far = max(0, end - _FAR)
    starts = [place + len(mark) for mark in _SENTENCE_STARTS if (place := text.rfind(mark, far, end)) >= 0]
    if not starts and far:
        return None
    return _titled(text, max(starts, default=0), end, pronoun)


_SHORTEST = 8


def _speaks_of(described: str, word: str) -> bool:
    """Whether the words hold this one, or another of its family: "Romania's ministry" is Romanian."""
    return re.search(rf"\b{re.escape(word[:_STEM])}", described) is not None


def _sort(source: Source) -> str:
    if source.text.lower() in _SEVERAL:
        return "several"
    if source.named and source.name is not None and known_name(source.name) is None:
        first = source.name.split()[0]
        if (
            is_outlet(source.text)
            or known_name(first) is not None
            or _is_a_body(source.text, source.name)
            or _is_a_country(source.name)
        ):
            return "body"
        if _has_title(source.text, source.name) and not BODY.search(source.name):
            return "person"  # "police chief Ivo Danek" is no police
    if source.role == "outlet" or (
        BODY.search(core(source.text)) and not re.search(r"\w+(?:man|woman|person)\b", core(source.text))
    ):
        return "body"
    if source.named and (source.name is None or not BODY.search(source.name)):
        return "person"
    return "several" if _PLURAL.search(core(source.text)) else "person"


def _is_a_body(words: str, name: str) -> bool:
    """ "The Red Crescent", "the Orrin Observatory": nobody's name follows "the"."""
    return words.lower().removeprefix("the ").strip(" .,") == name.lower() and words[:4].lower() == "the "


def _is_a_country(name: str) -> bool:
    words = tuple(name.lower().split())
    found = country_at(words, 0)
    return found is not None and found[1] == len(words)


def _has_title(words: str, name: str) -> bool:
    before = words.split(name)[0].lower().split()
    return any(word.strip(".,") in TITLES - {"the", "a", "an", "foreign", "interior"} for word in before) or any(
        word.endswith(("man", "woman", "person", "boss", "leader", "manager", "doctor", "nurse")) for word in before
    )
