"""Markup to words: a block a line, spaces folded, scripts left out. Linear in the length of the markup."""

from collections.abc import Collection, Iterator
from html import unescape
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]  # ships no types

from reportedly.ingest.decode import without_surrogates

BLOCKS = frozenset(
    "p br div li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table article section header footer dl dt dd main pre hr "
    "figure figcaption aside address details summary".split()
)
UNREAD = frozenset("script style noscript template iframe svg form button nav select textarea".split())
"""Elements whose words no reader of the page reads as news."""


def prose(element: Any, without: Collection[Any] = ()) -> str:
    """The words of an element, a paragraph a line, those of the elements in `without` left out."""
    return lines_of("".join(_pieces(element, frozenset(without))))


def prose_of(markup: str) -> str | None:
    """The same of words that may be markup; None where there are none."""
    if not markup.strip():
        return None
    text = unescape(without_surrogates(markup))
    if "<" in text and ">" in text:
        try:
            return prose(html.fragment_fromstring(text, create_parent="div")) or None
        except (etree.LxmlError, ValueError, AssertionError):
            pass
    return lines_of(text) or None


def lines_of(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _pieces(root: Any, without: frozenset[Any]) -> Iterator[str]:
    """Without recursion: hostile pages nest as deep as their bytes allow."""
    passed = 0  # how many left-out elements we are inside of
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not passed and element is not root and element.tail:
                yield element.tail
            continue
        block = element.tag in BLOCKS
        unread = element.tag in UNREAD or element in without
        if event == "start":
            passed += unread
            if not passed:
                if block:
                    yield "\n"
                if element.text:
                    yield element.text
            continue
        passed -= unread
        if not passed:
            if block:
                yield "\n"
            if element is not root and element.tail:
                yield element.tail
