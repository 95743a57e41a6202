"""Number phrases in a sentence, more of them than count people: what the figure heads learn to tell apart."""

from __future__ import annotations

import re

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).replace(" ", "|")
_WORDS = rf"(?:{_UNITS})(?:[- ](?:{_UNITS}))?(?: (?:hundred|thousand|million))*(?: and (?:{_UNITS}))?"
_DIGITS = r"\d[\d,]*(?:\.\d+)?(?: ?(?:million|thousand|hundred|bn|m\b|k\b))?"
_RANGE = rf"(?:{_DIGITS}|{_WORDS})(?: ?(?:-|–|to|or|and) ?(?:{_DIGITS}|{_WORDS}))?"
_VAGUE = (
    r"tens of thousands|hundreds of thousands"
    r"|(?:several|a few|many) (?:hundred|dozen|thousand)s?|hundreds|thousands|millions"
    r"|dozens|scores|several|a few|few|a handful|a couple|couple|(?:a|two|three|four|half a) dozen|dozen"
    r"|a hundred|a thousand|a million"
    r"|no one|no-one|nobody|none|no|another|nil|both"
)
_MODIFIER = (
    r"at least|at most|as many as|up to|more than|less than|fewer than|no more than|no fewer than|over|under|about"
    r"|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|between|only|just|about half"
    r"|a minimum of|upwards of|in excess of|well over|not more than|minimum|nearly all of the"
)
_PERSON = (
    r"(?:\w+(?:er|or|ist|ian|ee|ese|ant|ent|ard|ot|iff|ess|ite|eer)"
    r"|\w*(?:man|woman|person|child|boy|girl|guard|pilot|nurse|cop|chief"
    r"|civilian|member|victim|official|student|captain|priest|colonel|general|sergeant|private|lieutenant|deputy|aide"
    r"|spokesman|migrant|militant|militia|rebel|insurgent|sniper|suspect|driver|hostage|soldier|officer|bomber|assailant|Briton|American"
    r"|Frenchman|Pole|Swede|Dane|Finn|Scot|Spaniard|Turk|Greek|Czech|Serb|Iraqi|Israeli|Pakistani|Saudi|Yemeni|Afghan"
    r"|Kurd|Thai|Arab|Swiss|tourist|baby|infant|toddler|teen|adult|patient|monk|imam|bishop|rabbi|judge|mayor|senator"
    r"|minister|governor|nun|fan|spectator|passenger|aid worker|diplomat|envoy|athlete|runner|friend|brother|sister"
    r"|mother|father|son|daughter|wife|husband|national|resident|local|dead|body|survivor|youth|male|female|mechanic|clerk))"
)
PHRASE = re.compile(
    rf"\b(?:(?:{_MODIFIER}) )*(?:{_RANGE}|{_VAGUE})\b(?:\+)?|\b(?:an?|another)\b(?: [\w'’.-]+){{0,3}}? {_PERSON}\b",
    re.I,
)


def phrases(text: str) -> list[tuple[int, int]]:
    """Spans of what may be a number phrase, in the order of the text, none touching another."""
    return [m.span() for m in PHRASE.finditer(text)]
