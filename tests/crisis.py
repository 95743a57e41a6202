"""Sixty claims of a hostage crisis, all fiction, and on paper what of them cannot all be true.

The gas works at Tavra are seized; reports come for three days. Which claims stand at the end, by the rules of updates:

    H57 57 people seized          Norvik Gas        day 0 08:40   |  "at least 20" before it was outgrown
    H41 41 hostages taken         the kidnappers    day 0 09:10   |  "more than 30" before it was outgrown
    F25 25 hostages freed         the army          day 1 12:00   |  the army's own 12 updated, its 30 corrected
    F16 16 hostages freed         Ila News Agency   day 1 14:00
    FF11 11 foreign hostages      a diplomat        day 1 13:00
    US6 6 American hostages freed their embassy     day 1 12:30
    PH7 more than six Filipinos   their embassy     day 1 12:45   |  low bound 7, no high one
    K34 34 hostages killed        the kidnappers    day 1 10:00   |  "six" before it was outgrown
    K12 12 hostages killed        a doctor          day 1 16:00   |  the ministry says 12 too, later
    J1  a Japanese engineer       Tokyo             day 1 20:00
    E5  5 hostages escaped        Norvik Gas        day 1 08:00
    G7  7 hostages held           the kidnappers    day 1 11:00   |  the governor's 41 held is out of date
    G10 10 hostages held          the army          day 2 09:00
    P20 20 people killed          the governor      day 1 19:00   |  "18" before it was outgrown
    X40 40 attackers killed       Colonel Brand     day 2 15:00   |  "29" before it was outgrown
    A32 32 attackers              the ministry      day 2 11:00   |  "about 30" is two days old: out of date
    M9  9 missing                 Norvik Gas        day 2 12:00   |  its own 14 updated
    M14 14 missing                the union         day 1 18:30

and, in no conflict: 9 Britons, 13 Norwegians, 8 Americans and 10 Filipinos taken (40 of 41), 3 soldiers killed (the
kidnappers' 8 are denied), dozens wounded and 22 wounded (dozens may be 22), 685 and "nearly 700" evacuated, 3 arrested,
790 workers there; "60 wounded" is withdrawn, 23 killed were another year's, and "are 50 dead?" is a question.

Pairs. One line, two answers: H57 H41 (people and hostages taken are one question); F25 F16; K34 K12; G7 G10; M9 M14.
A part above its whole: K34 P20 (K12 would fit; J1 and 18 do not matter). Dead attackers above attackers: X40 A32.

Sums, of figures that are no pair. Held, freed, escaped and killed are at most the taken, at one moment: with G7 (day 1
11:00) only what was told by then, K34 and E5; with G10 everything. At most one of F25, F16, FF11, US6 + PH7 counts the
freed, one of K34, K12, J1 the killed.

    at most 41 (H41)                                     at most 57 (H57)
    F25 + K34 = 59  over   three figures                 F25 + K34 = 59               over   three
    F16 + K34 = 50  over   three                         F16 + K34 = 50, + E5 = 55    not
    FF11 + K34 = 45 over   three                         F16 + K34 + G10 = 60         over   four
    G10 + K34 = 44  over   three                         FF11 + K34 + G10 = 55        not
    G7 + K34 = 41   not; + E5 = 46 over   four           FF11 + K34 + E5 + G10 = 60   over   five
    E5 + K34 = 39   not                                  US6 + PH7 + K34 + G10 = 57   not
    US6 + K34 = 40  not; + E5 = 45 over   four           + E5 = 62                    over   six
    PH7 + K34 = 41  not; + E5 = 46 over   four           US6 + K34 + E5 + G10 = 55    not
    US6 + PH7 + K34 = 47   over   four                   PH7 + K34 + E5 + G10 = 56    not
    F25 + K12 = 37  not; + E5 = 42 over   four           K34 + E5 + G10 = 49          not
                         + G10 = 47 over  four           F25 + K12 + E5 + G10 = 52    not
    F16 + K12 = 28, + E5 = 33, + G10 = 38 not
                    + E5 + G10 = 43 over  five
    F25 + J1 + E5 + G10 = 41 not; FF11 + K12 + E5 + G10 = 38 not; US6 + PH7 + K12 + E5 + G10 = 40 not

Countries: US6 + PH7 = 13 is over FF11, told after both: three figures. It is under F16.
"""

from datetime import timedelta
from typing import Any

from desk import says
from newsroom import MORNING
from reportedly.claim import Polarity
from reportedly.evidence import Edition, Evidence
from reportedly.figure import Kind, Scope
from reportedly.telling import Telling

END = MORNING + timedelta(days=3)

_TOLD: list[tuple[str, Telling]] = []


def _told(name: str, day: int, line: str, low: int | None, high: int | str | None = "same", **known: Any) -> None:
    role = known.pop("role", "hostages")
    _TOLD.append((name, says(line, low, high, day=day, role=role, **known)))


GAS, ARMY, MINISTRY = "Norvik Gas", "the army", "the interior ministry"
GUNMEN, GOVERNOR = "the kidnappers", "the governor"

# -- how many were taken --
T = Kind.TAKEN
_told("t1", 0, "Post, Tavra, 07:50. At least 20 people were seized, police said.", 20, None, kind=T, role="people",
      source="police", phrase="At least 20")  # fmt: skip
_told("H57", 0, "Coastwire, Tavra, 08:40. 57 people were seized, Norvik Gas said.", 57, kind=T, role="people",
      source=GAS, source_named=True)  # fmt: skip
_told("t2", 0, "Ila Radio, Tavra, 09:20. Norvik Gas put the seized at 57.", 57, kind=T, role="people", source=GAS,
      source_named=True)  # fmt: skip
_told("t3", 0, "Post, Tavra, 08:50. More than 30 hostages were taken, the governor said.", 31, None, kind=T,
      source=GOVERNOR, phrase="More than 30")  # fmt: skip
_told("H41", 0, "Desert Voice, Tavra, 09:10. We have taken 41, the kidnappers said.", 41, kind=T, source=GUNMEN)
_told("t4", 0, "Post, Tavra, 10:00. The kidnappers say that they took 41.", 41, kind=T, source=GUNMEN)
_told("t5", 0, "Mail, Tavra, 10:20. 41 hostages were taken, according to the kidnappers.", 41, kind=T, source=GUNMEN)
_told("t6", 0, "Mail, London, 12:00. Nine Britons were taken, the Foreign Office said.", 9, kind=T, nationality=("GB",),
      source="the Foreign Office")  # fmt: skip
_told("t7", 0, "Post, Oslo, 12:30. Thirteen Norwegians were taken, the foreign ministry said.", 13, kind=T,
      nationality=("NO",), source="the Norwegian foreign ministry")  # fmt: skip
_told("t8", 0, "Coastwire, Ila, 13:00. Eight Americans were taken, the U.S. embassy said.", 8, kind=T,
      nationality=("US",), source="the U.S. embassy")  # fmt: skip
_told("t9", 0, "Mail, Manila, 14:00. Ten Filipinos were taken, Manila's embassy said.", 10, kind=T, nationality=("PH",),
      source="the Philippine embassy")  # fmt: skip

# -- freed and escaped --
F = Kind.FREED
_told("f1", 1, "Coastwire, Tavra, 07:00. 12 hostages were freed, the army said.", 12, kind=F, source=ARMY)
_told("f2", 1, "Coastwire, Tavra, 09:00. 30 hostages were freed, the army said.", 30, kind=F, source=ARMY)
_told("F25", 1, "Coastwire, Tavra, 12:00. 25 hostages were freed, not 30, the army said.", 25, kind=F, source=ARMY)
_told("f3", 1, "Mail, Tavra, 12:10. The army has freed 25 hostages, it said.", 25, kind=F, source=ARMY)
_told("f4", 1, "Post, Tavra, 12:20. The army now counts 25 freed hostages.", 25, kind=F, source=ARMY)
_told("US6", 1, "Coastwire, Ila, 12:30. Six American hostages are free, the U.S. embassy said.", 6, kind=F,
      nationality=("US",), source="the U.S. embassy")  # fmt: skip
_told("PH7", 1, "Mail, Manila, 12:45. More than six Filipino hostages are free, their embassy said.", 7, None, kind=F,
      nationality=("PH",), source="the Philippine embassy", phrase="More than six")  # fmt: skip
_told("FF11", 1, "Post, Ila, 13:00. 11 foreign hostages are free, a diplomat told the Post.", 11, kind=F,
      nationality=("foreign",), source="a Western diplomat", via="Harbour Post")  # fmt: skip
_told("F16", 1, "Mail, Ila, 14:00. 16 hostages were freed, Ila News Agency said.", 16, kind=F,
      source="Ila News Agency", source_named=True)  # fmt: skip
_told("f5", 1, "Ila Radio, Ila, 15:00. Six Americans are out, the U.S. embassy said.", 6, kind=F, nationality=("US",),
      source="the U.S. embassy")  # fmt: skip
_told("E5", 1, "Coastwire, Tavra, 08:00. Five hostages got away by themselves, Norvik Gas said.", 5, kind=Kind.ESCAPED,
      source=GAS, source_named=True)  # fmt: skip
_told("e1", 1, "Mail, Tavra, 08:30. Norvik Gas says that five hostages escaped.", 5, kind=Kind.ESCAPED, source=GAS,
      source_named=True)  # fmt: skip

# -- killed --
_told("k1", 1, "Post, Tavra, 08:20. Six hostages were killed, a local source told the Post.", 6,
      source="a local source", via="Harbour Post")  # fmt: skip
_told("K34", 1, "Desert Voice, Tavra, 10:00. 34 hostages are dead, the kidnappers said.", 34, source=GUNMEN)
_told("k2", 1, "Post, Tavra, 10:30. The kidnappers speak of 34 dead hostages.", 34, source=GUNMEN)
_told("k3", 1, "Mail, Tavra, 11:00. 34 hostages died, according to the kidnappers.", 34, source=GUNMEN)
_told("K12", 1, "Coastwire, Tavra, 16:00. 12 dead hostages are in his hospital, Dr Edo Maran said.", 12,
      source="Edo Maran", source_named=True)  # fmt: skip
_told("k4", 1, "Ila Radio, Ila, 18:00. 12 hostages were killed, the interior ministry said.", 12, source=MINISTRY)
_told("J1", 1, "Coastwire, Tokyo, 20:00. A Japanese engineer was killed, the foreign ministry said.", 1,
      nationality=("JP",), source="the Japanese foreign ministry", phrase="A Japanese engineer")  # fmt: skip
_told("k5", 1, "Post, Ila, 09:00. 18 people died, the interior ministry said.", 18, role="people", source=MINISTRY)
_told("P20", 1, "Mail, Ila, 19:00. 20 people have died in all, the governor said.", 20, role="people", source=GOVERNOR)
_told("k6", 1, "Desert Voice, Tavra, 15:00. Eight soldiers were killed, the kidnappers said.", 8, role="soldiers",
      source=GUNMEN)  # fmt: skip
_told("k7", 1, "Coastwire, Ila, 15:30. The army denied that eight soldiers were killed.", 8, role="soldiers",
      source=ARMY, polarity=Polarity.DENIED)  # fmt: skip
_told("k8", 1, "Post, Ila, 20:30. Three soldiers were killed, the defence ministry said.", 3, role="soldiers",
      source="the defence ministry")  # fmt: skip
_told("k9", 2, "Mail, Tavra, 08:00. The siege of a mine in the 1990s left 23 dead.", 23, role="people",
      scope=Scope.BACKGROUND)  # fmt: skip
_told("k10", 2, "Blog, Ila, 08:10. Are 50 dead, as people ask?", 50, role="people", polarity=Polarity.ASKED)
_told("k11", 2, "Coastwire, Tavra, 10:00. 29 militants were killed, the army said.", 29, role="attackers", source=ARMY)
_told("X40", 2, "Mail, Tavra, 15:00. 40 militants are dead, Colonel Ada Brand said.", 40, role="attackers",
      source="Ada Brand", source_named=True)  # fmt: skip

# -- held --
H = Kind.HELD
_told("g1", 0, "Post, Tavra, 13:00. 41 hostages are being held, the governor said.", 41, kind=H, source=GOVERNOR)
_told("G7", 1, "Desert Voice, Tavra, 11:00. We still hold seven, the kidnappers said.", 7, kind=H, source=GUNMEN)
_told("g2", 1, "Post, Tavra, 11:40. Seven hostages are still held, the kidnappers say.", 7, kind=H, source=GUNMEN)
_told("G10", 2, "Coastwire, Tavra, 09:00. Ten hostages are still held, the army said.", 10, kind=H, source=ARMY)

# -- who did it --
_told("a1", 0, "Post, Ila, 11:00. About 30 militants came, the governor said.", 30, kind=Kind.ATTACKERS,
      role="attackers", source=GOVERNOR, approx=True, phrase="About 30")  # fmt: skip
_told("A32", 2, "Coastwire, Ila, 11:00. There were 32 militants, the interior ministry said.", 32, kind=Kind.ATTACKERS,
      role="attackers", source=MINISTRY)  # fmt: skip
_told("a2", 2, "Ila Radio, Ila, 12:00. Three militants were caught, police said.", 3, kind=Kind.ARRESTED,
      role="attackers", source="police")  # fmt: skip
_told("a3", 2, "Mail, Ila, 17:00. Police hold three militants, they said.", 3, kind=Kind.ARRESTED, role="attackers",
      source="police")  # fmt: skip

# -- wounded, missing, brought away, there --
W, M = Kind.WOUNDED, Kind.MISSING
_told("w1", 0, "Blog, Tavra, 15:00. Dozens were wounded, a witness told the blog.", 24, None, kind=W, role="people",
      source="a witness", via="Tavra Blog", approx=True, phrase="Dozens")  # fmt: skip
_told("w2", 0, "Coastwire, Tavra, 18:00. 18 people were wounded, Tavra hospital said.", 18, kind=W, role="people",
      source="Tavra hospital")  # fmt: skip
_told("w3", 1, "Post, Tavra, 09:00. 60 people were wounded, residents told the Post.", 60, kind=W, role="people",
      source="residents", via="Harbour Post")  # fmt: skip
_told("w4", 1, "Ila Radio, Ila, 13:00. 22 people were wounded, the interior ministry said.", 22, kind=W, role="people",
      source=MINISTRY)  # fmt: skip
_told("m1", 1, "Coastwire, Tavra, 18:00. 14 people are missing, Norvik Gas said.", 14, kind=M, role="people",
      source=GAS, source_named=True)  # fmt: skip
_told("M14", 1, "Mail, Tavra, 18:30. 14 people are missing, the workers' union said.", 14, kind=M, role="people",
      source="the workers' union")  # fmt: skip
_told("M9", 2, "Coastwire, Tavra, 12:00. Nine people are still missing, Norvik Gas said.", 9, kind=M, role="people",
      source=GAS, source_named=True)  # fmt: skip
_told("m2", 2, "Post, Ila, 12:30. Norvik Gas is still without word of nine people.", 9, kind=M, role="people",
      source=GAS, source_named=True)  # fmt: skip
V = Kind.EVACUATED
_told("v1", 0, "Coastwire, Tavra, 20:00. 650 workers were flown out, Norvik Gas said.", 650, kind=V, role="workers",
      source=GAS, source_named=True)  # fmt: skip
_told("v2", 1, "Coastwire, Tavra, 10:00. 685 workers were flown out, Norvik Gas said.", 685, kind=V, role="workers",
      source=GAS, source_named=True)  # fmt: skip
_told("v3", 1, "Post, Ila, 11:00. Nearly 700 workers were brought away, the interior ministry said.", None, 700, kind=V,
      role="workers", source=MINISTRY, approx=True, phrase="Nearly 700")  # fmt: skip
_told("p1", 0, "Coastwire, Tavra, 09:00. 790 workers were there, Norvik Gas said.", 790, kind=Kind.PRESENT,
      role="workers", source=GAS, source_named=True)  # fmt: skip
_told("p2", 0, "Mail, Tavra, 16:00. 790 were at work, the workers' union said.", 790, kind=Kind.PRESENT,
      role="workers", source="the workers' union")  # fmt: skip

TOLD = dict(_TOLD)
_REVISED = TOLD["w3"].published_at + timedelta(minutes=40)
"""When the Post's page came without its sixty wounded."""
EVIDENCE = Evidence(
    tellings=tuple(TOLD.values()),
    editions=(
        Edition(TOLD["w3"].report_id, TOLD["w3"].published_at, TOLD["w3"].recorded_at),
        Edition("post-2", _REVISED, _REVISED, revises=TOLD["w3"].report_id),
    ),
)

CONFLICTS = frozenset(
    frozenset(names.split())
    for names in (
        "H57 H41",
        "F25 F16",
        "K34 K12",
        "G7 G10",
        "M9 M14",
        "K34 P20",
        "X40 A32",
        "US6 PH7 FF11",
        "F25 K34 H41",
        "F16 K34 H41",
        "FF11 K34 H41",
        "G10 K34 H41",
        "F25 K34 H57",
        "G7 E5 K34 H41",
        "US6 E5 K34 H41",
        "PH7 E5 K34 H41",
        "US6 PH7 K34 H41",
        "F25 K12 E5 H41",
        "F25 K12 G10 H41",
        "F16 K34 G10 H57",
        "F16 K12 E5 G10 H41",
        "FF11 K34 E5 G10 H57",
        "US6 PH7 K34 E5 G10 H57",
    )
)
"""As worked out above, by the names of the claims."""
