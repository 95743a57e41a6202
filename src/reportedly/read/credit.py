"""Which wire service a report credits, and the place its dateline names.

The agency is the report's own: it says whose copy this is, and is no link of any claim's chain.
"""

import re

from reportedly.figure import Words
from reportedly.read.furniture import tells_of_people
from reportedly.read.newsrooms import known_name
from reportedly.read.roles import role

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{0,6})?\.?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_DASH = r"(?:[—–]+|--+|-(?=\s)|\u2015)"
_PLACE = r"[A-Z\u00c0-\u00de][\w'’.\-]{1,24}(?:[ /][A-Z\u00c0-\u00de][\w'’.\-]{0,24}){0,4}"
_SHOUTED = (
    r"[A-Z\u00c0-\u00de]{2}[A-Z\u00c0-\u00de'’.\-]{1,24}(?:[ /][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.\-]{0,24}){0,3}"
)
_CREDIT = r"\((?P<credit>[^()\n]{2,60})\)"

_WITH_CREDIT = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:,\s*{_PLACE})?)\s*,?\s*(?P<date>(?i:{_DATE})\s*,?\s*)?)?{_CREDIT}\s*(?P<dash>(?:{_DASH}"
    rf"|:)?)\s*"
)
_WITHOUT_CREDIT = re.compile(
    rf"(?P<place>{_SHOUTED}(?:,\s*{_PLACE})?)\s*(?:,\s*(?i:{_DATE})\s*)?(?:\s{_DASH}\s*|[—–]\s*"
    rf"|:\s+)(?=[\"“‘'A-Z0-9])"
)
_LABELS = frozenset(
    "ADVISORY ALERT ANALYSIS BREAKING BRIEF CORRECTED CORRECTION DEVELOPING EXCLUSIVE EXPLAINER FACTBOX FLASH "
    "INTERVIEW JUST LATEST LIVE MORE NEWS NOTE OPINION PHOTOS POLL READ RELATED REPORT SEE SNAP TIMELINE "
    "TODAY UPDATE UPDATED URGENT VIDEO WATCH WRAP WRAPUP".split()
)

_BYLINE = re.compile(r"(?:by|from)\s+[^\n]{2,80}", re.IGNORECASE)
_STAFF = re.compile(r"(?P<name>[\w .]{2,30}?)\s+(?:staff|correspondents?|reporters?|writers?)\b", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s,;]*\([^()\n]{2,60}\))+[\s.]*\Z")
_SIGNED = re.compile(
    r"(?:\s[—–]+|\s--+|(?<=[.\s])/+|\bsource:|\bcopyright|©"
    r"|\(c\))\s*(?:\d{4}\s+)?(?:the\s+)?(?P<name>[^\n—–/:©]{2,40})\Z",
    re.IGNORECASE,
)
_NO_CREDIT = re.compile(
    r"\b(?:photo|image|picture|video|file|graphic|reporting|editing|writing|edited|reported|updated|more|local time"
    r"|today|yesterday|tomorrow|\w+day|january|february|march|april|june|july|august|\w+ember|october)"
    r"\b|[:;]|^\d",
    re.IGNORECASE,
)


def dateline(text: str) -> Words | None:
    """The place that the report's dateline names ("IZMIR, Turkey"), without date and agency; None if there is none."""
    for start, end in _opening(text):
        found = _dateline_at(text, start, end)
        if found is not None and found["place"]:
            return Words(found["place"], found.span("place"))
    return None


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the prose of a paragraph [start, end) begins: after its dateline, if it opens with one, else `start`."""
    found = _dateline_at(text, start, end)
    return start if found is None or found.end() >= end else found.end()


def agency(text: str, byline: str | None) -> str | None:
    """The wire service that dateline, byline or credit names, by its usual name where it is known, else as written.

    A dateline weighs more than a byline, a byline more than a credit at the end; of several credits the first counts.
    """
    for start, end in _opening(text):
        found = _dateline_at(text, start, end)
        if found is not None and found.groupdict().get("credit"):
            return _credited(found["credit"], trusted=True)
    if byline is not None and (name := _in_byline(byline)) is not None:
        return name
    for start, end in _opening(text):
        line = text[start:end].strip()
        if len(line) < 90 and _BYLINE.fullmatch(line) and (name := _in_byline(line)) is not None:
            return name
    return _at_the_end(text)


def credit_only(sentence: str) -> bool:
    """Whether these words are nothing but credits in brackets: "(Reuters) (BBC News)"."""
    return bool(_TRAILING.fullmatch(sentence)) and all(
        _credited(words, trusted=True) is not None for words in re.findall(r"\(([^()]*)\)", sentence)
    )


def _opening(text: str) -> list[tuple[int, int]]:
    """The first lines: a headline and a byline may stand above the dateline."""
    lines: list[tuple[int, int]] = []
    at = 0
    while len(lines) < 6 and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        start = at + len(text[at : min(end, at + 200)]) - len(text[at : min(end, at + 200)].lstrip())
        if start < end:
            lines.append((start, min(end, start + 400)))
        at = end + 1
    return lines


def _dateline_at(text: str, start: int, end: int) -> re.Match[str] | None:
    head = min(end, start + 160)
    found = _WITH_CREDIT.match(text, start, head)
    if found is not None:
        # Without a dash only a name that we know makes it a dateline: "(two of them children) were found".
        # After a place one word that we do not know is rather a country, "Lenz (Vesland) - Six died", unless the place
        # is written, or dated, as only a dateline is: "PORT LENZ (Allwire) -", "Lenz, May 2 (Allwire) -".
        place, credit = found["place"], found["credit"]
        trusted = bool(found["dash"]) and (
            not place or " " in credit or credit.isupper() or place.isupper() or bool(found["date"])
        )
        return found if _credited(found["credit"], trusted=trusted) is not None else None
    found = _WITHOUT_CREDIT.match(text, start, head)
    if found is None or re.split(r"\W", found["place"], maxsplit=1)[0] in _LABELS:
        return None
    if tells_of_people(found.group()) or role(found["place"].strip(" :-–—").lower()) is not None:
        return None  # "NINE KILLED IN ORRIN - POLICE"
    return found


def _in_byline(byline: str) -> str | None:
    parts = re.split(r"\s*(?:[,|/;•·\n]|\s-\s|\bfor\b|\bat\b|\bof\b|\bwith\b)\s*", byline, flags=re.IGNORECASE)
    for part in reversed(parts):
        name = re.sub(r"^(?:by|from)\s+", "", part.strip(" ."), flags=re.IGNORECASE)
        staff = _STAFF.match(name)
        known = known_name(staff["name"] if staff else name)
        if known is not None:
            return known
    return None


def _credited(words: str, *, trusted: bool) -> str | None:
    """The agency that the words in brackets credit. Trusted: the place alone makes it a credit, known name or not."""
    first = re.split(r"\s+via\s+|\s*[/,;]\s*|\s+and\s+", words.strip())[0]
    known = known_name(first)
    if known is not None:
        return known
    if (
        not trusted
        or _NO_CREDIT.search(words)
        or len(first.split()) > 7
        or not (first[:1].isupper() or "." in first[1:-1])
    ):
        return None
    return first


def _at_the_end(text: str) -> str | None:
    tail_from = max(0, len(text) - 400)
    tail = text[tail_from:].rstrip()
    run = _TRAILING.search(tail)
    if run is not None:
        first = re.findall(r"\(([^()\n]*)\)", run.group())[0]
        # After a full stop the brackets can only be a credit; inside the sentence they may explain a name.
        ends_a_sentence = tail[: run.start()].rstrip()[-1:] in '.!?”"’'
        if (name := _credited(first, trusted=ends_a_sentence)) is not None:
            return name
    for line in reversed(tail.split("\n")):
        # Furniture may stand below the credit; a line of nothing but brackets is the credit wherever it stands.
        if (alone := _TRAILING.fullmatch(line.strip())) is not None:
            name = _credited(re.findall(r"\(([^()\n]*)\)", alone.group())[0], trusted=True)
            if name is not None:
                return name
    last_line = tail[tail.rfind("\n") + 1 :]
    signed = _SIGNED.search(last_line.rstrip(" ."))
    if signed is not None:
        return known_name(re.sub(r"\.?\s*all rights.*", "", signed["name"], flags=re.IGNORECASE).strip(" ."))
    return None
