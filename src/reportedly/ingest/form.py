"""What kind of thing was given, told by its content first and its name second."""

import re
from enum import Enum

HEAD_BYTES = 4096
"""How much of the beginning is looked at."""


class Form(Enum):
    TEXT = "text"
    PAGE = "page"
    JSON_LINES = "JSON Lines"
    EMPTY = "empty"
    FEED = "feed"
    JSON = "JSON that is not one object a line"
    BINARY = "binary"


_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ\x00", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1|script|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!DOCTYPE[^>\[]{0,300}(?:\[.{0,3000}?\]\s*)?>\s*)?"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_JSON_LINE = re.compile(rb'\s*\{[ \t]*(?:"|\})')
_JSON_SPREAD = re.compile(rb"\s*(?:\{[ \t]*\r?\n|\[\s*[{\[\]])")
_LINES_NAMES = (".jsonl", ".ndjson", ".jsonlines")
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b\x08")


def form_of(head: bytes, name: str = "") -> Form:
    """The form of what begins with these bytes. Its name only decides where the bytes leave it open."""
    if not head.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        return Form.BINARY if b"\x00" in head else Form.EMPTY
    if _JSON_LINE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Form.JSON_LINES  # first of all: one line with a stray NUL in it must not cost the other lines
    if binary_kind(head) is not None:
        return Form.BINARY
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(plain):
        return Form.PAGE
    if _FEED.match(plain):
        return Form.FEED
    if name.lower().endswith(_LINES_NAMES):
        return Form.JSON_LINES
    if _JSON_SPREAD.match(plain):
        return Form.JSON
    return Form.TEXT


def is_archive(head: bytes, name: str) -> bool:
    """By its first bytes; a compressed one only by its name, for what a gzip holds cannot be told from outside."""
    return head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and name.lower().endswith(".warc.gz"))


def binary_kind(head: bytes) -> str | None:
    """What it is, where it is no text at all: "a PDF"; None where it may be text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_WIDE_MARKS):
        return None
    if b"\x00" in head:
        return "binary"
    controls = sum(1 for byte in head if byte < 0x20 and byte not in _TEXT_CONTROLS)
    return "binary" if controls * 20 > len(head) else None
