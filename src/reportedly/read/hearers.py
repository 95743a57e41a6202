"""What stands between a reporting verb and the words said: hearer, day, occasion, and the outlets named there."""

from reportedly.read.clauses import is_finite
from reportedly.read.cues import DAYS
from reportedly.read.dates import MONTH_NAMES
from reportedly.read.newsrooms import NAME_OPENERS, is_outlet, known_name
from reportedly.read.tokens import Tokens, is_number
from reportedly.read.word_classes import COMMAS, DETERMINERS, MARKS, STOPS
from reportedly.read.written import TENS, UNITS
from reportedly.report import Span

_HEARER_PRONOUNS = frozenset("him her them us me it reporters journalists newsmen lawmakers parliament".split())
_NO_HEARER = frozenset(
    "that : there he she it they how what why to about of in on at by via if whether when where".split()
)
_PRESS_WORDS = frozenset(
    "and news television tv radio newspaper agency channel network online press magazine service programme show".split()
)
_ITS_PEOPLE = frozenset("reporters journalists staff staffers correspondents".split())
_PRESS_NOUNS = _PRESS_WORDS - {"and", "show"}
_BEFORE_TIME = frozenset(
    "late early last this earlier later again next afterward afterwards here there recently".split()
)
_TIMES = frozenset("week month year night day morning afternoon evening weekend ago".split())
_OCCASIONS = frozenset(
    "statement interview conference speech tweet email e-mail briefing letter post address message report "
    "phone telephone television tv radio twitter facebook call text video release memo note hearing rally "
    "debate program programme show appearance comments remarks testimony stage blog condition anonymity "
    "translator interpreter spokesman spokeswoman camera facebook website bulletin broadcast update advisory "
    "dispatch newspaper agency".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_LEADS = frozenset("in on at by during via through to after before from with of for".split())
_CARRIES = frozenset("on to in by with via through of".split())
"""Prepositions before an outlet that carried the words: "in an interview with", "on", "to"."""


def hearer(t: Tokens, n: int) -> tuple[tuple[int, int] | None, int]:
    """Whom somebody told, as tokens (first, beyond), and the token after; None where nobody is named."""
    low = t.at(n)
    if not low or not low[0].isalnum() or low == "that" or t.quoted[n]:
        return None, n
    known = known_outlet(t, n)
    if known is not None:
        if t.low[known - 1].endswith(("'s", "’s")):
            # "the HNN's Arabic service"
            while known < len(t) and (t.is_capital(known) or t.low[known] in _PRESS_WORDS):
                known += 1
        while known < len(t) and t.is_capital(known) and t.low[known].isalpha() and t.low[known] not in DAYS:
            known += 1  # "BBC Afrique"
        while t.at(known) in _PRESS_NOUNS:
            known += 1  # "the AFP news agency"
        if t.at(known) in _ITS_PEOPLE:
            known += 1  # "told AFP reporters that"
        known = _numbered(t, known)
        return (n, known), known
    if low in _HEARER_PRONOUNS:
        return (n, n + 1), n + 1
    if low in _NO_HEARER:
        return None, n
    capital = t.is_capital(n)
    m = n
    while m < len(t) and m < n + 14:
        word = t.low[m]
        if (m > n and word in _NO_HEARER) or word in COMMAS or word in STOPS or word in MARKS or word in DAYS:
            break
        if m > n and (word in DETERMINERS or is_number(word) or word in UNITS or word in TENS):
            break
        if m > n and capital and not t.is_capital(m) and word not in _PRESS_WORDS | _ITS_PEOPLE:
            break
        m += 1
    m = _numbered(t, m) if capital and m > n else m
    return ((n, m), m) if m > n else (None, n)


def _numbered(t: Tokens, n: int) -> int:
    """The token after a name that ends before n, its number with it: "told Rossiya 24 on Friday", and not "told Reuters
    24 had died"."""
    after = t.at(n + 1)
    closed = after in STOPS or after in COMMAS or after == "that" or t.at(n + 2) in DAYS
    return n + 1 if is_number(t.at(n)) and closed else n


def known_outlet(t: Tokens, n: int) -> int | None:
    """The token after the longest name of an outlet we know that begins at token n."""
    if t.at(n) not in NAME_OPENERS | _ARTICLES:
        return None
    for length in (5, 4, 3, 2, 1):
        if (
            n + length <= len(t)
            and t.low[n + length - 1] not in STOPS
            and not COMMAS & {*t.low[n : n + length]}
            and known_name(t.text[t.start[n] : t.end[n + length - 1]]) is not None
        ):
            return n + length
    return None


def is_press(t: Tokens, first: int, beyond: int) -> bool:
    known = known_outlet(t, first)
    return is_outlet(t.text[t.start[first] : t.end[beyond - 1]]) or (known is not None and known <= beyond)


def skip_setting(t: Tokens, n: int) -> tuple[int, list[Span]]:
    """The token after when, where and to whom it was said; and the outlets among these, as characters."""
    via: list[Span] = []
    while n < len(t):
        low = t.low[n]
        if low in DAYS or low in MONTH_NAMES or _is_time(t, n):
            n += 1
            continue
        if low not in _LEADS:
            break
        beyond = _setting_end(t, n)
        if low == "to":
            name_end = _outlet_end(t, n + 1)
            if name_end is not None:
                via.append(t.span(n + 1, name_end))
                n = name_end
                continue
        if beyond is None:
            break
        if low in _CARRIES:
            via.extend(_outlets(t, n, beyond))
        n = beyond
    return n, via


def _is_time(t: Tokens, n: int) -> bool:
    low = t.low[n]
    if low in _BEFORE_TIME:
        after = t.at(n + 1)
        return (
            after in DAYS or after in _TIMES or after in COMMAS or after in STOPS or after in {"that", "", "in", "on"}
        )
    return low in _TIMES and n > 0 and (t.low[n - 1] in _BEFORE_TIME or t.low[n - 1] in DAYS)


def outlets_in(t: Tokens, first: int, beyond: int) -> list[Span]:
    """The outlet that the words from `first` to `beyond` say something was said to: "speaking to the Gazette", "in a
    statement carried by the Gazette"."""
    found = _outlets(t, first, beyond)
    if found:
        return found
    by = next((k for k in range(first, beyond - 1) if t.low[k] == "by"), None)
    name_end = None if by is None else _outlet_end(t, by + 1)
    return [t.span(by + 1, name_end)] if by is not None and name_end is not None and name_end <= beyond else []


def _outlets(t: Tokens, first: int, beyond: int) -> list[Span]:
    for k in range(first + 1, beyond):
        if t.low[k - 1] in _CARRIES or (t.low[k - 1] in _ARTICLES and t.low[k - 2] in _CARRIES):
            name_end = _outlet_end(t, k)
            if name_end is not None and name_end <= beyond and (t.is_capital(k) or t.low[k] in {"state", "local"}):
                return [t.span(k, name_end)]
    return []


def _outlet_end(t: Tokens, n: int) -> int | None:
    """The token after the words for an outlet that begin at token n: a name we know, or capitals that end like one."""
    known = known_outlet(t, n)
    if known is not None:
        return known
    m = n + 1 if t.at(n) in _ARTICLES else n
    start = m
    while (
        m < len(t) and m < start + 6 and (t.is_capital(m) or t.low[m] in _PRESS_WORDS or t.low[m] in {"state", "local"})
    ):
        m += 1
    while m > start and t.low[m - 1] == "and":
        m -= 1
    return m if m > start and is_press(t, n, m) else None


def _setting_end(t: Tokens, n: int) -> int | None:
    """Where "on Monday", "in a statement to the agency", "at a news conference" ends; None for other words."""
    if t.at(n + 1) in {"least", "most", "first"}:
        return None
    m, occasion = n + 1, None
    while m < len(t) and m < n + 14:
        low = t.low[m]
        if low in {"that", ":", "he", "she", "they", "there"} or low in MARKS or low in COMMAS or low in STOPS:
            break
        if (
            low in DAYS
            or low in MONTH_NAMES
            or low in _OCCASIONS
            or low in _TIMES
            or (occasion == m and is_number(low))
        ):
            occasion = m + 1
        elif occasion is not None and low in _ARTICLES and t.low[m - 1] not in _LEADS and t.low[m - 1] != "about":
            return occasion
        m += 1
    closes = t.at(m) in {"that", ":", ""} or t.at(m) in MARKS or t.at(m) in COMMAS or t.at(m) in STOPS
    # What remains must be a place or the like, and nothing that counts or happens: "in Orrin that".
    rest = n + 1 if occasion is None else occasion
    plain = m - rest <= 4 and not any(is_number(t.low[k]) or is_finite(t, k) for k in range(rest, m))
    if occasion is None:
        return m if closes and plain and t.at(m) not in MARKS | {":", ""} else None
    return m if closes and plain else occasion
