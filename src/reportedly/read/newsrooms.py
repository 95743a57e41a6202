"""Names of wire services and outlets, and the words that give away a name as an outlet's."""

import re
from functools import lru_cache

_AGENCIES = {
    "Reuters": "thomson reuters",
    "AP": "associated press;the associated press;ap news",
    "AFP": "agence france-presse;agence france presse;afp news",
    "UPI": "united press international",
    "Xinhua": "xinhua news agency;new china news agency",
    "TASS": "itar-tass;itar tass",
    "Interfax": "",
    "RIA Novosti": "ria;ria-novosti",
    "DPA": "deutsche presse-agentur;deutsche presse agentur",
    "EFE": "agencia efe",
    "ANSA": "",
    "Adnkronos": "",
    "PTI": "press trust of india",
    "IANS": "indo-asian news service",
    "ANI": "",
    "UNI": "united news of india",
    "Kyodo": "kyodo news",
    "Jiji": "jiji press",
    "Yonhap": "yonhap news agency;yonhap news",
    "Bloomberg": "bloomberg news",
    "PA": "press association;pa media;the press association",
    "AAP": "australian associated press",
    "CP": "the canadian press;canadian press",
    "MENA": "middle east news agency",
    "SANA": "syrian arab news agency",
    "IRNA": "",
    "ISNA": "",
    "Fars": "fars news;fars news agency",
    "Tasnim": "tasnim news agency",
    "Anadolu": "anadolu agency;aa;anadolu ajansi",
    "Dogan": "dogan news agency;dha",
    "WAM": "emirates news agency",
    "KUNA": "",
    "SPA": "saudi press agency",
    "APS": "algerie presse service;algeria press service;algerian press service",
    "MAP": "maghreb arabe presse",
    "TAP": "",
    "Bernama": "",
    "Antara": "antara news",
    "APP": "associated press of pakistan",
    "KCNA": "korean central news agency",
    "CNA": "central news agency",
    "NAN": "news agency of nigeria",
    "GNA": "ghana news agency",
    "PANA": "",
    "SAPA": "",
    "BTA": "",
    "MTI": "",
    "PAP": "",
    "CTK": "",
    "APA": "",
    "ATS": "",
    "Belga": "",
    "ANP": "",
    "TT": "",
    "NTB": "",
    "Ritzau": "",
    "Lusa": "",
    "Ukrinform": "",
    "Unian": "",
    "Telam": "",
    "Notimex": "",
    "Prensa Latina": "",
    "IPS": "inter press service",
}
_OUTLETS = {
    "BBC": "",
    "BBC News": "bbc online",
    "CNN": "",
    "Al Jazeera": "al-jazeera;aljazeera;al jazeera english",
    "Al Arabiya": "al-arabiya;alarabiya",
    "Al Mayadeen": "",
    "Al Manar": "al-manar",
    "Sky News": "sky",
    "ITV": "itv news",
    "Channel 4": "channel 4 news",
    "ABC": "abc news",
    "CBS": "cbs news",
    "NBC": "nbc news",
    "MSNBC": "",
    "Fox News": "fox",
    "CNBC": "",
    "NPR": "",
    "PBS": "",
    "C-SPAN": "",
    "CBC": "cbc news",
    "CTV": "ctv news",
    "RT": "russia today",
    "RTE": "rté",
    "DW": "deutsche welle",
    "France 24": "france24",
    "RFI": "",
    "RFE/RL": "radio free europe",
    "VOA": "voice of america",
    "NHK": "",
    "CCTV": "",
    "CGTN": "",
    "NDTV": "",
    "IBN Live": "cnn-ibn",
    "Euronews": "",
    "Politico": "",
    "Axios": "",
    "BuzzFeed": "buzzfeed news",
    "HuffPost": "huffington post;the huffington post",
    "Business Insider": "",
    "Breitbart": "",
    "Le Monde": "",
    "Le Figaro": "",
    "El País": "el pais",
    "El Mundo": "",
    "Der Spiegel": "spiegel",
    "Die Welt": "",
    "Die Zeit": "",
    "Bild": "",
    "Corriere della Sera": "",
    "La Repubblica": "",
    "Haaretz": "",
    "Ynet": "",
    "The Guardian": "guardian",
    "The New York Times": "new york times;ny times;nyt;nytimes",
    "The Washington Post": "washington post",
    "The Wall Street Journal": "wall street journal;wsj",
    "USA Today": "",
    "Los Angeles Times": "la times;l.a. times;the los angeles times",
    "The Daily Telegraph": "daily telegraph;the telegraph;telegraph",
    "The Independent": "independent",
    "The Economist": "economist",
    "Financial Times": "the financial times;ft",
    "Newsweek": "",
    "The Hindu": "hindu",
    "The Times of India": "times of india;toi",
    "Dawn": "",
    "Twitter": "",
    "Facebook": "",
}


def _index() -> dict[str, str]:
    names = {}
    for known in (_OUTLETS, _AGENCIES):
        for name, others in known.items():
            names[name.lower()] = name
            names.update((other, name) for other in others.split(";") if other)
    return names


_NAMES = _index()
NAME_OPENERS = frozenset(name.split()[0] for name in _NAMES)
"""First words, in lower case, of all names we know."""
_SOCIAL = frozenset({"Twitter", "Facebook"})
_WORDS = frozenset(word for name in _NAMES for word in [name.split()[0]] if len(name.split()) == 1)

PRESS = frozenset(
    "agency broadcaster channel daily gazette journal magazine network newspaper newspapers paper press "
    "programme radio station telegraph television tabloid tribune tv website weekly wire newswire news times "
    "post herald chronicle media courier observer inquirer mirror mail star globe standard bulletin newsroom "
    "blog outlet outlets reports sentinel dispatch examiner monitor".split()
)
"""Last words of a name or description that make it an outlet's: "state television", "the Harbour Gazette"."""

_NOT_PRESS = re.compile(
    r"\b(?:spokes\w+|secretary|officer|editor|reporters?|journalists?|correspondents?|anchors?|owner|analyst"
    r"|conference|"
    r"release|intelligence|security|spy|nuclear|space|aid|relief|police|law|credit|travel|environmental|protection|"
    r"disaster|emergency|management|news reports|police reports?|initial reports|unconfirmed)\b",
    re.IGNORECASE,
)


_ON_AIR = re.compile(
    r"(?:the )?(?:state |local )?(?:Radio|Television|TV|Agence|Agencia|Channel)(?: [A-Z\d][\w’'-]*){1,3}\Z"
)
_OWNER = re.compile(
    r"(?:the )?(?P<name>\S+(?: \S+)?)['’]s \w+ (?:service|programme|program|show|edition|website|bureau)\Z", re.I
)
"""A part of an outlet: "the HNN's Arabic service"."""


@lru_cache(maxsize=8192)
def known_name(words: str) -> str | None:
    """The usual name of the outlet or wire service that these words name; None where they name none we know.

    Words in lower case name one too, except the short ones that are common words ("ap" is, "map" is not).
    """
    folded = re.sub(r"\s+", " ", words.strip(" .,'’\"“”")).lower()
    folded = re.sub(r"(?:['’]s|\.com|\.co\.uk)$", "", folded)
    name = _NAMES.get(folded)
    if name is None and folded.startswith("the "):
        name = _NAMES.get(folded[4:])
    if name is None:
        return None
    if words.strip().islower() and folded in _COMMON_WORDS:
        return None
    return name


_COMMON_WORDS = frozenset(
    "map pap spa app pa tap ran nan ani fars mena tt sky dawn star fox independent guardian hindu bild apa cp "
    "uni rt sana efe ria aa".split()
)


@lru_cache(maxsize=8192)
def is_outlet(words: str) -> bool:
    """Whether these words name or describe an outlet or wire service: "CNN", "state television", "the agency".

    A spokesman, a security agency or a news conference is none.
    """
    name = known_name(words)
    if name is not None:
        return name not in _SOCIAL
    if _NOT_PRESS.search(words):
        return False
    owner = _OWNER.match(words)
    if owner is not None and known_name(owner["name"]) is not None:
        return True
    last = re.split(r"\W+", words.strip(" .,'’\"”").lower())[-1]
    return (
        last in PRESS
        or _ON_AIR.match(words) is not None
        or re.search(r"\b(?:news|press) (?:agency|service)\b", words, re.IGNORECASE) is not None
        or "newspaper" in words.lower().split()
    )
