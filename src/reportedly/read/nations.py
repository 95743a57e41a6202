"""Nations by the words that news uses for them: demonyms for who is counted, names for where it happened.

A line gives the ISO 3166 code, then the demonyms, then after a bar the country's names. A plural in -s is understood.
"""

_NATIONS = """
AF afghan afghani | afghanistan
AL albanian | albania
DZ algerian | algeria
AO angolan | angola
AR argentine argentinian argentinean | argentina
AM armenian | armenia
AU australian aussie | australia
AT austrian | austria
AZ azerbaijani azeri | azerbaijan
BS bahamian | bahamas
BH bahraini | bahrain
BD bangladeshi | bangladesh
BB barbadian | barbados
BY belarusian belarussian | belarus
BE belgian | belgium
BZ belizean | belize
BJ beninese | benin
BT bhutanese | bhutan
BO bolivian | bolivia
BA bosnian | bosnia bosnia-herzegovina
BW botswanan | botswana
BR brazilian | brazil
BN bruneian | brunei
BG bulgarian | bulgaria
BF burkinabe | burkina_faso
BI burundian | burundi
KH cambodian | cambodia
CM cameroonian | cameroon
CA canadian | canada
CF central_african | central_african_republic
TD chadian | chad
CL chilean | chile
CN chinese chinese-born | china
CO colombian | colombia
CD congolese | democratic_republic_of_the_congo democratic_republic_of_congo dr_congo drc
CG | republic_of_congo republic_of_the_congo
CR costa_rican | costa_rica
HR croatian croat | croatia
CU cuban | cuba
CY cypriot greek_cypriot | cyprus
CZ czech | czech_republic czechia
DK danish dane | denmark
DJ djiboutian | djibouti
DO dominican | dominican_republic
EC ecuadorian ecuadorean | ecuador
EG egyptian | egypt
SV salvadoran salvadorean | el_salvador
ER eritrean | eritrea
EE estonian | estonia
SZ swazi | eswatini swaziland
ET ethiopian | ethiopia
FJ fijian | fiji
FI finnish finn | finland
FR french frenchman frenchmen frenchwoman frenchwomen | france
GA gabonese | gabon
GM gambian | gambia
GE georgian | georgia
DE german | germany
GH ghanaian | ghana
GR greek | greece
GT guatemalan | guatemala
GN guinean | guinea
GY guyanese | guyana
HT haitian | haiti
HN honduran | honduras
HK hongkonger | hong_kong
HU hungarian | hungary
IS icelandic icelander | iceland
IN indian | india
ID indonesian | indonesia
IR iranian | iran
IQ iraqi | iraq
IE irish irishman irishmen irishwoman irishwomen | ireland
IL israeli | israel
IT italian | italy
CI ivorian | ivory_coast
JM jamaican | jamaica
JP japanese | japan
JO jordanian | jordan
KZ kazakh kazakhstani | kazakhstan
KE kenyan | kenya
XK kosovan kosovar | kosovo
KW kuwaiti | kuwait
KG kyrgyz kyrgyzstani | kyrgyzstan
LA lao laotian | laos
LV latvian | latvia
LB lebanese | lebanon
LR liberian | liberia
LY libyan | libya
LT lithuanian | lithuania
LU luxembourger luxembourgish | luxembourg
MK macedonian | macedonia north_macedonia
MG malagasy madagascan | madagascar
MW malawian | malawi
MY malaysian | malaysia
MV maldivian | maldives
ML malian | mali
MT maltese | malta
MR mauritanian | mauritania
MU mauritian | mauritius
MX mexican | mexico
MD moldovan | moldova
MN mongolian | mongolia
ME montenegrin | montenegro
MA moroccan | morocco
MZ mozambican | mozambique
MM burmese | myanmar burma
NA namibian | namibia
NP nepali nepalese | nepal
NL dutch dutchman dutchmen dutchwoman | netherlands holland
NZ kiwi new_zealander | new_zealand
NI nicaraguan | nicaragua
NE nigerien | niger
NG nigerian | nigeria
KP north_korean | north_korea
NO norwegian | norway
OM omani | oman
PK pakistani | pakistan
PS palestinian gazan | gaza west_bank palestine gaza_strip palestinian_territories
PA panamanian | panama
PG papua_new_guinean | papua_new_guinea
PY paraguayan | paraguay
PE peruvian | peru
PH filipino filipina philippine | philippines
PL polish pole | poland
PT portuguese | portugal
PR puerto_rican | puerto_rico
QA qatari | qatar
RO romanian | romania
RU russian | russia
RW rwandan | rwanda
SA saudi saudi_arabian | saudi_arabia
SN senegalese | senegal
RS serbian serb | serbia
SL sierra_leonean | sierra_leone
SG singaporean | singapore
SK slovak slovakian | slovakia
SI slovenian slovene | slovenia
SO somali somalian | somalia
ZA south_african | south_africa
KR south_korean | south_korea
SS south_sudanese | south_sudan
ES spanish spaniard | spain
LK sri_lankan | sri_lanka
SD sudanese | sudan
SR surinamese | suriname
SE swedish swede | sweden
CH swiss | switzerland
SY syrian | syria
TW taiwanese | taiwan
TJ tajik tajikistani | tajikistan
TZ tanzanian | tanzania
TH thai | thailand
TL timorese | east_timor timor-leste
TG togolese | togo
TO tongan | tonga
TT trinidadian | trinidad
TN tunisian | tunisia
TR turkish turk | turkey turkiye
TM turkmen | turkmenistan
UG ugandan | uganda
UA ukrainian | ukraine
AE emirati | united_arab_emirates uae
GB british briton brit english scottish welsh englishman englishmen scot englishwoman scotsman welshman uk u.k. | \
united_kingdom britain england scotland wales northern_ireland great_britain uk u.k.
US american u.s. us u.s.a. usa u.s | united_states america u.s. usa u.s.a. united_states_of_america
UY uruguayan | uruguay
UZ uzbek uzbekistani | uzbekistan
VE venezuelan | venezuela
VN vietnamese | vietnam
YE yemeni | yemen
ZM zambian | zambia
ZW zimbabwean | zimbabwe
"""


def _plurals(word: str) -> tuple[str, ...]:
    return (word,) if word.endswith(("s", "ese", "ish", "men", ".", "ch")) else (word, word + "s")


def _read() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    demonyms, countries = {}, {}
    for row in _NATIONS.strip().splitlines():
        code, _, rest = row.partition(" ")
        adjectives, _, names = rest.partition("|")
        for word in adjectives.split():
            for form in _plurals(word):
                demonyms[tuple(form.split("_"))] = code
        for word in names.split():
            countries[tuple(word.split("_"))] = code
    return demonyms, countries


DEMONYMS, COUNTRIES = _read()
"""From the words of a demonym, or of a country's name, to its ISO 3166 code. Lower case."""

# Initials never stand for a person; adjectives do ("two Turks", "five Irish").
_INITIALS = frozenset(["us", "u.s", "u.s.", "u.s.a.", "usa", "uk", "u.k."])
FOREIGN = frozenset(["foreign", "foreigner", "foreigners", "western", "westerner", "westerners", "expatriate"]) | {
    "expatriates",
    "expat",
    "expats",
}
LOCAL = frozenset(["local", "locals"])


_OF_A_CONTINENT = frozenset("south north latin central west native".split())


def demonym_at(words: tuple[str, ...], i: int) -> tuple[str, int] | None:
    """The code of the demonym that starts at word i, and the word after it."""
    if i + 1 < len(words) and (code := DEMONYMS.get((words[i], words[i + 1]))) is not None:
        return code, i + 2
    word = words[i].removesuffix("'s")
    if i and word.startswith(("american", "indian")) and words[i - 1] in _OF_A_CONTINENT:
        return None  # "22 South Americans" are of no one country
    if (code := DEMONYMS.get((word,))) is not None:
        return code, i + 1
    if word == "u" and i + 1 < len(words) and words[i + 1] in ("s", "k"):
        return ("US" if words[i + 1] == "s" else "GB"), i + 2  # feeds stripped of punctuation
    return None


def stands_alone(word: str) -> bool:
    """Can this demonym be the noun itself ("two Turks", "six Chinese")?"""
    return word not in _INITIALS


def country_at(words: tuple[str, ...], i: int) -> tuple[str, int] | None:
    """The code of the country whose name starts at word i, and the word after it."""
    for length in (5, 4, 3, 2, 1):
        if i + length <= len(words) and (code := COUNTRIES.get(words[i : i + length])) is not None:
            return code, i + length
    return None


STATES: frozenset[str | tuple[str, str]] = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana "
    "iowa "
    "kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana "
    "nebraska nevada "
    "ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming manhattan".split()
) | {
    ("new", "york"),
    ("new", "jersey"),
    ("new", "mexico"),
    ("new", "hampshire"),
    ("north", "carolina"),
    ("south", "carolina"),
    ("north", "dakota"),
    ("south", "dakota"),
    ("rhode", "island"),
    ("west", "virginia"),
}
"""States of the United States, as places that news names without their country."""
