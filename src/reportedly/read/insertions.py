"""Insertions between a counted phrase and its verb: where a comma, a dash or a bracket closes again."""

from reportedly.read.counts import BE, HAVE, Row, counted_after
from reportedly.read.groups import Head
from reportedly.read.people import ROLES
from reportedly.read.states import Form, cue_at
from reportedly.read.words import Line

THROUGH = (
    BE
    | HAVE
    | frozenset(
        "reported reportedly believed feared confirmed presumed thought said known found declared listed still also "
        "now so "
        "far later already left to by at all both each either of us them whom who that which apparently allegedly "
        "officially initially currently critically seriously slightly lightly severely badly fatally gravely mortally "
        "accidentally remain remains remained remaining went go gone going may might could would will can should "
        "must not "
        "never yet more others other people persons just only even again then subsequently immediately reports "
        "suspected "
        "assumed feared left become became came were safely mostly mainly including or".split()
    )
)
STOP = frozenset(
    "after when while as before because where but since until till although though if said says say told tells saying "
    "according amid whereas despite following during than tells warned claims claimed announced adding added whose "
    "prompting sparking causing forcing raising bringing leaving destroying damaging making".split()
)
ENDS_CLAUSE = frozenset([".", ";", ":", "!", "?", "–", "—", "|", "/", "»", "-", "…"])
DASHES = frozenset(["-", "–", "—"])


def closing(row: Row, comma: int) -> int | None:
    """The comma that ends the insertion which this one begins; None where it begins a new clause instead."""
    line = row.line
    after = line.word(comma + 1)
    if after in BE | HAVE:
        return comma
    if after in ("and", "but", "while", "with") and after != "and":
        return None
    if after == "and":
        return comma if counted_after(row, comma + 2) is not None or line.word(comma + 2) in ROLES else None
    if counted_after(row, comma + 1) is not None and line.word(comma + 1) not in ("a", "an"):
        number = counted_after(row, comma + 1)
        if number is not None and line.word(number.last) != "," and number.phrase.head is not Head.THEM:
            return comma
    cue = cue_at(line, comma + 1) if comma + 1 < len(line) else None
    if cue is not None and cue.form is Form.ACTIVE:
        return None
    for j in range(comma + 1, min(len(line), comma + 22)):
        word = line.words[j]
        if word == "," and line.word(j + 1) in BE | HAVE | THROUGH:
            return j
        if (
            word == ","
            and (next_cue := cue_at(line, j + 1) if j + 1 < len(line) else None) is not None
            and not next_cue.ing
        ):
            return j
        if word in (".", ";", ":"):
            return None
    return None


def dashed(line: Line, opening: int) -> int | None:
    """The dash that ends the insertion which this one begins, where the clause's verb follows it."""
    for j in range(opening + 1, min(len(line), opening + 16)):
        if line.words[j] in DASHES and line.ends[j] - line.starts[opening] > 2:
            return j if line.word(j + 1) in BE | HAVE else None
        if line.words[j] in (".", ";", ":"):
            return None
    return None


def verb_soon(row: Row, comma: int) -> int | None:
    """The word before the "are" or "have" that goes on with the clause after a place name's lone comma."""
    for j in range(comma + 1, min(len(row.line), comma + 8)):
        if row.line.words[j] in BE | HAVE:
            return j - 1
        if row.line.words[j] in ENDS_CLAUSE or counted_after(row, j) is not None or row.line.words[j] in STOP:
            return None
    return None


def bracket(line: Line, opening: int) -> int | None:
    for j in range(opening + 1, min(len(line), opening + 14)):
        if line.words[j] == ")":
            return j
    return None
