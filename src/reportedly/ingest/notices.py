"""Notices from a newsroom about its own work: a kill says that a story must not be used, a corrected story replaces
one that was sent before. Both are told by how they begin, as wires and papers write them."""

import re

from reportedly.report import Report

LONGEST_NOTICE = 2000
"""Characters: what says more than that tells news."""
_HEAD = 500
_LINES = 4
_TAGS = (
    r"(?:(?:urgent|bulletin|flash|mandatory|advisory|attention|note to|editors?(?:['’] note)?|eds?|correction|update|"
    r"reuters|ap|afp|dpa|upi|news|alert|total|story)(?!\w)\W{1,4}){0,6}"
)
_DATELINE = (
    r"(?:[A-Z][\w.'’ -]{1,40}(?:,\s[\w.]{2,12}(?:\s\d{1,2})?){0,2}\s?(?:\([A-Z][\w .,/-]{0,40}\)\s?)?[-–—]{1,2}\s+)?"
)
_STORY = r"(?:story|stories|report|article|post|item|dispatch|bulletin|news alert|snap|version)"
_ASIDE = r"(?:(?!\b(?:said|says|saying|which|who|where|when|whose|would|could)\b)[^!?\n]){0,160}?"
_KILL = re.compile(
    rf"\W{{0,6}}(?-i:{_DATELINE}){_TAGS}(?:"
    r"kill\b(?=\W{0,3}(?:[:.\-–—/]|notice|advisory|mandatory|story|the\s(?:story|report|article)|$))"
    # In small letters these open news: "Withdrawal: what the troops left behind".
    r"|(?:(?:story|report|alert|headline)\s)?(?-i:WITHDRAWN|WITHDRAWAL|WITHDRAWS|RETRACTED|[Rr]etraction|RETRACTION|"
    r"STORY REMOVED)(?=\s?(?:[:.–—/]|-(?=[\w\s])|(?i:notice)|$))"
    r"|(?:a )?(?:mandatory )?kill (?:is mandatory|notice|advisory)\b"
    r"|please (?:kill|disregard|ignore|withdraw|delete|do not (?:use|publish|run)) (?:the|our|this|all|earlier) "
    rf"{_ASIDE}\b{_STORY}\b"
    rf"|(?:this|our) {_STORY}\b{_ASIDE}\b(?:has|have|was|is|are) (?:wrong and (?:is|has been) )?"
    r"(?:been |being |hereby )?(?:withdrawn|retracted|recalled)\b"
    rf"|(?:this|our) {_STORY} (?:has|have|was|is) (?:been )?(?:removed|killed|taken down)\b"
    # The government's report may be withdrawn too, and an alert of a flood: only what newsrooms send counts here.
    rf"|the (?:(?:story|article|dispatch)\b{_ASIDE}|(?:{_STORY} (?:headlined|titled|entitled|slugged|sent|moved|filed|"
    rf"below|above|with the headline)\b{_ASIDE}))\b(?:has|have|was|is|are) (?:wrong and (?:is|has been) )?"
    r"(?:been |hereby )?(?:withdrawn|retracted)\b"
    r")",
    re.IGNORECASE,
)
_WITHDRAWER = re.compile(
    rf"\W{{0,6}}(?-i:{_DATELINE}){_TAGS}(?P<who>\w[\w .&'’-]{{0,40}}?) (?:has|have|is) "
    rf"(?:withdrawn|retracted|killed|withdrawing|retracting) (?:its|our|the|a|this|that|an) {_ASIDE}\b{_STORY}\b",
    re.IGNORECASE,
)
_OURSELVES = frozenset("we the editors this newspaper this agency the newsroom".split())
_CORRECTED = re.compile(
    r"\W{0,6}(?:(?:urgent|bulletin|official|eds?|editors|refile|update \d+)\W{1,4}){0,3}"
    r"(?P<mark>(?:corrected|correction|corrects|recasts and corrects)\b(?:\s?\(official\))?\s?[:–—/-]\s?"
    r"|\((?:this (?:story|report|version) )?corrects\b)",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"\W{0,6}(?:(?:kill|withdrawn|withdrawal|retracted|retraction|corrected|correction|refile|urgent|bulletin|flash|"
    r"mandatory|advisory|exclusive|breaking|update \d+|wrapup \d+|\d(?:st|nd|rd|th) ld)\b[ ]?[:–—/-]?\s*){0,4}",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def is_kill(report: Report) -> bool:
    """Whether the report only says that a story of its own newsroom is withdrawn: "KILL", "This story has been
    withdrawn". What another newsroom withdrew is news."""
    if len(report.text) > LONGEST_NOTICE or not report.text:
        return False
    return is_outright(report) or any(_withdraws_its_own(line, report) for line in _beginnings(report))


def is_outright(report: Report) -> bool:
    """Whether a kill says so of itself, and leaves open only which story it means."""
    return any(_KILL.match(line) is not None for line in _beginnings(report))


def is_corrected(report: Report) -> bool:
    """Whether the report says that it is a story sent before, corrected."""
    return any(_CORRECTED.match(line) is not None for line in _beginnings(report))


def headline(report: Report) -> str:
    """The report's headline, the marks of wires before it left out; its first line where it has none of its own."""
    first = next((line.strip() for line in report.text[:_HEAD].splitlines() if line.strip()), "")
    title = report.title if report.title is not None else first
    return title[_end_of_prefix(title) :].strip()


def folded(words: str) -> str:
    """Its words alone, between blanks, so that one text is found in another by whole words."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _end_of_prefix(title: str) -> int:
    found = _PREFIX.match(title)
    return 0 if found is None or found.end() == len(title) else found.end()


def _beginnings(report: Report) -> list[str]:
    lines = [line.strip() for line in report.text[:_HEAD].splitlines() if line.strip()][:_LINES]
    return lines if report.title is None else [report.title[:_HEAD], *lines]


def _withdraws_its_own(line: str, report: Report) -> bool:
    found = _WITHDRAWER.match(line)
    if found is None:
        return False
    who = folded(found["who"])
    if set(who.split()) <= _OURSELVES:
        return True
    known = [folded(name) for name in (report.outlet, report.agency) if name is not None]
    return not known or any(name in who or who in name for name in known)
