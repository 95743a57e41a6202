"""Words that weaken what is said: "reportedly", "feared", "may have"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportedly.figure import Words
from reportedly.report import Span

_TO_BE = r"(?:to\s+(?:be|have|still|also)|to\s+\w+|dead|killed|drowned|lost|missing|trapped|buried|responsible|\w+ed)"
_ADVERBS = (
    r"reportedly|allegedly|apparently|supposedly|purportedly|seemingly|presumably|possibly|perhaps|probably"
    r"|ostensibly"
    r"|conceivably|maybe|rumou?red|unconfirmed|unverified|uncorroborated|unsubstantiated|presumed|unofficially"
    r"|tentatively"
    r"|likely(?!\s+to\s+(?!have\b|be\b))|unlikely"
)
_PASSIVES = (
    rf"(?:believed|thought|understood|said|reported|suspected|known\s+only|assumed|alleged|considered"
    rf"|estimated)\s+to\s+"
    rf"(?:be|have|number|include|still|also|contain|total)\b|feared(?=\s+{_TO_BE}\b|\W|$)|(?:it\s+(?:is|was)\s+)?"
    rf"(?:believed|feared|thought|suspected)\s+that\b|(?:appear|seem)(?:s|ed)?\s+to\b|it\s+(?:appears|appeared"
    rf"|seems|seemed)\b"
)
_MODALS = r"(?:may|might|could)\s+(?:also\s+|still\s+|well\s+|already\s+)?(?:have|be)\b"
_OPEN = (
    r"(?:not\s+(?:yet\s+|immediately\s+|entirely\s+)?(?:been\s+)?(?:independently\s+|officially\s+)?(?:clear|known"
    r"|confirmed|verified)"
    r"|unclear|unknown\s+(?:how|whether|if)|(?:could|can)\s*not\s+(?:immediately\s+)?(?:be\s+)?(?:independently\s+"
    r"|immediately\s+)?"
    r"(?:confirmed|verified|confirm|verify)|if\s+confirmed|yet\s+to\s+be\s+(?:confirmed|verified))\b"
)
_NOUNS = (
    r"(?:initial|early|preliminary|conflicting|first|sketchy|some|media|local)\s+(?:reports|figures|estimates"
    r"|indications|counts?)\b"
    r"|there\s+(?:are|were)\s+fears\b|fears\s+(?:that|of|are)\b|rumou?rs?\b|(?<=\ba\s)reported(?=\s+[\d\w])"
    r"|(?<=\bthe\s)reported(?=\s+\d)"
)
_HEDGE = re.compile(rf"\b(?:{_ADVERBS}|{_PASSIVES}|{_MODALS}|{_OPEN}|{_NOUNS})", re.IGNORECASE)


_SURE = 0.7
"""How sure the model must be of a hedge that no rule knows."""
_SHORTEST = 3
"""Characters; what is shorter is cut off something."""


def hedges(text: str, span: Span, tagged: Sequence[tuple[Span, float]] = ()) -> tuple[Words, ...]:
    """The hedging words within characters [start, end) of the text, in order; none overlap. `tagged` are the model's,
    by where they stand, each with how sure it is.

    An estimate ("an estimated 40", "about 40") is a figure's own vagueness, and no hedge; nor is a suspect's
    description ("the alleged gunman").
    """
    start, end = span
    found = [m.span() for m in _HEDGE.finditer(text, start, end)]
    by_rule = len(found)
    for place in range(bisect_left(tagged, ((start, start), 0.0)), len(tagged)):
        (first, last), sure = tagged[place]
        if last > end:
            break
        meets = any(first < b and a < last for a, b in found[:by_rule])
        if sure >= _SURE and last - first >= _SHORTEST and not meets and _is_whole(text, first, last):
            found.append((first, last))
    return tuple(Words(text[a:b], (a, b)) for a, b in sorted(found))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Do the words end where words end ("seem", and not the "Seem" of a name)?"""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
