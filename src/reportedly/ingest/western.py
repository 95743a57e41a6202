"""Windows' Western letters (cp1252), told from an accident in UTF-8 by where the odd bytes stand: an accent in a word,
quotes around one, a dash between two, a pound before a figure. A byte that would make none of these is a broken one."""

from collections.abc import Sequence

_LOWER_ALONE = "àáèéíóöúåæøñ"
"""Letters that are words of their own, or stand for one, in some Western language."""
_OPENING, _CLOSING = "\u201c\u2018\u201e\u201a\u2039«¿¡", "\u201d\u2019\u203a»\u2026\u2122®©"
_BETWEEN = "\u2013\u2014\u2022·\xa0"
_BEFORE_FIGURES, _AFTER_FIGURES = "£€¥¢§±", "°²³¼½¾%\u2030ºª€"
_LONGEST_PIECE = 3


def is_windows_western(content: bytes, odd: Sequence[int]) -> bool:
    """Whether the bytes over 127, which stand at `odd`, all make sense as cp1252, or all but one in ten of many."""
    if cut_off(content):
        return False
    # latin-1 keeps a place a byte; the odd ones are read as Windows has them.
    text = content.decode("latin-1")
    sense = sum(_makes_sense(text, content, place) for place in odd)
    return bool(odd) and sense * 10 >= len(odd) * 9


def cut_off(content: bytes) -> bool:
    """Whether it ends within a character of UTF-8, as a file does whose end did not arrive."""
    for length in range(1, min(_LONGEST_PIECE, len(content)) + 1):
        lead = content[-length]
        if lead >= 0xC2:
            return lead < 0xF5 and length < (2 if lead < 0xE0 else 3 if lead < 0xF0 else 4)
        if not 0x80 <= lead < 0xC0:
            return False
    return False


def _makes_sense(text: str, content: bytes, place: int) -> bool:
    try:
        character = content[place : place + 1].decode("cp1252")
    except UnicodeDecodeError:
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if character.isalpha():
        return _a_letter(character, before, after)
    opens, closes = not before.isalnum(), not after.isalnum()
    if character in _OPENING:
        return opens and not after.isspace()
    if character == "\u2019" and before.isalnum():
        return True
    if character in _CLOSING:
        return (closes and not before.isspace()) or character == "\u2026"
    if character in _BETWEEN:
        return not (before.isalpha() and after.isalpha()) or character in "\u2013\u2014\xa0"
    if character in _BEFORE_FIGURES and (after.isdigit() or after in " \xa0"):
        return opens or before.isupper()
    return character in _AFTER_FIGURES and (before.isdigit() or before in " \xa0") and not after.islower()


def _a_letter(character: str, before: str, after: str) -> bool:
    if character.islower():
        if not before.isalpha() and not after.isalpha():
            return character in _LOWER_ALONE
        return not (before.isupper() and after.isupper())  # "CAFé" is no word
    # A capital stands first, or among capitals: "ÉVACUÉS", "Évacués", "D'Ávila".
    return not before.islower() and (after.isalpha() or before.isupper())
