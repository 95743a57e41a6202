"""Words that open, fill and end the noun phrase after a number."""

OPENERS = frozenset("more other others additional further extra fresh new".split())
ENDS = frozenset(
    "a an the and or nor plus but of in on at by to from for with without within into onto over under after before "
    "since until till during while when where who whom whose which that this these those as than then so because if "
    "though although about around between among amongst against across along near outside inside off out up down "
    "through via per is are was were be been being am has have had having do does did will would can could may "
    "might shall should must not also it its they them he she him his her their we us our you your i my there here "
    "what why how all both each every including include includes included according said says say told tells "
    "reported reports amid following despite due later still already just only even again ago early late today "
    "yesterday tonight tomorrow now monday tuesday wednesday thursday friday saturday sunday reportedly allegedly "
    "believed feared presumed thought confirmed say saying claim claims claimed left leave leaves leaving went go "
    "goes going get gets got come comes came make makes made take takes took taken found find turn turned aboard "
    "onboard mostly many some several most any no none one two three work working worked live living lived sent put "
    "ordered told asked urged forced warned expected set remain remains remained return returns returned returning "
    "arrived arrive begin began start started wearing armed who've carrying containing transporting using described "
    "identified linked believed based apparently either neither who's who'd toward towards upon yet once too "
    "instead afterward afterwards charged convicted sentenced accused suspected hit hits struck strike killed kill "
    "kills killing injured injuring wounded wounding call calls called see sees seen enter entered serve served "
    "serving show demand demanding demanded face faces faced facing wait waiting waited lose lost losing need "
    "needed seek".split()
)
BEFORE_PEOPLE = frozenset(
    ["suspected", "armed", "accused", "convicted", "believed", "alleged", "injured", "wounded"]
) | {
    "killed",
    "working",
    "living",
    "sentenced",
    "lost",
}
"""Of the words that end a phrase, those that may also stand before its noun ("injured people")."""
QUOTES = frozenset("\"“”'‘’`")
LONGEST = 9
STATE_ALIKE = frozenset(["hostage", "captive"])
"""Singular after a noun they are its state: "taking several people hostage"."""
VERBS_TOO = frozenset(
    "attack strike fire blast raid march protest rally riot shot call visit vote report charge bomb shell storm crash "
    "clash rocket flood attacks strikes fires blasts raids marches protests rallies riots shots calls visits votes "
    "reports charges bombs shells storms crashes clashes killing killings".split()
)
TIMES = frozenset("second minute hour day week month year decade percent per % mile km metre meter foot".split())
ABSTRACT = ("ings", "tions", "sions", "ments", "ances", "ences", "ities", "isms", "ships", "ages", "ures", "acies")
"""Endings of unknown plurals that are no people."""
