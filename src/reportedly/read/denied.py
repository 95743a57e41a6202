"""Numbers that are told only to be denied: "28 are dead, not 34". The 34 is a claim of its own, which is denied."""

import re

from reportedly.figure import Figure
from reportedly.report import Span

_NOT = re.compile(r"(?<!\bif )\b(?:not|rather\s+than)\s+(?:the\s+|as\s+many\s+as\s+)?\Z", re.IGNORECASE)
_TOLL_IS_NOT = re.compile(
    r"\b(?:toll|number|figure|count|total)\b[^.;:\d]{0,40}\b(?:is|was|are|were)\s+not\s+\Z", re.IGNORECASE
)
_HAVE_NOT = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,3}?(?:had|has|have|was|were|did|are|is)(?:\s+not|n['’]t)\s+(?:been\s+|in\s+fact\s+|yet\s+)?"
    r"(?:died?|dead|killed|injured|wounded|hurt|kidnapped|abducted|taken|seized|captured|arrested|detained|freed"
    r"|released|missing)\b",
    re.IGNORECASE,
)
_DO_NOT = re.compile(
    r"\b(?:did|do|does|had|have|has)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:kill(?:ed)?|wound(?:ed)?|injured?|shoot|shot"
    r"|kidnap(?:ped)?|abduct(?:ed)?|take|taken|seized?|hold|held|arrest(?:ed)?|detain(?:ed)?|captured?)\s+"
    r"(?:the\s+|any\s+of\s+the\s+|those\s+)?\Z",
    re.IGNORECASE,
)
_BACK, _FAR_BACK = 24, 80
"""Characters before the number that are looked at."""


def _not_done(text: str, figure: Figure) -> Span | None:
    """The number with the words around it that say it did not happen: "nine miners had not died", "did not kill 12"."""
    start, end = figure.phrase.span
    low = max(0, start - 2 * _BACK)
    undone = _DO_NOT.search(text[low:start])
    if undone is not None:
        return low + undone.start(), end
    said = _HAVE_NOT.match(text, end)
    if said is None or figure.phrase.text.lower() in ("all", "half"):
        return None
    return start, said.end()


def denied(text: str, figures: tuple[Figure, ...]) -> dict[Figure, Span]:
    """Of figures said in one breath, those that are denied, each with the words that deny it ("not 34"): the breath
    gives another number for the same state, or says that it is not the toll."""
    found: dict[Figure, Span] = {}
    for figure in figures:
        start, end = figure.phrase.span
        said = _NOT.search(text[max(0, start - _BACK) : start])
        if said is not None:
            found[figure] = (start - len(said[0]), end)
    stated = {figure.kind for figure in figures if figure not in found}
    undone = {figure: span for figure in figures if (span := _not_done(text, figure)) is not None}
    return undone | {
        figure: span
        for figure, span in found.items()
        if figure.kind in stated or _TOLL_IS_NOT.search(text[max(0, span[1] - _FAR_BACK) : figure.phrase.span[0]])
    }
