"""What kind of speaker the words for a source describe, by their head noun and what stands beside it."""

import re
from functools import lru_cache

from reportedly.read.newsrooms import is_outlet

_ROLES = {
    "militant": (
        "militant militants kidnapper kidnappers captor captors hijacker hijackers gunman gunmen insurgent "
        "insurgents rebel rebels terrorist terrorists jihadist jihadists islamist islamists extremist "
        "extremists guerrilla guerrillas separatist separatists attacker attackers taliban isis isil hamas "
        "hezbollah hizbollah houthi houthis militia militias al-qaeda al-qaida qaeda qaida al-shabaab "
        "al-shabab shabaab fighters pirates cartel warlord hostage-takers hostage-taker perpetrator "
        "perpetrators bomber assailant assailants suspect"
    ),
    "hostage": "hostage hostages captive captives abductee abductees",
    "relative": (
        "relative relatives mother father wife husband widow son daughter brother sister parent parents "
        "family families uncle aunt cousin grandmother grandfather grandson granddaughter nephew niece "
        "girlfriend boyfriend fiancee partner"
    ),
    "witness": (
        "witness witnesses eyewitness eyewitnesses eye-witness eye-witnesses resident residents survivor "
        "survivors passerby bystander bystanders onlooker onlookers neighbour neighbours neighbor neighbors "
        "villager villagers local locals passenger passengers shopkeeper shopkeepers motorist motorists "
        "tourist tourists worker workers student students evacuee evacuees farmer fisherman fishermen "
        "worshipper worshippers pedestrian victim victims homeowner homeowners shopper shoppers customer "
        "guest guests driver drivers refugee refugees people man woman boy girl teenager"
    ),
    "medic": (
        "doctor doctors dr medic medics paramedic paramedics hospital hospitals nurse nurses surgeon surgeons "
        "physician physicians clinic coroner coroners morgue medical health ambulance pathologist "
        "paediatrician pediatrician surgical"
    ),
    "rescuer": (
        "rescuer rescuers firefighter firefighters fireman firemen lifeguard lifeguards rescue coastguard "
        "lifeboat fire emergency civil-defence civil-defense disaster salvage lifesavers rescue-workers "
        "mountaineers"
    ),
    "police": (
        "police policeman policemen policewoman detective detectives constable sheriff sheriffs deputy "
        "deputies inspector superintendent gendarmerie gendarmes gendarme lapd nypd trooper troopers patrol "
        "carabinieri marshal interpol fbi investigators investigator constabulary prosecutor-police officer "
        "officers law-enforcement"
    ),
    "military": (
        "army military navy naval general colonel major captain admiral lieutenant sergeant corporal "
        "commander brigadier soldier soldiers troops pentagon nato isaf marines marine airforce forces force "
        "idf gen col maj lt sgt peacekeeper peacekeepers centcom defence-forces warship squadron battalion "
        "garrison coalition"
    ),
    "expert": (
        "expert experts analyst analysts professor researcher researchers scientist scientists economist "
        "economists scholar historian meteorologist meteorologists forecaster forecasters seismologist "
        "seismologists geologist academic academics engineer engineers specialist specialists consultant "
        "author lecturer psychologist climatologist study survey usgs pollster think-tank sociologist "
        "criminologist epidemiologist virologist observatory"
    ),
    "company": (
        "company companies firm firms airline airlines operator corporation manufacturer shipbuilder retailer "
        "bank contractor owner owners ceo shareholder insurer employer cruise carnival statoil bp sonatrach "
        "boeing airbus toyota shell exxon utility plant factory shipper shipowner railway railroad carrier "
        "inc ltd plc corp llc gmbh"
    ),
    "official": (
        "official officials minister ministers ministry president premier chancellor prime government "
        "governor mayor senator congressman congresswoman representative lawmaker lawmakers mp mps ambassador "
        "diplomat diplomats embassy consulate authority authorities administration department council "
        "councillor councilman commissioner secretary senate parliament congress white-house kremlin cabinet "
        "agency bureau state interior foreign spokesperson-government municipality prefect prefecture judge "
        "court magistrate prosecutor prosecutors attorney district county city federal provincial regional "
        "intelligence security diplomatic consul legislator legislators palace regime king queen prince emir "
        "sultan chairman undersecretary envoy un u.n eu e.u commission fema un-agency council-member "
        "presidency gov sen rep deputy-minister vice-president watchdog regulator coastguard-official "
        "registrar committee bmkg met"
    ),
}
_BY_WORD = {word: role for role, words in _ROLES.items() for word in words.split()}
_BY_WORD |= {"defence": "military", "defense": "military", "coast": "rescuer", "guard": "military", "weather": "expert"}
_GENERIC = frozenset(
    "spokesman spokeswoman spokesperson spokespersons spokesmen source sources chief head leader leaders "
    "director member members representative representatives statement report reports aide aides adviser "
    "advisor advisers staff employee employees commander lawyer lawyers attorney manager boss officer "
    "officers official officials deputy document documents letter figures data tally team teams crew crews "
    "secretary authority authorities minister department service services agency bureau chairman centre "
    "center executive coordinator administrator personnel sources".split()
)
"""Heads whose company tells more than they do: "army spokesman", "a spokesman for the kidnappers"."""
_TAIL = re.compile(
    r",|\s(?:who|which|whose|where|that|based|named|identified|speaking|citing|quoted|cited)\b", re.IGNORECASE
)
_JOIN = re.compile(r"\s(?:of|for|from|at|with|in|to|on|by|near|inside)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w.'’]|-(?=\w))*")
_PHRASES = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), told)
    for words, told in (
        (r"health (?:ministry|minister|department|authorit\w+|secretary|agency|organi[sz]ation)", "official"),
        (r"(?:prime|foreign|interior|defen[cs]e|home|finance|justice|transport) minister", "official"),
        (r"(?:defen[cs]e|interior|foreign) (?:ministry|department|secretary)|ministry of \w+", "official"),
        (r"fire|disaster|emergency|rescue|civil (?:defen[cs]e|protection)|coast ?guard", "rescuer"),
        (r"(?:border|traffic|highway|riot|state|federal|local) (?:police|patrol)", "police"),
        (r"armed forces|air force|national guard|special forces", "military"),
    )
)


@lru_cache(maxsize=4096)
def role(words: str) -> str | None:
    """The role, one of those that `claim.Source` names, that the words for a source tell of; None if they tell none."""
    if is_outlet(_JOIN.split(_TAIL.split(words, maxsplit=1)[0], maxsplit=1)[0]):
        return "outlet"
    core = _TAIL.split(words, maxsplit=1)[0]
    told = _role_of(core)
    if told is None and len(core) < len(words):
        # "Ann Lee, an army spokeswoman"
        told = _role_of(words[len(core) :].lstrip(" ,"))
    return told


def _role_of(words: str) -> str | None:
    for pattern, told in _PHRASES:
        if pattern.search(words):
            return told
    parts = _JOIN.split(words)
    head = _words(parts[0])
    specific = [_BY_WORD[w] for w in head if w in _BY_WORD and w not in _GENERIC]
    generic = [w for w in head if w in _GENERIC]
    if specific and not generic:
        # The head stands last: "hostage relatives" are relatives.
        return specific[-1]
    if specific:
        return _most_telling(specific)
    if generic or head[:1] in (["one"], ["two"], ["some"], ["several"]):
        for part in parts[1:]:
            further = [_BY_WORD[w] for w in _words(part) if w in _BY_WORD and w not in _GENERIC]
            if further:
                return _most_telling(further)
        return next((_BY_WORD[w] for w in generic if w in _BY_WORD), None)
    return None


_MOST_TELLING = "militant medic rescuer police military company expert hostage relative official witness".split()


def _most_telling(roles: list[str]) -> str:
    return min(roles, key=_MOST_TELLING.index)


def _words(words: str) -> list[str]:
    found = []
    for match in _WORD.finditer(words):
        word = match.group().lower().rstrip(".")
        word = re.sub(r"['’]s$", "", word)
        found.append(word)
    return found
