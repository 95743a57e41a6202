"""Where a report's sentences begin and end, however badly the text came through."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from reportedly.read.credit import credit_only, dateline_end
from reportedly.read.furniture import furniture, is_caption, is_furniture, tells_of_people
from reportedly.read.opening_clock import after_clock
from reportedly.read.sentence import Sentence
from reportedly.report import Span

# A stop, what closes after it, and then white space, the end, or (missing space) a capital.
_STOP = re.compile(r"(?:[.!?]+|…|\.\.\.)(?:[\"”’')\]»]|''){0,4}(?=\s|\Z|[A-Z“\"\[])|[.!?](?:”|’|\"|\))(?=[A-Z“])")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘'—–]+\Z")
_NEXT = re.compile(r"\s*(?P<opens>(?:[\"“‘'(\[«]|``)*)(?P<first>\S?)(?P<second>\S?)")
_SAID_NEXT = re.compile(
    r"\s+(?:(?:the|a|an|one|his|her)\s+)?(?:[\w.'’\-]+\s+){1,4}?(?:said|says|asked|told|added|wrote|tweeted|shouted|"
    r"cried|replied|recalled|wondered|continued|declared|joked)\b",
    re.IGNORECASE,
)

# Never the end of a sentence, for a name or a number follows.
_BEFORE_A_NAME = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpt cmdr cdr sgt sgts cpl pvt adm rear brig gov govs sen sens rep "
    "reps rev fr hon pres sec det insp supt const msgr st ste mt ft vs no nos art fig vol pp op approx ca cf "
    "eg ie e.g i.e v rs dist pfc spc ald atty dep asst mme mlle messrs sr.lt sheikh.dr".split()
)
# May end one: only a capital that is no name after it tells, so the next word decides.
_EITHER_WAY = frozenset(
    "jr sr inc ltd co corp bros llc plc etc al a.m p.m am pm u.s u.k u.n u.s.a e.u d.c jan feb mar apr jun "
    "jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun est ave blvd rd dept univ assn "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla "
    "ore pa tenn tex va vt wash wis wyo n.y n.j n.c s.c n.d s.d n.h n.m w.va r.i ont que alta sask n.s n.b "
    "nato.us ph.d m.d b.a m.a".split()
)
_OPENERS = frozenset(
    "the a an in on at he she it they we i but and this that these those there his her their its our as after "
    "when while if for from by with according however police officials authorities one two some many most "
    "more no not so what who why how where you meanwhile also earlier later since until under among both all".split()
)
_TERMINAL = re.compile(r"[.!?:;…][\"”’')\]]*\s*\Z")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order, without datelines, credits and page furniture; what of that gives a number of
    people stays, as an aside.

    A line is a paragraph, unless lines were wrapped in mid-sentence; a sentence never runs over a paragraph's end.
    Takes time linear in the text, whatever it holds.
    """
    found = []
    for number, (start, end, aside) in enumerate(_paragraphs(text)):
        begin = dateline_end(text, after_clock(text, start, end), end)
        for s, e in _cut(text, _split(text, begin, end)):
            words = text[s:e].strip()
            s += text[s:e].index(words)
            e = s + len(words)
            if not words or credit_only(words):
                continue
            beside = aside or (s > begin and is_furniture(words))
            if not beside or tells_of_people(words):
                found.append(Sentence(s, e, number, beside and not is_caption(words)))
    return tuple(found)


_LONGEST = 10_000
"""Characters of one sentence. No prose has longer ones; a file without a stop would be one, and costs memory."""


def _cut(text: str, parts: Iterator[Span]) -> Iterator[Span]:
    for start, end in parts:
        while end - start > _LONGEST:
            blank = text.rfind(" ", start + 1, start + _LONGEST)
            stop = blank if blank > 0 else start + _LONGEST
            yield start, stop
            start = stop + (blank > 0)
        yield start, end


def _paragraphs(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is page furniture that tells of people)."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n\u2028\u2029]+|(?<=\n)\r?(?=\n)", text)]
    drop = furniture([text[s:e] for s, e in lines])
    kept = [(s, e, n in drop) for n, (s, e) in enumerate(lines) if n not in drop or tells_of_people(text[s:e])]
    kept = [line for line in kept if text[line[0] : line[1]].strip()]
    wrapped = _is_wrapped([(s, e) for s, e, aside in kept if not aside])
    at = 0
    while at < len(kept):
        start, end, aside = kept[at]
        at += 1
        while at < len(kept) and not aside and not kept[at][2] and _runs_on(text, kept[at - 1], kept[at], wrapped):
            end = kept[at][1]
            at += 1
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        yield start, end, aside


def _is_wrapped(lines: list[Span]) -> bool:
    """Whether a typewriter's right margin broke these lines: most of them about as long as the longest."""
    lengths = [e - s for s, e in lines]
    if len(lengths) < 4 or not 50 <= max(lengths) <= 100:
        return False
    return sum(n > max(lengths) * 0.75 for n in lengths) * 2 > len(lengths)


def _runs_on(text: str, line: tuple[int, int, bool], after: tuple[int, int, bool], wrapped: bool) -> bool:
    # Only the line break itself may stand between: an empty line always parts two paragraphs.
    if text.count("\n", line[1], after[0]) > 1 or "\u2029" in text[line[1] : after[0]]:
        return False
    tail = text[max(line[0], line[1] - 20) : line[1]]
    head = text[after[0] : after[0] + 20].lstrip()
    if wrapped and line[1] - line[0] > 50:
        return True
    return not _TERMINAL.search(tail) and head[:1].islower() and not text[line[0] : line[1]].islower()


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    cased = any(c.isupper() for c in text[start:end])
    # Inside brackets a stop ends nothing: "(He later died.)" stays with the sentence that it interrupts.
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    for stop in _STOP.finditer(text, begin, end):
        if stop.start() < begin or not _ends(text, stop, begin, end, cased):
            continue
        yield begin, stop.end()
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield begin, end


def _ends(text: str, stop: re.Match[str], begin: int, end: int, cased: bool) -> bool:
    if stop.end() >= end:
        return True
    mark = text[stop.start()]
    after = _NEXT.match(text, stop.end(), min(end, stop.end() + 12))
    spaced = text[stop.end()].isspace()
    first = after["first"] if after else ""
    closed = text[stop.end() - 1] not in ".!?…"
    word_match = _LAST_WORD.search(text, max(begin, stop.start() - 24), stop.start())
    word = word_match.group().lower() if word_match else ""
    if not spaced:
        # "…the tanker.The state": a stop in mid-word ends a sentence only between whole words.
        return (closed or (mark in "!?" or (word.isalpha() and len(word) > 2 and stop.end() - stop.start() == 1))) and (
            bool(
                after and (after["opens"] or (first.isupper() and (after["second"].islower() or _is_lower(word_match))))
            )
        )
    if cased and first.islower():
        return False
    if closed and mark in "!?" and _SAID_NEXT.match(text, stop.end(), min(end, stop.end() + 60)):
        return False
    if mark != "." or closed:
        return mark != "…" or not first.islower()
    if stop.end() - stop.start() > 1:
        return True  # an ellipsis before a capital
    if word in _BEFORE_A_NAME:
        # "No." is both: an answer, and a number's sign.
        return word in {"no", "art", "op"} and not first.isdigit() and word_match is not None
    if len(word) == 1 and word.isalpha():
        # An initial, but "Vitamin C." and "Plan B." end sentences before a common opener.
        return _opener(text, stop.end(), end) and word not in {"j", "m", "r", "d"}
    if word in _EITHER_WAY or (len(word) > 2 and "." in word and word.replace(".", "").isalpha() and len(word) < 7):
        return _opener(text, stop.end(), end) if cased else False
    return True


def _is_lower(word: re.Match[str] | None) -> bool:
    return word is not None and word.group().islower()


def _opener(text: str, at: int, end: int) -> bool:
    word = re.compile(r"\s*[\"“‘(]*([A-Za-z]+)").match(text, at, min(end, at + 30))
    return word is not None and (word[1].lower() in _OPENERS or bool(re.match(r"\s*[\"“]", text[at : at + 3])))


def sentence_at(found: tuple[Sentence, ...], position: int) -> Sentence | None:
    """The sentence that holds this character; None where furniture or white space does."""
    n = bisect_left(found, position + 1, key=lambda s: s.start) - 1
    return found[n] if n >= 0 and position < found[n].end else None
