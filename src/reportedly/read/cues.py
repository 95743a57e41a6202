"""The words that report what somebody says, and what may stand beside them."""

from enum import IntEnum


class Frame(IntEnum):
    """What a reporting verb needs after it before it counts as one."""

    CLAUSE = 0
    """Any clause: "said the dam had burst"."""
    THAT = 1
    """Only "that …", a colon or a quotation: "added that"; "added two wagons" reports nothing."""
    STRICTLY_THAT = 4
    """Only "that …": "heard that"."""
    OBJECT = 2
    """A thing: "demanded the release of"."""
    HEARER = 3
    """First a hearer, then any clause: "told reporters the dam had burst"."""


class Form(IntEnum):
    PAST = 0
    PRESENT = 1
    """Third person singular: "says"."""
    PLAIN = 2
    """"say": counts only after a plural or an auxiliary."""
    ING = 3


_CLAUSE = (
    "say acknowledge admit allege argue assert aver believe claim concede conclude confirm contend declare "
    "deny estimate fear guarantee hint hope imply indicate insist maintain notice predict reckon realise "
    "realize report state stress suggest swear think vow warn reiterate testify speculate surmise "
    "reveal disclose announce note complain boast emphasize emphasise caution affirm lament assume pledge"
)
_THAT = (
    "add agree answer comment counter cry decide determine exclaim explain joke observe point "
    "promise quip remark repeat reply respond retort show shout signal tweet underline underscore wonder "
    "worry write post scream whisper yell recount interject muse opine propose recommend stipulate verify "
    "ascertain calculate demonstrate establish fume gripe grumble snap mutter plead preach proclaim profess "
    "quote rant chant scoff tease vouch threaten relate"
)
_STRICTLY_THAT = (
    "feel hear learn remember rule see understand recall know hold suspect cite find continue require specify dream "
    "prove repeat"
)
_OBJECT = (
    "demand urge condemn criticize criticise accuse blame call reject dismiss describe praise denounce decry "
    "question defend endorse propose request mock dispute express mention decline refuse"
)
_HEARER = "tell inform remind assure notify ask advise warn brief"

_IRREGULAR = {
    "say": "said",
    "think": "thought", "tell": "told", "know": "knew", "swear": "swore", "find": "found", "feel": "felt",
    "hear": "heard", "hold": "held", "read": "read", "see": "saw", "show": "showed", "sing": "sang", "write": "wrote",
    "understand": "understood", "seek": "sought", "learn": "learned", "dream": "dreamed",
}  # fmt: skip
_DOUBLED = {"admit": "admitt", "snap": "snapp", "plan": "plann", "quip": "quipp", "slam": "slamm"}


def _forms(lemma: str) -> dict[str, Form]:
    stem = _DOUBLED.get(lemma, lemma)
    soft = lemma[:-1] if lemma.endswith("e") and lemma not in {"see", "agree", "guarantee"} else stem
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        past, third = lemma[:-1] + "ied", lemma[:-1] + "ies"
    else:
        past = (lemma + "d") if lemma.endswith("e") else stem + "ed"
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return {
        _IRREGULAR.get(lemma, past): Form.PAST,
        third: Form.PRESENT,
        lemma: Form.PLAIN,
        soft + "ing": Form.ING,
    }


def _lexicon() -> dict[str, tuple[str, Form, Frame]]:
    words: dict[str, tuple[str, Form, Frame]] = {}
    for lemmas, frame in (
        (_OBJECT, Frame.OBJECT),
        (_STRICTLY_THAT, Frame.STRICTLY_THAT),
        (_THAT, Frame.THAT),
        (_CLAUSE, Frame.CLAUSE),
        (_HEARER, Frame.HEARER),
    ):
        for lemma in lemmas.split():
            words.update((form, (lemma, kind, frame)) for form, kind in _forms(lemma).items())
    words["shown"] = ("show", Form.PAST, Frame.THAT)
    words["documented"] = ("document", Form.PAST, Frame.OBJECT)
    words["clarified"] = ("clarify", Form.PAST, Frame.THAT)
    words["known"] = ("know", Form.PAST, Frame.STRICTLY_THAT)
    for form in ("held", "see", "prove", "advice"):
        words.pop(form, None)
    return words


CUES = _lexicon()
"""Each form of a reporting verb: its lemma, which form it is, and what it needs after it."""

ALSO_NOUNS = frozenset(
    "reports claims estimates calls notes states promises fears hopes points comments answers remarks rules "
    "signals shows tweets posts threatens demands requests questions attacks backs orders supports shouts "
    "cries worries finds holds report claim estimate call note state promise fear hope point comment answer "
    "remark rule signal show tweet post demand request question attack back order support cry worry find "
    "dispute disputes doubts pledges vows guesses figures".split()
)
"""Forms that are nouns as often as verbs: they count only where a clause follows."""

AUXILIARIES = frozenset(
    "has have had is are was were been be being did does do didn't doesn't don't hasn't haven't hadn't wasn't "
    "weren't isn't not never also later earlier then now previously already still just again once first since "
    "recently repeatedly initially reportedly separately privately publicly further subsequently soon "
    "immediately even ever only himself herself themselves itself both all each rightly simply clearly quickly "
    "flatly quietly allegedly officially formally apparently finally didn’t doesn’t don’t hasn’t haven’t "
    "hadn’t wasn’t weren’t isn’t".split()
)
MODALS = frozenset("will would can could may might must shall should to cannot can't won't wouldn't couldn't".split())

BE = frozenset("is are was were be been being wasn't weren't isn't wasn’t weren’t isn’t".split())
_NO_ADVERBS = frozenset(
    "family july only italy assembly ally reply supply fly early daily weekly monthly bully rally".split()
)


def is_adverb(low: str) -> bool:
    """ "flatly", "later": judged by its ending."""
    return low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS


DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "today yesterday tonight tomorrow overnight".split()
)
