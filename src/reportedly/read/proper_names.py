"""Proper names in the words for a source: "police spokesman Ivo Marr" names somebody, "the ministry" names nobody."""

import re

from reportedly.read.newsrooms import known_name
from reportedly.read.roles import role

BODY = re.compile(
    r"\b(?:ministry|department|agency|police|army|navy|government|company|office|council|court|court|bank|group"
    r"|party|"
    r"committee|commission|corporation|university|hospital|institute|centre|center|service|services|union|board"
    r"|bureau|"
    r"organi[sz]ation|association|authority|network|newspaper|paper|channel|station|television|tv|radio|press|news"
    r"|times|post|"
    r"inc|ltd|plc|corp|airline|airlines|club|league|fund|foundation|embassy|report|statement|survey|poll|study"
    r"|house|(?:coast|national|border|presidential|revolutionary|republican)\s?guards?|"
    r"watch|nations|states|taliban|brigade|command|forces|front|movement|administration|coalition|airways|railways"
    r"|team|staff|assembly|secretariat|directorate|cross|crescent|observatory|mining|energy|petroleum|oil|steel|shipping"
    r"|parliament|senate|kremlin|pentagon|consulate|society|charity|federation|alliance|militia|monitor|nato|unicef"
    r"|unhcr|un|u\.n\.|eu)\b",
    re.IGNORECASE,
)
"""A word for a body, which is no person."""
TITLES = frozenset(
    "rear brig brigadier commodore "
    "mr mrs ms miss dr prof professor gen general col colonel maj major capt captain lt sgt adm sen senator "
    "rep gov governor president premier chancellor minister secretary mayor king queen prince sir lord lady "
    "judge justice chief sheriff detective inspector superintendent commissioner spokesman spokeswoman "
    "spokesperson ambassador imam sheikh pope bishop archbishop rev reverend director chairman ceo deputy "
    "officer commander analyst expert prime vice foreign interior defence defense attorney congressman "
    "congresswoman former acting the a an".split()
)
"""Words that may stand before a person's name."""
_DEMONYM = re.compile(
    r"(?:\w+(?:ian|ean|ese|ish|can|lian|nian)|afghan|iraqi|israeli|pakistani|saudi|yemeni|omani|qatari|kuwaiti"
    r"|emirati|"
    r"bangladeshi|somali|french|dutch|german|greek|swiss|thai|czech|slovak|croat|serb|pole|turk|dane|swede|finn"
    r"|welsh|uzbek|"
    r"kazakh|kyrgyz|tajik|filipino|basque|kurdish|malagasy|togolese|u\.s\.?|us|uk|u\.k\.?|eu|american|african"
    r"|european|asian|"
    r"western|northern|southern|eastern|central|muslim|islamic|islamist|christian|arab|bosnian|kosovar|azeri)\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)")
_JOINED_BODY = re.compile(
    r"(?:the )?(?P<name>(?:[A-Z][\w'’-]*\s){2,6}and\s(?:[A-Z][\w'’-]*\s)+(?P<last>[A-Z][\w'’-]*))", re.UNICODE
)
_BODY_FOR = re.compile(
    r"(?:the )?(?P<name>(?:[A-Z][\w'’-]*\s)*(?:Observatory|Organi[sz]ation|Committee|Cent(?:re|er)|Council|Office"
    r"|Agency|Commission|Institute|Network|Fund|Federation|Association|Campaign|Doctors|Monitor)\sfor\s(?:the\s)?"
    r"(?:[A-Z][\w'’-]*(?:\s(?:and\s)?(?=[A-Z])|\Z))+)"
)
_AND_TITLE = re.compile(r"\band [a-z]")
_CORE_ENDS = re.compile(r",|\s(?:of|for|from|at|in|on|with|who|which|whose|near|to|by|and|based|speaking)\s|\s*\(")
_WORD = re.compile(r"[^\W_](?:[\w'’&\-]|\.(?=\w)|(?<=\b\w)\.)*")


def core(words: str) -> str:
    """The words for a source without what only describes it: "a doctor" of "a doctor at the hospital"."""
    return _CORE_ENDS.split(words, maxsplit=1)[0]


def proper_name(words: str) -> str | None:
    """The proper name in the words for a source, without titles: "police spokesman Ivo Marr" is Ivo Marr.

    None where the words only describe: a nationality or a place beside a common noun names nobody.
    """
    words = _BRACKETS.sub("", words.strip())
    if (body := _BODY_FOR.fullmatch(words)) is not None:
        return body["name"]  # "the Orrin Observatory for Human Rights"
    if (body := _JOINED_BODY.fullmatch(words)) is not None and BODY.search(body["last"]):
        return body["name"]  # "the National Risk Reduction and Management Council"
    name = _name_that_ends(core(words))
    if name is None and _AND_TITLE.search(words):
        # "the firm's president and chief executive Ann Lee"
        whole = _name_that_ends(words.split(",")[0])
        name = whole if whole is not None and " " in whole else None
    if name is None and "," in words:
        # "an army spokeswoman, Ana Lorn,"
        aside = words.split(",")[1].strip()
        if aside and all(
            word[0].isupper() or word in _PARTICLES or word[:3] in ("al-", "el-") for word in aside.split()
        ):
            name = _name_that_ends(aside)
    return name


def _name_that_ends(core: str) -> str | None:
    run: list[str] = []
    words = _WORD.findall(core)
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        inside = run and (word.lower() in _PARTICLES or (word == "the" and at and words[at - 1][0].isupper()))
        if not word[0].isupper() and not inside:
            break
        run.insert(0, word)
    while run and _leads_in(run):
        run.pop(0)
    if not run or all(word.lower() in _ONLY_DESCRIBE for word in run):
        return None
    if len(run) == 1 and role(run[0]) not in (None, "outlet", "militant", "company") and not run[0].isupper():
        return None
    return re.sub(r"['’]s$", "", " ".join(run))


def press_name(words: str) -> str | None:
    """The outlet named before a common noun ("the Interfax news agency"); None where none that we know is."""
    for run in re.findall(r"[A-Z][\w&-]*(?:\s[A-Z][\w&-]*)*", words):
        name = known_name(run)
        if name is not None:
            return name
    return None


_PARTICLES = frozenset({"al", "bin", "ibn", "van", "von", "de", "der", "el", "ben", "di", "la", "du"})


def _leads_in(run: list[str]) -> bool:
    """Whether the first word is a title, or a nationality before one: "French President", "Afghan Police"."""
    first = run[0].lower().rstrip(".")
    if first in {"the", "a", "an"} or (first in TITLES and not BODY.search(run[-1])):
        return True
    if len(run) < 2 or _DEMONYM.match(run[0]) is None:
        return False
    return run[1].lower().rstrip(".") in TITLES or (len(run) == 2 and run[1].lower() in _ONLY_DESCRIBE)


_ONLY_DESCRIBE = frozenset(
    "officials police authorities witnesses residents sources experts analysts he she it they we who some "
    "many others one two three several reports report people survivors rescuers militants rebels kidnappers "
    "spokesman doctors local state investigators soldiers relatives activists critics supporters observers "
    "media statement researchers scientists another both most those these nobody everyone americans russians "
    "israelis palestinians republicans democrats".split()
)
