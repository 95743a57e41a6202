"""Noun phrases by closed classes of words: where the words for a speaker begin and end. No grammar is parsed."""

from reportedly.read.clauses import is_finite, is_reduced
from reportedly.read.cues import AUXILIARIES, CUES, DAYS, MODALS, Form
from reportedly.read.dates import MONTH_NAMES
from reportedly.read.roles import role
from reportedly.read.tokens import GAP, Tokens, is_number
from reportedly.read.word_classes import COMMAS, DETERMINERS, LEADS, MARKS, PREPOSITIONS, PRONOUNS, STOPS

_BREAKS = frozenset(
    "; : — – -- - ( [ ] ? ! … .. ... * | • > < / but that because as when while whilst after before although though "
    "if since until till whether than where what how why nor so yet unless whereas wherever despite amid".split()
) | {GAP}
_RELATIVES = frozenset({"who", "which", "whose", "whom"})
_TIMES = frozenset(
    "morning afternoon evening night week month year weekend hour day days hours weeks months midday noon "
    "midnight ago late early last this next on earlier later the past previous same".split()
)
_WHEN = frozenset("earlier later previously also early late on initially".split())
_NO_OPENERS = frozenset({"and", "or", "&", "by", "which", "that", "who", "whom"})
_FURTHEST = 45
"""Tokens a speaker's words may run to; keeps the search linear in the text."""


def before(t: Tokens, beyond: int, floor: int = 0) -> tuple[int, int] | None:
    """The noun phrase that ends right before token `beyond`, not reaching below `floor`: (first, beyond), or None."""
    last = beyond
    if last > floor and t.low[last - 1] in COMMAS:
        # "…, a spokeswoman, Anna Ray, said": the words between the commas belong to the phrase before them.
        comma = last - 2
        least = max(floor, last - 28)
        while (
            comma > least and t.low[comma] not in COMMAS and t.low[comma] not in {";", ":"} and not _is_mark(t, comma)
        ):
            comma -= 1
        if comma <= floor or t.low[comma] not in COMMAS:
            return None
        if not _modifies(t, comma + 1, last - 1) or t.low[comma + 1] in _ADVERBS:
            # "The mayor, in a statement, said": the sentence's own subject, without its aside.
            head = _walk(t, comma, floor) if t.low[comma + 1] in _ASIDES else None
            return (head[0], comma) if head is not None and head[0] <= 1 and head[1] == comma else None
        head = _walk(t, comma, floor)
        if head is not None and head[1] - head[0] == 1 and is_number(t.low[head[0]]) and t.at(head[0] - 1) in COMMAS:
            head = _walk(t, head[0] - 1, floor)  # "Eva Hult, 51, a former miner, said"
        if head is None or head[0] >= comma:
            return None
        return head[0], last - 1
    if last > floor and t.low[last - 1] in _DASHES:
        dash = next((k for k in range(last - 2, max(floor, last - 16), -1) if t.low[k] in _DASHES), None)
        aside_of = None if dash is None else _walk(t, dash, floor)
        return aside_of if aside_of is not None and aside_of[1] == dash else None
    who = last
    while who > floor and (t.low[who - 1] in DAYS or t.low[who - 1] in _WHEN):
        who -= 1  # "the coroner, who earlier Sunday had said"
    if who < last and who > floor and t.low[who - 1] in {"who", "which"}:
        last = who
    if last > floor and t.low[last - 1] in {"who", "which"}:
        comma = last - 2 if t.at(last - 2) in COMMAS else last - 1
        head = _walk(t, comma, floor)
        return None if head is None else (head[0], comma)
    found = _walk(t, last, floor)
    if found is None:
        return None
    # "the 12 people who | police say were killed"
    relative = next((k for k in range(found[1] - 2, found[0], -1) if t.low[k] in _RELATIVES), None)
    if relative is not None and not any(_is_said_of(t, k) for k in range(relative + 1, found[1])):
        return (relative + 1, found[1]) if _is_nominal(t, relative + 1, found[1]) else found
    # "a spokesman for the governor, Ann Lee said" is rare; "a spokesman, Ann Lee, said" was above.
    return found


def _is_said_of(t: Tokens, k: int) -> bool:
    """Is token k a verb of the clause after "who" ("a man who calls himself"), so that nobody else speaks in it?"""
    who = t.at(k - 1) == "who" and t.low[k].isalpha() and not t.is_capital(k)
    verb = who and t.low[k] not in DETERMINERS | PRONOUNS and role(t.low[k]) is None  # "a guard who hid in a cellar"
    return verb or is_finite(t, k) or t.low[k] in MODALS or t.low[k] in CUES or t.low[k] in _HIMSELF


def _modifies(t: Tokens, first: int, beyond: int) -> bool:
    """Whether the words between two commas describe what stands before them."""
    if first >= beyond or beyond - first > 26:
        return False
    low = t.low[first]
    if low in _RELATIVES or low in DETERMINERS or is_number(low) or t.is_capital(first):
        return True
    if low in PREPOSITIONS and low != "of":
        return False
    return not any(is_finite(t, n) and not (n == first and is_reduced(t, n)) for n in range(first, beyond))


def _is_mark(t: Tokens, place: int) -> bool:
    return t.low[place] in MARKS


def _walk(t: Tokens, beyond: int, floor: int) -> tuple[int, int] | None:
    place, first = beyond - 1, beyond
    least = max(floor, beyond - _FURTHEST)
    while place >= least:
        low = t.low[place]
        if low == ")":
            opened = place
            while opened > least and t.low[opened] != "(":
                opened -= 1
            if t.low[opened] != "(" or place - opened > 12:
                break
            place = opened - 1
            continue
        if low in COMMAS or low in _BREAKS or _is_mark(t, place):
            if low == "as" and (who := _who_he_is(t, place, least)) is not None:
                place = who
                continue
            break
        if low in DAYS and place + 2 < beyond and (t.low[place + 1] in DETERMINERS or t.is_capital(place + 1)):
            # "…on Tuesday the council said": the day closes what was said.
            break
        if low in {"and", "or", "&"}:
            if not _joins(t, place, least):
                break
        elif low == "be" and t.at(place - 1) == "to" and t.at(place - 2) in _TO_BE:
            place -= 3  # "a woman claiming to be a nurse"
            continue
        elif t.at(place - 1) == "be" and t.at(place - 2) == "to" and t.at(place - 3) in _TO_BE:
            place -= 4 if t.at(place - 3) == "not" else 3  # "a doctor who asked not to be named"
            continue
        elif is_finite(t, place) and not is_reduced(t, place):
            relative = _relative_before(t, place, least)
            if relative is None:
                break
            first = place = relative
            continue
        first = place
        place -= 1
    first = _without_lead(t, first, beyond)
    while first < beyond and (t.low[first] in _NO_OPENERS or t.low[first] in AUXILIARIES - DETERMINERS):
        first += 1
    beyond = _without_time(t, first, beyond)
    if first >= beyond or not _is_nominal(t, first, beyond):
        return None
    return first, beyond


_TO_BE = frozenset({"claiming", "purporting", "claimed", "not", "declined", "asked", "refused"})
_DASHES = frozenset({"—", "–", "--"})
_ADVERBS = frozenset("however too meanwhile though".split())
_ASIDES = _ADVERBS | frozenset("in at on without for when during asking having by after from via through as".split())
_HIMSELF = frozenset({"himself", "herself", "themselves", "itself"})


def _who_he_is(t: Tokens, place: int, least: int) -> int | None:
    """The "who" of "a man who identified himself as | a rescuer", with "as" at `place`."""
    if t.at(place - 1) in _HIMSELF and t.at(place - 2) in {"identified", "described", "introduced", "identifying"}:
        who = place - 3 if t.at(place - 3) in _RELATIVES else place - 2
        return who if who > least else None
    return None


def _joins(t: Tokens, place: int, least: int) -> bool:
    """Whether "and" joins two speakers rather than two clauses."""
    n = place - 1
    while n >= least and n > place - 12:
        low = t.low[n]
        if low in COMMAS or low in _BREAKS or _is_mark(t, n):
            return not (low in COMMAS and n == place - 1)
        if low in CUES and CUES[low][1] in (Form.PAST, Form.PRESENT):
            return False
        if is_finite(t, n):
            return False
        n -= 1
    return n < least


def _relative_before(t: Tokens, verb: int, least: int) -> int | None:
    """The "who" or "that" whose clause the verb belongs to, with its noun: "officials who visited the site"."""
    n = verb - 1
    while n >= max(least, verb - 6):
        low = t.low[n]
        if (low in _RELATIVES or low == "where") or (
            low == "that" and n > least and t.low[n - 1] not in COMMAS and not is_finite(t, n - 1)
        ):
            return n - 1 if n - 1 >= least and t.low[n - 1] not in COMMAS else None
        if low in COMMAS or (is_finite(t, n) and t.low[n] not in AUXILIARIES):
            return None
        n -= 1
    return None


def _without_lead(t: Tokens, first: int, beyond: int) -> int:
    """Skips "But", "On Monday", "Last night" before the phrase proper."""
    while first < beyond - 1 and t.low[first] in LEADS:
        first += 1
    if t.low[first] if first < beyond else "" in _TIMES | DAYS | MONTH_NAMES:
        n = first
        while n < beyond and (t.low[n] in _TIMES or t.low[n] in DAYS or t.low[n] in MONTH_NAMES or is_number(t.low[n])):
            n += 1
        told_time = any(
            t.low[k] in DAYS
            or t.low[k] in MONTH_NAMES
            or t.low[k] in {"night", "week", "month", "year", "morning", "evening"}
            for k in range(first, n)
        )
        if told_time and n < beyond:
            # "Last night the army": the article belongs to the army.
            return n - 1 if t.low[n - 1] == "the" else n
    return first


_NAMES_TOO = frozenset({"today", "tonight", "now"})


def _without_time(t: Tokens, first: int, beyond: int) -> int:
    """Leaves out the day at the end: "the army on Monday"."""
    n = beyond
    if n - 2 >= first and t.low[n - 1] in _NAMES_TOO and t.is_capital(n - 1) and t.is_capital(n - 2):
        return beyond  # "The newspaper Tarn Today"
    while n - 1 > first and (
        t.low[n - 1] in DAYS or t.low[n - 1] in {"also", "however", "earlier", "later", "last", "week"}
    ):
        n -= 1
    if n < beyond and n - 1 > first and t.low[n - 1] in {"on", "late", "early", "last"}:
        n -= 1
        if n - 1 > first and t.low[n - 1] in {"on", "late"}:
            n -= 1
    return n


def _is_nominal(t: Tokens, first: int, beyond: int) -> bool:
    low = t.low[first]
    if beyond - first == 1:
        return (
            (low[0].isalnum() or low[0] == "@")
            and low not in PREPOSITIONS
            and low not in LEADS
            and low not in AUXILIARIES
        )
    if low in PREPOSITIONS:
        return False
    return any(t.low[n][0].isalpha() for n in range(first, beyond))


def after(t: Tokens, first: int) -> int:
    """Where the noun phrase that begins at `first` ends, with what describes it: "Ann Lee, a doctor in Izmir"."""
    ceiling = min(len(t), first + _FURTHEST)
    n = first
    while n < ceiling:
        low = t.low[n]
        if low in STOPS or low in {":", "—", "–", "--", GAP} or _is_mark(t, n):
            if low == "." and n + 1 < ceiling and n > first and len(t.low[n - 1]) <= 5 and t.is_capital(n - 1):
                n += 1  # "Gen. Li"
                continue
            break
        if low == ",":
            end = _describes(t, n + 1, ceiling)
            if end is None:
                break
            n = end
            continue
        if low in {
            "but",
            "because",
            "when",
            "while",
            "after",
            "before",
            "although",
            "though",
            "if",
            "since",
            "until",
            "as",
        }:
            break
        if low == "that" and n > first:
            break
        if n > first and low in _QUANTIFIES and any(is_number(t.at(k)) for k in (n + 1, n + 2)):
            break  # "according to UN estimates | more than 3,500"
        if low in {"and", "or"} and not _joins_after(t, n, ceiling):
            break
        if low in {"who", "whose", "which", "where"}:
            while n < ceiling and t.low[n] not in COMMAS and t.low[n] not in {".", ";"} and not _is_mark(t, n):
                n += 1
            continue
        if is_finite(t, n) and not is_reduced(t, n):
            break
        cue = CUES.get(low)
        if cue is not None and n > first and cue[1] is Form.ING:
            break
        if n > first and low in _REPORTS:
            break  # "released by the group | shows nine captives"
        if n > first and (low in DAYS or (low == "on" and t.at(n + 1) in DAYS | MONTH_NAMES)):
            break
        if n > first and low in {"in", "at", "during"} and t.at(n + 1) in {"a", "an"} and t.at(n + 2) in _OCCASIONS:
            break
        n += 1
    while n > first and (t.low[n - 1] in COMMAS or t.low[n - 1] in {"in", "and", "or", "of", "on"}):
        n -= 1
    return n


_REPORTS = frozenset({"found", "shows", "showed", "finds", "saying"})
_QUANTIFIES = frozenset("more fewer less over nearly almost about around some at up".split())
_OCCASIONS = frozenset(
    "statement interview televised news press speech tweet email e-mail phone telephone letter report message "
    "post video briefing conference written joint brief separate radio blog memo address".split()
)


def _describes(t: Tokens, first: int, ceiling: int) -> int | None:
    """Where the words after a comma end, if they describe the name before it ("a doctor in Izmir"); else None."""
    if first >= ceiling:
        return None
    low = t.low[first]
    named = first
    while named < ceiling and named < first + 4 and t.is_capital(named) and t.low[named].isalpha():
        named += 1
    if named > first and not t.is_capital(first - 2) and (t.at(named) in STOPS | COMMAS or t.at(named) == ""):
        return named  # "the governor, Omar Venn."
    if not (
        low in {"a", "an", "the", "who", "which", "whose", "one", "his", "her", "its"}
        or (is_number(low) and t.at(first + 1) == "," and len(low) < 4 and not is_number(t.at(first + 2)))
        or any(_is_title(t, k) for k in range(first, min(ceiling, first + 4)))
    ):
        return None
    n = first
    relative = low in _RELATIVES
    while n < ceiling and n < first + 24:
        word = t.low[n]
        if word == "." and n + 1 < ceiling and len(t.low[n - 1]) <= 4 and t.is_capital(n - 1) and t.is_capital(n + 1):
            n += 1
            continue
        if word in COMMAS or word in {".", ";", "—", "–", "--"} or _is_mark(t, n):
            break
        if not relative and (word in _RELATIVES):
            relative = True
        if not relative and is_finite(t, n) and not is_reduced(t, n):
            return None
        if not relative and word in {"but", "because", "while", "as", "that"}:
            return None
        n += 1
    return n


def _is_title(t: Tokens, place: int) -> bool:
    word = t.low[place]
    return (
        word.endswith(("er", "or", "man", "woman", "ist", "ent", "ary", "chief", "head", "person", "ician"))
        and len(word) > 3
    )


def first_of_two(t: Tokens, first: int, beyond: int) -> int:
    """Where the first of two noun phrases ends that no comma parts: "according to the General Staff | the figure"."""
    for n in range(first + 2, beyond):
        if t.low[n] in {"the", "a", "an", "some", "at"} and t.low[n - 1] not in PREPOSITIONS | DETERMINERS | {
            "and",
            ",",
        }:
            return n
    return beyond


def _joins_after(t: Tokens, place: int, ceiling: int) -> bool:
    for n in range(place + 1, min(ceiling, place + 8)):
        low = t.low[n]
        if low in COMMAS or low in {".", ";"} or _is_mark(t, n):
            return True
        if is_finite(t, n) or (low in CUES and CUES[low][1] is not Form.ING and low not in DETERMINERS):
            return False
    return True


def subject(t: Tokens, beyond: int) -> tuple[int, int] | None:
    """The sentence's own subject: its first noun phrase before a verb, after what leads in; None if none shows."""
    first = 0
    while first < beyond and not t.low[first][0].isalnum():
        first += 1
    if first < beyond and (
        t.low[first] in PREPOSITIONS or t.low[first] in {"after", "as", "when", "while"} or t.low[first].endswith("ing")
    ):
        comma = next((n for n in range(first, min(beyond, first + 30)) if t.low[n] == ","), None)
        if comma is not None:
            first = comma + 1
    n = first
    while n < min(beyond, first + 30):
        low = t.low[n]
        if low == ",":
            end = _describes(t, n + 1, min(beyond, first + 40))
            if end is None or t.at(end) != ",":
                break
            n = end + 1
            continue
        if low in _BREAKS or _is_mark(t, n) or low in MODALS - {"to"} or low in AUXILIARIES:
            break
        if is_finite(t, n) and not is_reduced(t, n):
            break
        cue = CUES.get(low)
        if n > first and cue is not None and cue[1] in (Form.PAST, Form.PRESENT):
            break
        n += 1
    first = _without_lead(t, first, n) if first < n else first
    return (first, n) if n > first and _is_nominal(t, first, n) else None
