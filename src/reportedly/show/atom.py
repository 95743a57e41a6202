"""A story's changes as an Atom feed (RFC 4287), newest first."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from reportedly.account import Change
from reportedly.record import time_record
from reportedly.show.figure_words import LineKey, Phrasing
from reportedly.show.json_form import change_form, json_line
from reportedly.show.live_linked import headline

ENTRIES = 100
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, escaped or not."""
_OURS = uuid.UUID("5f0f2f6e-6d1c-5d0b-9f0e-4a4e52505459")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands over a feed: its title, the page that it is of, and its own address."""

    title: str
    address: str
    feed: str


def atom_feed(head: Masthead, changes: Sequence[Change], said: Mapping[LineKey, Phrasing], now: datetime) -> str:
    """`changes` run from the oldest to the newest, `said` is how figures were told. The same change has the same id in
    every feed."""
    newest = changes[-ENTRIES:][::-1]
    updated = newest[0].at if newest else now
    return "".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
            f"<title>{_text(head.title)}</title>\n<id>{_text(head.address)}</id>\n",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(head.feed)}/>\n',
            f'<link rel="alternate" type="text/html" href={quoteattr(head.address)}/>\n',
            f"<updated>{time_record(updated)}</updated>\n<author><name>reportedly</name></author>\n",
            "<generator>reportedly</generator>\n",
            *(_entry(change, head.address, said) for change in newest),
            "</feed>\n",
        ]
    )


def _entry(change: Change, address: str, said: Mapping[LineKey, Phrasing]) -> str:
    name = uuid.uuid5(_OURS, f"{address}\n{json_line(change_form(change))}")
    return (
        f"<entry><id>urn:uuid:{name}</id><title>{_text(headline(change, said))}</title>"
        f"<updated>{time_record(change.at)}</updated><published>{time_record(change.at)}</published>"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
        f"<author><name>{_text(change.outlet or change.origin)}</name></author>"
        f'<content type="text">{_text(change.text[:2000])}</content></entry>\n'
    )


def _text(words: str) -> str:
    return escape(_NO_XML.sub("\ufffd", words))
