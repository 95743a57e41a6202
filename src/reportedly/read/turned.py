"""Wordings that leave no doubt of a state though one of their words, taken alone, says another: "trying to free 250",
"lost contact with nine", "shot in the leg", "cannot have survived", "freed from the wreckage"."""

import re
from collections.abc import Callable

from reportedly.figure import Kind
from reportedly.read.counts import Counted, Link, Row, counted_after
from reportedly.read.groups import Head
from reportedly.read.links import counted_run
from reportedly.read.numbers import Shape
from reportedly.read.people import ROLES

_BACK, _ON = 12, 12
"""Words looked at on either side of a count."""
_LIMB = r"(?:arms?|legs?|foot|feet|hands?|shoulders?|thighs?|knees?|hips?|buttocks|ankles?|wrists?|calf|calves|elbows?)"
_SEA = r"(?:waves?|floods?|floodwaters?|rivers?|currents?|waters?|surges?|tsunami|torrents?|tides?|seas?|creek)"
_WRECK = (
    r"(?:wreck\w*|rubble|debris|ruins|mud|train|bus|coach|carriages?|cars?|vehicles?|lifts?|elevators?|mine|shaft|tunnel"
    r"|collapsed|crushed|overturned|mangled|flood\w*|snow|avalanche|cave|cabin|cable)"
)
_TRY = (
    r"(?:try|tries|tried|trying|attempt|attempts|attempted|attempting|bid|bids|effort|efforts|operation|operations"
    r"|mission|missions|hope|hopes|hoping|fighting|battling|racing|race|working|struggling|plan|plans|planning"
    r"|preparing|fail|failed|failing)"
)
_ASK = r"(?:negotiat(?:e|es|ing|ions?)|talks)"
_DONE = r"(?:won|wins|secured?|obtained?|led|resulted|brought|ensured|announced|confirmed|followed|after)"
_LEFT: tuple[tuple[str, Kind], ...] = (
    (rf"\b(?:{_TRY}|talks|negotiations) to (?:help |try to |try and )?(?:free|release|liberate)", Kind.HELD),
    (rf"\b{_ASK}(?: (?!{_DONE}\b)\w+){{0,3}} (?:release|freeing|liberation) of", Kind.HELD),
    (r"\b(?:lost (?:all )?contact|contact (?:had been|has been|was|is) lost|no (?:word|news|sign|trace|contact))"
     r" (?:with|on|of|from|about)", Kind.MISSING),
    (r"\b(?:whereabouts|fate) of", Kind.MISSING),
    (r"\bhopes? (?:of|for) finding(?: any of)?", Kind.MISSING),
    (r"\b(?:make|makes|made|making) off with", Kind.TAKEN),
    (r"\b(?:eliminated|eliminating|liquidated|liquidating|neutrali[sz]ed|neutrali[sz]ing)", Kind.KILLED),
    (r"\b(?:unclear|not clear|not known|unknown|uncertain|wondering) (?:if|whether)(?: \w+){0,2}", Kind.OTHER),
    (r"\b(?:could not|failed to|unable to|tried in vain to) save", Kind.KILLED),
    (r"\bdeath (?:penalty|sentences?) (?:for|on|to|of|against)", Kind.OTHER),
    (r"\b(?:rearrest|re-arrest)(?:ed|ing|s)", Kind.ARRESTED),
)  # fmt: skip
_RIGHT: tuple[tuple[str, Kind], ...] = (
    (rf"(?:who |that )?(?:\w+ )?(?:\w+ )?(?:shot|stabbed|hit) in the (?:\w+ )?{_LIMB}\b", Kind.WOUNDED),
    (r"(?:(?:were|was|have been|had been|has been) )?(?:\w+ )?(?:released|discharged|sent home) from (?:the |a )?"
     r"(?:\w+ )?(?:hospital|clinic|ward|infirmary)", Kind.WOUNDED),
    (r"(?:(?:were|was|have been|had been|has been) )?(?:airlifted|flown|rushed|taken|transferred) to (?:a |the )?"
     r"(?:\w+ ){0,2}(?:hospitals?|clinics?|burns unit)\b", Kind.WOUNDED),
    (r"(?:have been|has been|had been|were|was) (?:neutrali[sz]ed|eliminated|liquidated)\b", Kind.KILLED),
    (r"(?:\w+ )?(?:nearly|almost|narrowly escaped|cheated) (?:died|drowned|death|being killed)", Kind.OTHER),
    (r"(?:\w+ ){0,2}?(?:(?:were|was|been|be|are) )?(?:sentenced|condemned) to (?:death|die)\b", Kind.OTHER),
    (r"(?:\w+ ){0,2}?(?:on death row|received death threats|spared (?:execution|death))", Kind.OTHER),
    (r"(?:\w+ )?(?:has |have |had |later |also )*succumb(?:ed|s)? to (?:\w+ ){0,2}?(?:injur\w+|wounds?|burns?)",
     Kind.KILLED),
    (r"(?:\w+ ){0,2}?(?:paid|paying|pay) with their lives\b", Kind.KILLED),
    (r"(?:\w+ ){0,2}?(?:did not|did n't|do not|have not|had not) (?:survived?|make it|made it)\b", Kind.KILLED),
    (r"(?:\w+ )?(?:(?:are|were|remain|remained) )?(?:still )?in the hands of\b", Kind.HELD),
    (r"(?:\w+ ){0,3}?(?:reported|feared|believed|presumed|thought|listed as) (?:missing|dead|killed|lost|drowned)"
     r"(?: \w+){0,4}? (?:(?:were|was|are|is|have been|has been|had been) )(?:all )?(?:found )?(?:alive|safe|well)\b",
     Kind.RESCUED),
    (r"(?:of (?:them|whom) )?fatally(?= ?(?:[,.;]|and\b|$))", Kind.KILLED),
    (r"(?:\w+ )?captured (?:the|a|an|his|her|their) (?:\w+ )?(?:moment|scene|videos?|footage|images?|attack)\b",
     Kind.OTHER),
    (r"(?:(?:were|was|are|is) )?caught in (?:a |an |the )?(?:\w+ )?(?:blizzard|storm|snow\w*|flood\w*|avalanche|squall"
     r"|rapids|landslide)\b", Kind.TRAPPED),
    (r"(?:\w+ )?into (?:police )?custody\b", Kind.ARRESTED),
    (r"(?:\w+ )?whose fate (?:is|was|remains|remained) (?:still )?(?:unknown|unclear|uncertain)\b", Kind.MISSING),
    (r"(?:(?:were|was|have been|had been) )?(?:ordered|told|asked|urged|warned|advised) to (?:stay|remain|shelter|keep)"
     r" (?:indoors|inside|home|at home|put|in place)\b", Kind.OTHER),
    (r"(?:\w+ ){0,2}?embraced martyrdom\b", Kind.KILLED),
    (r"(?:\w+ )?(?:turned themselves in|handed themselves in|gave themselves up|surrendered)\b", Kind.ARRESTED),
    (r"(?:have been |had been |has been |were |was )(?:\w+ )?(?:returned|sent back|taken back|brought back) to"
     r" (?:the |a |their )?(?:\w+ )?(?:prison|jail|custody|cells?|detention)\b", Kind.ARRESTED),
    (r"(?:have been |had been |has been |were |was )(?:\w+ )?caught(?= ?(?:[,.;]|and\b|after\b|within\b|$))",
     Kind.ARRESTED),
    (r"(?:had |have |has |were |was )(?:\w+ ){0,2}?(?:returned to custody|re-?arrested|recaptured)", Kind.ARRESTED),
    (r"(?:had |have |has )(?:\w+ )?(?:not|yet to)(?: yet)? (?:been|be) (?:located|contacted|traced|heard from)",
     Kind.MISSING),
    (r"(?:could|can) ?not (?:\w+ )?be (?:located|reached|contacted|traced|found|accounted for)", Kind.MISSING),
    (r"(?:can ?not|could not|can n't|unlikely to|are unlikely to|is unlikely to) have survived", Kind.KILLED),
    (r"(?:were |was |had been |have been )dragged (?:out )?(?:from|of) (?:their|his|her|the) (?:beds?|homes?|houses?"
     r"|cars?|bus|buses|vehicles?|dormitor\w+|tents?|church|mosque)", Kind.TAKEN),
    (r"(?:were |was |had been |have been )(?:marched|bundled|dragged|carried|herded) (?:off|away)(?! by)", Kind.TAKEN),
    (r"(?:\w+ ){0,6}?(?:managed|able) to (?:flee|escape|get away|get out|slip away|run away|break free)", Kind.ESCAPED),
    (r"(?:\w+ ){0,3}?(?:running|sprinting|crawling|climbing) (?:from|out of) the\b", Kind.ESCAPED),
    (r"(?:climbed|crawled|scrambled|clambered|swam|dug their way) (?:out|ashore|to safety|free)\b", Kind.ESCAPED),
    (r"walked out (?:unaided|alive|safely|unhurt|on their own)", Kind.ESCAPED),
)  # fmt: skip
_MODIFIERS = r"(?: (?:the|its|their|his|her|all|some|those|other|another|any|a further|a total of|of))*$"
_LEFTS = tuple((re.compile(pattern + _MODIFIERS), kind) for pattern, kind in _LEFT)
_RIGHTS = tuple((re.compile(pattern), kind) for pattern, kind in _RIGHT)
_RESCUE = re.compile(rf"\b{_TRY} to (?:help |try to |try and )?(?:rescue|save){_MODIFIERS}")
_FREED = re.compile(rf"\b(?:freed|free|freeing|frees|cut free){_MODIFIERS}")
_FROM_WRECK = re.compile(rf"(?:\w+ ){{0,2}}?from (?:(?:the|a|an|its|their|under|beneath|inside) )*(?:\w+ )?{_WRECK}\b")
_HELPED = re.compile(rf"\b(?:helped|helping|helps|help){_MODIFIERS}")
_OUT_OF = re.compile(r"(?:\w+ )?(?:from|out of|down from|off) (?:the|a|an|their)\b")
_CAUGHT = re.compile(
    r"(?:(?:were|was|have been|had been|has been) )(?:\w+ )?(?:caught|captured|seized|found|tracked down)\b"
)
_SWEPT = re.compile(
    r"(?:(?:were|was|had been|have been|got|are|is) )?(?:\w+ )?(?:(?:washed|swept|blown) (?:away|off|out|overboard)"
    r"|carried away by)|(?:fell|went|was|were|knocked) overboard"
)
_SWEEPS = re.compile(rf"\b{_SEA}\b.* (?:washed|swept|carried|dragged) (?:away|off|out){_MODIFIERS}")
_CARRIED_OFF = re.compile(rf"\b(?:led|marched|dragged|carried|herded|drove|whisked) (?:away|off){_MODIFIERS}")
_TOLD_AFTER = re.compile(r"\b(?:killed|drowned|died|dead|rescued|saved|survived|bod(?:y|ies)|alive|deaths?)\b")
_STUCK = re.compile(r"(?:\w+ )?(?:trapped|stuck|pinned|buried)\b")
_THEN_KILLED = re.compile(r"\band (?:then )?(?:shot|killed|executed|murdered|hacked|beheaded|hanged)\b")
_LET_GO = re.compile(r"\b(?:were|was|have been|had been|has been) (?:\w+ )?(?:released|freed|rescued|found|killed)\b")
_CAPTURED = re.compile(
    r"(?:\w+ )?(?:(?:were|was|had been|have been|being) )?(?:captured|seized|taken prisoner|taken captive) by"
    r" (?:the )?(?P<by>\w+)(?: (?P<also>\w+))?"
)
_STILL_THERE = re.compile(r"(?:(?:were|was|are|is|remain|remained) )?(?:\w+ )?still (?:in|inside|at|on|there|with)\b")
_PICTURE = re.compile(
    rf"\b(?:videos?|footage|photo\w*|pictures?|images?|film|recording|list|names) (?:of|showing|with){_MODIFIERS}"
)
_FOUND = re.compile(rf"\b(?:found|located|traced|tracked down){_MODIFIERS}")
_STILL_SOUGHT = re.compile(r"(?:\w+ )?(?:(?:were|are|was|is) )?still being (?:hunted|sought)\b")
_FATALLY_NEXT = re.compile(r"(?:(?:were|was) )?(?:shot|stabbed)?(?: \w+){0,3}? ?, (?:\w+ ){1,4}fatally\b")
_FLED = re.compile(
    r"(?:have |had |has )?(?:\w+ )?(?:fled|flee|fleeing) (?:into|to|their|across|over|from their|the (?:fighting"
    r"|violence|area|region|city|town|village|clashes|unrest|shelling|advance|offensive))\b"
)
_FEWEST_TO_FLEE = 50
_CAPTIVES = re.compile(r"\b(?:hostages?|captives?|kidnapp\w+|gunm[ae]n|abduct\w+|hijack\w+|captors?|militants?)\b")
_JAILED = re.compile(
    r"\b(?:hostages?|captives?|kidnapp\w+|prison\w*|jail\w*|inmates?|abduct\w+|escapees?|fugitives?)\b"
)
_SENTENCED = re.compile(rf"\b(?:sentenced|sentences|sentencing|condemned){_MODIFIERS}")
_TO_DEATH = re.compile(r"(?:\w+ ){0,3}?to (?:death|die)\b")


def turned(row: Row, told: Counted, of: Counted | None = None) -> Link | None:
    """The state that such a wording says of the counted people; None where there is none. `of` is the larger count that
    they are some of: what is said stands behind it."""
    if told.phrase.head is Head.THING or told.number.shape is Shape.NONE:
        return None
    if told.phrase.head is Head.STATE and told.phrase.state is not Kind.ESCAPED:
        return None
    first = told.number.first
    last = told.number.last if told.phrase.head is Head.UNKNOWN else _past_joined(row, told.last)
    last = last if of is None else of.last
    words = row.line.words
    left, right = " ".join(words[max(0, first - _BACK) : first]), " ".join(words[last : last + _ON])
    kind = next((kind for pattern, kind in _LEFTS if pattern.search(left)), None)
    if kind is None:
        kind = next((kind for pattern, kind in _RIGHTS if pattern.match(right)), None)
    if kind is None:
        kind = next((kind for rule in _RULES if (kind := rule(row, told, left, right)) is not None), None)
    if kind is Kind.HELD and _STUCK.match(right):
        kind = Kind.TRAPPED  # "trying to free two workers trapped in a trench"
    if kind is Kind.TAKEN and _THEN_KILLED.search(right):
        kind = Kind.KILLED  # "dragged from their homes and shot"
    return None if kind is None else Link(kind, first, certain=True)


def _past_joined(row: Row, j: int) -> int:
    """The word after the counts that are joined to the one that ends before word j: "11 men and four women | had"."""
    line = row.line
    following = counted_after(row, j + 1) if line.word(j) in ("and", ",", "&") else None
    if following is not None and following.phrase.head is Head.PEOPLE:
        return counted_run(row, j + 1) or j
    return j


def _rescuing(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    if not _RESCUE.search(left):
        return None
    return Kind.HELD if _CAPTIVES.search(" ".join(row.line.words)) else Kind.TRAPPED


def _from_the_wreck(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    return Kind.RESCUED if _FREED.search(left) and _FROM_WRECK.match(right) else None


def _helped_out(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    return Kind.RESCUED if _HELPED.search(left) and _OUT_OF.match(right) else None


def _caught_again(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    return Kind.ARRESTED if told.phrase.state is Kind.ESCAPED and _CAUGHT.match(right) else None


def _swept(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    if _SWEEPS.search(left):
        return None if _TOLD_AFTER.search(right) else Kind.MISSING
    if _CARRIED_OFF.search(left):
        return Kind.TAKEN if told.phrase.head is Head.PEOPLE and "police" not in left else None
    found = _SWEPT.match(right)
    return Kind.MISSING if found is not None and not _TOLD_AFTER.search(right, found.end()) else None


def _captured(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    found = _CAPTURED.match(right)
    if found is None or _LET_GO.search(right, found.end()):
        return None
    return Kind.TAKEN if "attackers" in (ROLES.get(found["by"]), ROLES.get(found["also"] or "")) else None


def _still_there(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    of_these = left.endswith(" of")  # "two of three hostages are still in the jungle" tells nothing of the three
    return Kind.HELD if told.phrase.role == "hostages" and not of_these and _STILL_THERE.match(right) else None


def _pictured(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    """ "released a video of 14 captives": the video is let go, not they."""
    return Kind.HELD if told.phrase.role == "hostages" and _PICTURE.search(left) else None


def _found_again(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    """ "found 70 campers who were listed as missing", "deputies tracked down 98" of the missing."""
    if not _FOUND.search(left) or _TOLD_AFTER.search(right):
        return None
    return Kind.RESCUED if {"missing", "unaccounted"} & {*row.line.words} else None


def _sought(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    if not _STILL_SOUGHT.match(right):
        return None
    return Kind.ESCAPED if _JAILED.search(" ".join(row.line.words)) else Kind.MISSING


def _shot(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    """ "shot five people, two fatally": the five were shot, the two died."""
    shot = left.endswith(("shot", "stabbed")) or right.startswith(("were shot", "was shot", "were stabbed"))
    return Kind.WOUNDED if shot and _FATALLY_NEXT.match(right) else None


def _fled(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    """Many who flee have left their homes; a few, or captives, got away."""
    if told.number.low is None or told.number.low < _FEWEST_TO_FLEE or not _FLED.match(right):
        return None
    return None if _JAILED.search(" ".join(row.line.words)) else Kind.DISPLACED


def _condemned(row: Row, told: Counted, left: str, right: str) -> Kind | None:
    return Kind.OTHER if _SENTENCED.search(left) and _TO_DEATH.match(right) else None


_RULES: tuple[Callable[[Row, Counted, str, str], Kind | None], ...] = (
    _rescuing, _helped_out, _caught_again, _from_the_wreck, _swept, _captured, _still_there, _pictured, _found_again,
    _sought, _shot, _fled, _condemned,
)  # fmt: skip
