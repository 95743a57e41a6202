"""Bytes to text: UTF-8 unless a mark, the page or the bytes themselves say otherwise. Nothing else is touched: line
ends stay as they are and characters are not normalised, since spans count in what was given."""

import codecs
import re
from dataclasses import dataclass

from reportedly.ingest.western import is_windows_western

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_ENOUGH_TO_GUESS = 100_000
_MANY = 20
_FIGURES = b"0123456789"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    complaint: str | None = None
    """What was wrong with the bytes, where something was."""


def decoded(content: bytes) -> Decoded:
    """The text of the bytes, without the byte order mark. Never fails: what is no character becomes U+FFFD."""
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _strictly_or_marked(content[len(mark) :], charset)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as broken:
        return _not_utf8(content, broken)


def decoded_page(content: bytes, declared: str | None = None) -> Decoded:
    """The same for a page: what its server (`declared`) or its own markup says its characters are comes first."""
    if not content.startswith(tuple(mark for mark, _ in _MARKS)):
        found = _DECLARED.search(content[:4096])
        for charset in (declared, found.group(1).decode("ascii") if found else None):
            text = _as(content, charset)
            if text is not None:
                return Decoded(text)
    return decoded(content)


def without_surrogates(text: str) -> str:
    """Half a character, which JSON can write and nothing can store, becomes U+FFFD; spans stay where they are."""
    return _SURROGATE.sub("\ufffd", text)


def _as(content: bytes, charset: str | None) -> str | None:
    if charset is None:
        return None
    try:
        # As browsers do: pages that call themselves Latin-1 are written in Windows' variant of it.
        name = codecs.lookup(charset).name
        return content.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _strictly_or_marked(content: bytes, charset: str) -> Decoded:
    try:
        return Decoded(content.decode(charset))
    except UnicodeDecodeError as broken:
        text = content.decode(charset, "replace")
        return Decoded(text, f"byte {broken.start} is no {charset.upper()}; what could not be read is shown as \ufffd")


def _not_utf8(content: bytes, broken: UnicodeDecodeError) -> Decoded:
    lenient = content.decode("utf-8", "replace")
    accident = Decoded(lenient, f"byte {broken.start} is no UTF-8; what could not be read is shown as \ufffd")
    wrong = lenient.count("\ufffd")
    right = sum(1 for character in lenient if character > "\x7f" and character != "\ufffd")
    if right and right >= wrong:  # UTF-8 with an accident in it: another charset would spoil all the rest
        return accident
    charset = _guess(content[:_ENOUGH_TO_GUESS])
    if charset is None:
        return accident
    try:
        return Decoded(
            content.decode(charset),
            f"is not UTF-8 (byte {broken.start}); read as {charset}: save it as UTF-8 if that is wrong",
        )
    except UnicodeDecodeError:
        return accident


def _guess(sample: bytes) -> str | None:
    """Few odd bytes among plain letters are Western curly quotes and accents, or an accident; only a text full of them
    is worth guessing at, and a guess from a handful of bytes lands in the wrong alphabet. None: nothing but UTF-8 is
    likely."""
    odd = [place for place, byte in enumerate(sample) if byte > 0x7F]
    if len(odd) >= _MANY and len(odd) * 10 >= len(sample):
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        # One in which an ASCII figure would be something else turns "12 died" into words that nobody wrote.
        if best is not None and _FIGURES.decode(best.encoding, "replace") == "0123456789":
            return best.encoding
    return "cp1252" if is_windows_western(sample, odd) else None
