"""What sort of claim it is, and whether it asserts, denies or asks."""

import re
from collections.abc import Sequence

from reportedly.claim import ClaimKind, Polarity
from reportedly.figure import Words
from reportedly.report import Span

_DEMANDS = re.compile(r"\b(?:demand|ultimatum)", re.IGNORECASE)
_CALLS = re.compile(r"\bcall(?:s|ed|ing)?\s+(?:for|on|upon)\b|\burg(?:es?|ed|ing)\b|\brequest", re.IGNORECASE)
_CALLS_ALONE = re.compile(r"\bcall(?:s|ed|ing)?\Z", re.IGNORECASE)
_CALLED_FOR = re.compile(r"\s*(?:again\s+)?(?:for|on|upon)\b", re.IGNORECASE)
_CALLS_IT = re.compile(r"\b(?:call(?:s|ed|ing)?|describ\w+|brand\w+|label\w+)\Z", re.IGNORECASE)
_DEMAND_STATED = re.compile(
    r"\bdemands?\s+(?:is|are|was|were|includ\w+)\b|\b(?:is|are|were|was|had|have)?\s*demand(?:ed|ing)\s+(?!by\b)\w"
    r"|\bransom\s+demand"
    r"|\bthey\s+(?:now\s+|also\s+|still\s+)?demand\b",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"\W*(?:\w+\W+){0,3}?responsib\w+\b|\W*(?:it|they|we|its \w+|their \w+)\s+(?:was|were|is|are"
    r"|had been)\s+behind\b",
    re.I,
)
_RESPONSIBLE_STATED = re.compile(
    r"\b(?:claim|admit|accept|assum|tak|took|deni|deny)\w*\s+(?:full\s+|any\s+|all\s+)?(?:responsibility"
    r"|credit)\s+for\b"
    r"|\bresponsibility\s+(?:for\s+.{0,80}\s+)?was\s+claimed\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:claim|admit|accept|assum|tak|took|den[iy]|say|said|reject|acknowledg|declar)", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:no|none|nobody|not|never|n[o']t)\b[^.;]{0,40}\Z", re.IGNORECASE)

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|rebut|disput|contradict|ruled\s+out|rules\s+out|ruling\s+out"
    r"|debunk|disavow|disown|retract|withdr[ae]w|recant|rescind|(?:took|takes?|taking|walk\w*|row\w*)\s+back\b|backtrack"
    r"|apologi[sz]\w+\s+for|correct(?:s|ed)\b|cast\w*\s+doubt|poured\s+scorn|contest(?:s|ed)\b|questioned\s+(?:the|its)"
    r"|backed\s+away|doubt(?:s|ed)\b|\bas\s+(?:\w+\s+)?(?:false|untrue|lies?|exaggerat\w+|baseless|propaganda|fabricat\w+"
    r"|wrong|inaccurate|misleading|unfounded|fake|nonsense)\b)",
    re.IGNORECASE,
)
_OF_REPORTS = re.compile(
    r"\W*(?:that\s+)?(?:\w+\s+){0,3}?(?:reports?|claims?|rumou?rs?|statements?|allegations?|suggestions?|accusations?|stor(?:y"
    r"|ies)|figures?|number|(?:\w+\s+)?toll|count|estimates?)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:prais|condemn|critici[sz]|denounc|decr(?:y|ies|ied)|urg(?:e|es|ed|ing)\b|blam|endors|mourn|deplor)",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:(?:was|were|is|are|as)\s+(?:\w+ly\s+)?(?:false|untrue|wrong|baseless|fabricated|inaccurate|incorrect"
    r"|not\s+true|exaggerated"
    r"|unfounded|a\s+lie|lies|fake)|no\s+truth\s+(?:to|in|behind)|(?:is|was)\s+not\s+true\s+that)\b",
    re.IGNORECASE,
)
_I_DENY = re.compile(r"\W*(?:I|we)\s+(?:\w+ly\s+)?(?:deny|reject|dispute)\b", re.IGNORECASE)
_IT_IS_FALSE = re.compile(
    r"\W*it(?:\s+is|['’]s|\s+was)\s+(?:simply\s+|just\s+)?(?:a\s+lie|false|untrue|not\s+true|wrong|nonsense)\s+(?:that|to\s+say)\b",
    re.IGNORECASE,
)
_NO_EVIDENCE = re.compile(
    r"\W*there\s+(?:is|was|has\s+been)\s+no\s+(?:\w+\s+){0,2}(?:evidence|proof|indication)\b", re.I
)
_UNVERIFIED = re.compile(
    r"\b(?:claims?|reports?|tolls?|figures?|numbers?|accounts?|that)\b[^.;]*\b(?:could|can)\s*not\s+(?:\w+ly\s+)?be"
    r"\s+(?:\w+ly\s+)?(?:verified|confirmed|corroborated)\b"
    r"|\A\W*(?:there\s+(?:was|is|has\s+been)\s+no\s+(?:\w+\s+){0,2}(?:confirmation|evidence|proof)"
    r"|no\s?one\s+has\s+confirmed|nobody\s+has\s+confirmed|asked\s+(?:whether|if)|it\s+(?:is|was)\s+not\s+(?:yet\s+)?(?:known|clear)\s+(?:if|whether))\b",
    re.IGNORECASE,
)
_CALLED_FALSE = re.compile(
    r"\b(?:a\s+lie|lies|false|fake|untrue|baseless|nonsense|fabricated|fabrications?|propaganda|exaggerated|wrong"
    r"|inaccurate)\W*\Z",
    re.IGNORECASE,
)
_CLAIM_CALLED_FALSE = re.compile(
    r"['’]s?\s+(?:claims?|reports?|statements?|assertions?|allegations?|figures?)\b.*\b(?:was|is|were|are)\s+[\"“'‘]?(?:false"
    r"|nonsense|a\s+lie|lies|untrue|wrong|exaggerated|baseless|fabricated|propaganda)\b",
    re.IGNORECASE,
)
_TOLL_FIRST = re.compile(r"\W*(?:the\s+)?(?:death\s+)?(?:toll|report|claim|number|figure)s?\b", re.IGNORECASE)
_NOT_SAID = re.compile(
    r"\b(?:(?:not|cannot|never|n[o’']t|\w+n['’]t|declin\w+|refus\w+)\b.*\b(?:confirm|verif|say|said|comment|know|think"
    r"|believ|reveal|disclos)\w*"
    r"|neither\b|yet\s+to\s+(?:confirm|verify)|(?:unable|reluctant|failed)\s+to\s+(?:confirm|verif|say)"
    r"|(?:looking\s+into|checking|validating|investigating|verifying|seeking\s+confirmation|examining|aware\s+of|following\s+up"
    r"|(?:seeking|trying)\s+to\s+(?:confirm|verify))\b|\bno\s+(?:comment|information|confirmation|knowledge|record|word)"
    r"|\b(?:not|n['’]t)\b.*\brespond\b|played\s+down|plays\s+down|downplay|questioned\Z)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:ask|inquir|enquir|query|queri|wonder)", re.IGNORECASE)
_QUESTION = re.compile(r"\W*(?:\w+\s+){0,4}?(?:whether|if|how|why|who|what|where|when|which)\b", re.IGNORECASE)


def stance(text: str, content_spans: Sequence[Span], cue: Words | None) -> tuple[ClaimKind, Polarity]:
    """The kind and the polarity of what stands in these spans, reported by this cue; None is the writer's own word.

    What a source would not confirm is `asked`: it is neither asserted nor denied.
    """
    said = " ".join(text[start:end] for start, end in content_spans)
    end = content_spans[-1][1] if content_spans else 0
    words = "" if cue is None else cue.text
    return _kind(text, said, words, cue), _polarity(text[end : end + 2], said, words)


def left_open(said: str) -> bool:
    """Whether words of a writer's own say that what they tell is not confirmed: "the claim could not be verified"."""
    return _UNVERIFIED.search(said) is not None


def judges(cue: Words | None) -> bool:
    """Whether the cue praises, condemns or urges: whoever does tells nobody how many there were."""
    return cue is not None and _JUDGES.search(cue.text) is not None


def _kind(text: str, said: str, words: str, cue: Words | None) -> ClaimKind:
    if cue is None:
        stated = _RESPONSIBLE_STATED.search(said)
        if stated is not None and not _NOBODY.search(said[: stated.start()]):
            return ClaimKind.RESPONSIBILITY
        return ClaimKind.DEMAND if _DEMAND_STATED.search(said) else ClaimKind.STATEMENT
    if _CLAIMS.search(words) and _RESPONSIBLE.match(said):
        return ClaimKind.RESPONSIBILITY
    if _DEMANDS.search(words) or _CALLS.search(words):
        return ClaimKind.DEMAND
    if _CALLS_ALONE.search(words) and (_CALLED_FOR.match(said) or _CALLED_FOR.match(text, cue.span[1])):
        return ClaimKind.DEMAND
    return ClaimKind.STATEMENT


def _polarity(after: str, said: str, words: str) -> Polarity:
    if _DENIES.search(words) and not re.search(r"\b(?:not|n['’]t|never|neither)\b", words, re.I):
        return Polarity.DENIED
    if left_open(said) if not words else _NO_EVIDENCE.match(said):
        return Polarity.ASKED
    if _I_DENY.match(said) or _IT_IS_FALSE.match(said) or _CLAIM_CALLED_FALSE.search(said):
        return Polarity.DENIED
    if _CALLED_FALSE.search(said) and (_CALLS_IT.search(words) or _TOLL_FIRST.match(said)):
        return Polarity.DENIED
    if _FALSE.search(said) and (_OF_REPORTS.match(said) or re.search(r"\bno truth|not true\b", said, re.IGNORECASE)):
        return Polarity.DENIED
    if _NOT_SAID.search(words):
        return Polarity.ASKED
    if _ASKS.search(words) and _QUESTION.match(said):
        return Polarity.ASKED
    closed = said.rstrip("\"”’') ")
    if closed.endswith("?") or after.startswith("?"):
        # A statement may end in a question; only where nothing else was said is it one.
        return Polarity.ASKED if not re.search(r"[.!]\s", closed) else Polarity.ASSERTED
    return Polarity.ASSERTED
