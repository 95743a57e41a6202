"""Which language a text is in, only as far as refusing needs it: this reader reads English and says so of the rest."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 12
"""Fewer say too little: a headline may hold nothing but names."""
_SAMPLE = 20_000
"""Characters looked at: the language of a report does not change on its tenth page."""

_ENGLISH = frozenset(
    "the of and to in a is was that for on it as with by at from were said he she they have has had been are his her "
    "but not who after which an be its or this their more than when about into over out up no two one".split()
)
_OTHERS = {
    "Spanish": "el la los las de que y en un una por con para se del al su más fue ha como pero sobre",
    "French": "le la les des et en un une que qui dans pour par sur est au aux du ce pas plus été ont selon",
    "German": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch wurde",
    "Portuguese": "o os as de que e em um uma por com para se do da dos das ao mais foi não como mas",
    "Italian": "il lo la gli le di che e in un una per con del della dei sono è più non come anche alla",
    "Dutch": "de het een en van in is dat op te met voor zijn er niet aan om ook door naar werd bij",
    "Indonesian": "yang dan di dari ini itu dengan untuk pada dalam tidak akan oleh telah ke adalah orang",
    "Turkish": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ancak ise olduğu",
    "Swahili": "ya na wa kwa ni katika la za kuwa hiyo huyo watu pia baada kama lakini yake",
    "Zulu or Xhosa": "ukuthi uthe kodwa futhi ngoba abantu umuntu kanye lapho khona kwe ngo uma okanye ukuba",
}
_OTHER_WORDS = {language: frozenset(words.split()) for language, words in _OTHERS.items()}


def not_english(text: str) -> str | None:
    """What the text is in, in words fit for a message; None where it is English or too short to tell."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _ENOUGH_WORDS:
        return None
    letters = sum(map(len, words))
    foreign_letters = sum(1 for word in words if not word.isascii() for letter in word if not _is_latin(letter))
    if foreign_letters * 2 > letters:
        return "another script than Latin"
    told = Counter(words)
    english = sum(told[word] for word in _ENGLISH)
    counts = {name: sum(told[word] for word in theirs) for name, theirs in _OTHER_WORDS.items()}
    language = max(counts, key=lambda name: counts[name])
    enough = max(3, len(words) // 12)
    return language if counts[language] >= enough and counts[language] > 1.5 * english else None


def _is_latin(letter: str) -> bool:
    return letter.isascii() or "LATIN" in unicodedata.name(letter, "")
