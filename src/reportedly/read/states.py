"""Words that say what state people are in, and how each of them takes its people: as subject, as object, as noun."""

from dataclasses import dataclass
from enum import Enum, auto

from reportedly.figure import Kind
from reportedly.read.words import Line


class Form(Enum):
    ACTIVE = auto()
    """ "kills", "kill", "killing": what follows is in the state."""
    PARTICIPLE = auto()
    """ "killed": passive, unless people follow it and nobody but an actor stands before it."""
    SUBJECT = auto()
    """ "died", "escapes", "missing", "aboard": what stands before is in the state."""
    NOUN = auto()
    """ "deaths", "bodies": a counted noun that is itself the state, or takes its people by "of"."""


@dataclass(frozen=True, slots=True)
class Cue:
    kind: Kind
    form: Form
    last: int
    """The word after the cue's own."""
    ing: bool = False
    base: bool = False


# Verbs that put their object into a state. "|" parts base, -s, past, participle, -ing.
_TRANSITIVE = """
killed: kill|kills|killed|killed|killing slay|slays|slew|slain|slaying massacre|massacres|massacred|massacred|massacring
killed: murder|murders|murdered|murdered|murdering execute|executes|executed|executed|executing
killed: behead|beheads|beheaded|beheaded|beheading assassinate|assassinates|assassinated|assassinated|assassinating
killed: drown|drowns|drowned|drowned|drowning electrocute|electrocutes|electrocuted|electrocuted|electrocuting
killed: slaughter|slaughters|slaughtered|slaughtered|slaughtering lynch|lynches|lynched|lynched|lynching
killed: decapitate|decapitates|decapitated|decapitated|decapitating bury-dead|-|-|-|-
wounded: injure|injures|injured|injured|injuring wound|wounds|wounded|wounded|wounding -|hurts|hurt|hurt|hurting
wounded: hospitalise|hospitalises|hospitalised|hospitalised|hospitalising maim|maims|maimed|maimed|maiming
wounded: hospitalize|hospitalizes|hospitalized|hospitalized|hospitalizing
wounded: shoot|shoots|shot|shot|shooting stab|stabs|stabbed|stabbed|stabbing
taken: kidnap|kidnaps|kidnapped|kidnapped|kidnapping abduct|abducts|abducted|abducted|abducting
taken: seize|seizes|seized|seized|seizing kidnap|kidnaps|kidnaped|kidnaped|kidnaping
freed: free|frees|freed|freed|freeing release|releases|released|released|releasing
freed: liberate|liberates|liberated|liberated|liberating pardon|pardons|pardoned|pardoned|pardoning
rescued: rescue|rescues|rescued|rescued|rescuing save|saves|saved|saved|saving pluck|plucks|plucked|plucked|plucking
rescued: airlift|airlifts|airlifted|airlifted|airlifting winch|winches|winched|winched|winching
trapped: trap|traps|trapped|trapped|trapping strand|strands|stranded|stranded|stranding \
bury|buries|buried|buried|burying
trapped: maroon|maroons|marooned|marooned|marooning
arrested: arrest|arrests|arrested|arrested|arresting detain|detains|detained|detained|detaining
arrested: capture|captures|captured|captured|capturing apprehend|apprehends|apprehended|apprehended|apprehending
arrested: recapture|recaptures|recaptured|recaptured|recapturing
evacuated: evacuate|evacuates|evacuated|evacuated|evacuating relocate|relocates|relocated|relocated|relocating
displaced: displace|displaces|displaced|displaced|displacing uproot|uproots|uprooted|uprooted|uprooting
held: hold|holds|held|held|holding
present: carry|carries|carried|-|carrying
"""
_INTRANSITIVE = """
killed: die|dies|died|died|dying perish|perishes|perished|perished|perishing succumb|succumbs|succumbed|-|succumbing
killed: suffocate|suffocates|suffocated|-|suffocating drown|drowns|drowned|-|drowning
escaped: escape|escapes|escaped|escaped|escaping
missing: disappear|disappears|disappeared|-|disappearing vanish|vanishes|vanished|-|vanishing
rescued: survive|survives|survived|-|surviving
evacuated: evacuate|evacuates|evacuated|-|evacuating
displaced: shelter|shelters|sheltered|-|sheltering
present: protest|protests|protested|-|protesting march|marches|marched|-|marching gather|gathers|gathered|-|gathering
present: rally|rallies|rallied|-|rallying demonstrate|demonstrates|demonstrated|-|demonstrating
present: mourn|mourns|mourned|-|mourning attend|attends|attended|-|attending
present: assemble|assembles|assembled|-|assembling congregate|congregates|congregated|-|congregating
"""
_PHRASES = """
killed SUBJECT: dead|deceased|died in hospital|died in the hospital|died at hospital|died at the hospital\
|shot dead|found dead|shot to death|stabbed to death|hacked to death|beaten to death\
|burned to death|burnt to death|crushed to death|froze to death|frozen to death|trampled to death|burned alive|dead \
bodies\
|lost their lives|lost their life|lose their lives|loses their lives|losing their lives|lost his life|lost her life\
|lost lives|bled to death|starved to death|crushed to death|put to death|lost life|to death|among the dead|among \
those killed|among the killed|among the victims|fatally shot|fatally injured\
|fatally wounded|fatally stabbed|pronounced dead|declared dead|confirmed dead\
|presumed dead|presumed killed|feared dead|feared killed
killed PARTICIPLE: gunned down|mown down|mowed down|shot and killed|stabbed and killed|blown up|shot down|hanged
wounded SUBJECT: treated for|being treated|treated in hospital|treated in hospitals|treated at|receiving treatment\
|receiving critical care|in critical care|in intensive care\
|taken to hospital|taken to hospitals|rushed to hospital|sent to hospital|in hospital\
|taken to the hospital|taken to a hospital|taken to a local hospital|taken to a nearby hospital\
|rushed to a hospital|rushed to a local hospital|rushed to hospitals\
|taken to local hospitals|taken to area hospitals|in critical condition\
|in serious condition|suffered injuries|sustained injuries|suffer injuries|suffering injuries|suffering from injuries\
|suffered minor injuries|had minor injuries|had serious injuries|had life-threatening injuries\
|suffered gunshot injuries\
|with gunshot wounds|suffered burns|suffered serious injuries|sustained minor injuries|suffered gunshot wounds\
|critically ill|beaten up|critically hurt|seriously hurt|badly hurt|lightly hurt|badly burned|treated at the \
scene|injured|among the injured|among the wounded|among those injured
missing SUBJECT: missing|unaccounted for|unaccounted|unaccounted-for|lost at sea|reported missing|among the missing\
|yet to be traced|not been traced|yet to be found|not been found|yet to be accounted for|not accounted for\
|out of contact|not been seen|never returned|not returned\
|yet to return|not been heard from|never came back|did not come back
taken SUBJECT: taken hostage|taken captive|taken prisoner
taken NOUN: kidnappings|abductions
held SUBJECT: held hostage|held captive|still held|being held hostage|being held captive|in captivity|remain hostage\
|remained hostage|remains hostage|still in captivity|being held by|remain captive|kept hostage|still hostage
freed PARTICIPLE: exchanged|swapped
freed SUBJECT: handed over to the red cross|handed over to the icrc|turned over to the red cross|let go|set free\
|out on bail|regained their freedom|walked free|walk free
escaped SUBJECT: at large|on the run|on the loose|remain on the loose|broke out|broken \
out|fled|flee|flees|fleeing|break out|got away|still at large\
|made it out|made it to safety|got out alive|reached safety\
|broke out of|ran from|ran out of|run from|raced out of|raced outside
rescued SUBJECT: pulled alive|found alive|pulled out alive|pulled to safety|brought to safety|pulled from|pulled out\
|brought to the surface|brought ashore|picked up|alive|found safe|unharmed
trapped SUBJECT: trapped|stranded|stuck|cut off|snowed in|pinned|buried alive|under the rubble|under rubble\
|beneath the rubble|under the debris
arrested SUBJECT: in custody|taken into custody|rounded up|behind bars|under arrest|in detention|taken away\
|arrested|placed under arrest|jailed
evacuated SUBJECT: moved to safety|ordered to leave|told to leave|asked to leave|moved to safer|ordered out\
|urged to leave|ordered to evacuate|led to safety|forced to leave|forced from their homes|had to leave|were moved
displaced SUBJECT: homeless|left their homes|fled their homes|flee their homes|fleeing their homes|in shelters\
|in evacuation centres|in evacuation centers|made homeless|left homeless|in emergency shelters|taken shelter\
|in relief camps|in relief centres|in relief centers\
|took shelter|take shelter|seeking shelter|took refuge|take refuge\
|seek refuge|seek shelter|sought refuge|in temporary shelters|sought shelter|lost their \
homes\
|driven from their homes|have fled|had fled|internally displaced|lose their homes|taking shelter|taken refuge|taking \
refuge
present SUBJECT: on board|aboard|took to the streets|take to the streets|taking to the streets|taken to the streets\
|took part|take part|taking part|filled the streets|lined the streets|turned out|joined|on-board|onboard|packed into\
|were inside|inside|in the building|in the factory|in the school|in the church|in the mosque|in the hotel\
|in the theatre|in the theater|in the cinema|in the nightclub|in the restaurant|in the mine|in the compound|at work\
|on the train|on the ferry|on the plane|on the bus|on the ship|on the boat|converged|poured into|thronged\
|was inside|holding protests|staged a protest|held a rally|held protests|staged a sit-in|camped out|on the site|on site\
|at the site|took over|called for|calling for|occupied|occupying|chanted|chanting|chants|join|joins|joining|blocked\
|blocking|besieged|stormed out|camping|singing
killed NOUN: deaths|death|fatalities|fatality|bodies|body|corpses|corpse|killings|killing|dead|murders|murder|slayings\
|remains|executions|massacre|assassination|shooting-deaths|beheadings
wounded NOUN: injuries|injury|wounded|injured|hospitalisations|hospitalizations
missing NOUN: disappearances|disappearance
taken NOUN: kidnapping|abduction|kidnap|seizure|capture
freed NOUN: release|releases|freedom
rescued NOUN: survivors|survivor|rescue|rescues
arrested NOUN: arrests|arrest|detention|detentions
evacuated NOUN: evacuation|evacuations|evacuees
displaced NOUN: displacement|homeless
present NOUN: crowd|crowds|gathering|rally|gatherings|mob|procession|attendance|turnout|sit-in
escaped NOUN: escape|escapees|jailbreak|escapes
other NOUN: casualties|casualty
"""

_KINDS = {kind.value: kind for kind in Kind}
ATTACK = frozenset(
    "attack attacks attacked attacking storm storms stormed storming ambush ambushed ambushes ambushing raid raids "
    "raided raiding hijack hijacks hijacked hijacking bomb bombed bombs detonate detonates detonated detonating blow "
    "blows blew opens opened ram rams rammed fire fires fired struck strikes burst bursts assault assaulted assaults "
    "target targets targeted ambush kill shoot shoots shot stab stabs stabbed shooting opened-fire opening throw threw "
    "hurled take takes took taking kills killed killing abduct abducts abducted kidnap kidnaps kidnapped seize seizes "
    "seized wounded wounds injures injured wounding injuring went drove drives crash rob robbed holed barricaded "
    "set behead beheads beheaded execute executed murdered blown massacred massacre open ambushes hack hacks "
    "exploded explodes break breaks broke smash smashed plow plows plowed ploughed plough behind responsible turned "
    "turns "
    "carried tried tries accused suspected alleged believed gunned attempted attempts threaten threatens "
    "threatened".split()
)
"""What attackers do: a single unnamed person who does it is one."""


def _read() -> dict[str, list[tuple[tuple[str, ...], Kind, Form, bool, bool]]]:
    cues: dict[str, list[tuple[tuple[str, ...], Kind, Form, bool, bool]]] = {}

    def add(words: str, kind: Kind, form: Form, ing: bool = False, base: bool = False) -> None:
        first, *rest = words.split()
        entries = cues.setdefault(first, [])
        if not any(entry[0] == tuple(rest) and entry[2] is form for entry in entries):
            entries.append((tuple(rest), kind, form, ing, base))

    for row in _PHRASES.strip().splitlines():
        name, _, phrases = row.partition(":")
        kind, form = name.split()
        for phrase in phrases.split("|"):
            add(phrase.strip(), _KINDS[kind], Form[form])
    for rows, transitive in ((_TRANSITIVE, True), (_INTRANSITIVE, False)):
        for row in rows.strip().splitlines():
            kind, _, verbs = row.partition(":")
            for verb in verbs.split():
                base, third, past, participle, ing = verb.split("|")
                if transitive:
                    add(base, _KINDS[kind], Form.ACTIVE, base=True)
                    add(third, _KINDS[kind], Form.ACTIVE)
                    add(past, _KINDS[kind], Form.PARTICIPLE)
                    add(participle, _KINDS[kind], Form.PARTICIPLE)
                    add(ing, _KINDS[kind], Form.ACTIVE, ing=True)
                else:
                    add(base, _KINDS[kind], Form.SUBJECT, base=True)
                    for form_ in (third, past, participle):
                        add(form_, _KINDS[kind], Form.SUBJECT)
                    add(ing, _KINDS[kind], Form.SUBJECT, ing=True)
    cues.pop("-", None)
    for entries in cues.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return cues


_CUES = _read()


def cue_at(line: Line, i: int, *forms: Form) -> Cue | None:
    """The longest cue that starts at word i, of one of these forms (any, where none is given)."""
    entries = _CUES.get(line.words[i])
    if entries is None:
        return None
    for rest, kind, form, ing, base in entries:
        last = i + 1 + len(rest)
        if (not forms or form in forms) and line.words[i + 1 : last] == rest:
            return Cue(kind, form, last, ing, base)
    return None
