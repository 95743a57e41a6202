"""A live blog that says nothing to machines: its posts are found by the times that stand in its markup.

A stamp is an element that tells a time. The largest element around it that holds no other stamp is its post; where
stamps stand in a row with what they head (dt and dd, h3 and p), the post runs to the next stamp.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from reportedly.ingest.clock import Clock, Day, clock_of, day_line
from reportedly.ingest.moment import NoMoment, moment
from reportedly.ingest.prose import BLOCKS, UNREAD, prose

FEWEST = 3
FEWEST_ANCHORED = 2
"""Posts that make a live blog where each has an anchor of its own: every blog begins small."""
_LONGEST_STAMP = 80
_MOST_PARTS = 12
"""Elements straight inside a stamp: more of them hold an article."""
_LONGEST_BLOG = timedelta(days=31)
_BESIDE = re.compile(
    r"comment|repl(?:y|ies)|related|recommend|most-?(?:read|popular|viewed)|sidebar|newsletter|promo|teaser|advert|"
    r"breadcrumb|share|social|menu|trending|outbrain|taboola|read-?more|more-?(?:on|stories|from)|footer|cookie",
    re.IGNORECASE,
)
_BESIDE_TAGS = UNREAD | {"aside", "footer", "head"}
_UPDATE = re.compile(r"updat|modif|edited", re.IGNORECASE)
_BYLINE = re.compile(r"\b(?:author|byline|contributor|reporter|writer)s?\b", re.IGNORECASE)
_TIMES = ("datetime", "data-time", "data-datetime", "data-timestamp", "data-published", "data-date", "title")
_HEADS = frozenset("h1 h2 h3 h4 h5 h6 dt p time span strong b em i a small label".split())
"""What may head a post without holding it."""
_DAY_HEADS = frozenset("h1 h2 h3 h4 h5 p dt div li th span strong".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One post as the markup has it. Of `at` and `clock` one is known, or both."""

    text: str
    title: str | None = None
    at: datetime | None = None
    clock: Clock | None = None
    fragment: str | None = None
    link: str | None = None
    """An address of its own, where its stamp is linked; as written."""
    byline: str | None = None


@dataclass(slots=True)
class _Stamp:
    element: Any
    at: datetime | None
    clock: Clock | None
    update: bool
    lead: bool
    """Whether the post's words follow the clock inside the same element."""
    holder: Any = None

    @property
    def look(self) -> tuple[str, bool]:
        """Stamps of one blog look alike."""
        return self.element.tag if self.element.tag in ("time", "dt") else "text", self.lead


def entries(tree: Any) -> list[Entry]:
    """The posts in the order of the page; none where the page is no live blog."""
    body = tree.find(".//body")
    stamps = _stamps(tree if body is None else body)
    chosen = _chosen([stamp for stamp in stamps if not stamp.update])
    if len(chosen) < FEWEST_ANCHORED:
        chosen = _chosen(stamps)  # a desk that writes "Updated at" over every post
    if len(chosen) < FEWEST_ANCHORED:
        return []
    held = _holders(chosen)
    every = {stamp.element for stamp in stamps if not stamp.lead}
    found = [entry for entry in (_entry(stamp, held, every) for stamp in chosen) if entry.text]
    return found if _is_blog(found, chosen) else []


def _stamps(body: Any) -> list[_Stamp]:
    """The stamps in the order of the page, each with the day that a heading above it names."""
    stamps: list[_Stamp] = []
    day: Day | None = None
    for element in _read_elements(body):
        stamp = _stamp(element)
        if stamp is not None and stamps and _wraps(stamps[-1], stamp):
            continue
        if stamp is not None:
            if day is not None and stamp.clock is not None and stamp.clock.day is None and not stamp.update:
                stamp.clock, day = replace(stamp.clock, day=day), None
            stamps.append(stamp)
        elif element.tag in _DAY_HEADS and not len(element):
            day = day_line(element.text or "") or day
    return stamps


def _wraps(outer: _Stamp, stamp: _Stamp) -> bool:
    """Whether they are one stamp told twice, as by a link around a clock or "Posted at" before it: a post that seems to
    hold two stamps would lose its anchor and its writer."""
    if outer.clock is None or stamp.clock is None or stamp.lead or outer.look != stamp.look:
        return False
    same = (outer.clock.hour, outer.clock.minute) == (stamp.clock.hour, stamp.clock.minute)
    return same and outer.element is stamp.element.getparent()


def _read_elements(body: Any) -> Iterator[Any]:
    """In document order, without what stands beside the news."""
    stack: list[Any] = [body]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or (element.tag in _BESIDE_TAGS and not _foot_of_post(element)):
            continue
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element is not body and element.tag != "article" and _BESIDE.search(name[:300]):
            continue
        yield element
        stack.extend(reversed(element))


def _foot_of_post(element: Any) -> bool:
    """The footer of a post may hold its time; the page's own holds nothing."""
    return element.tag == "footer" and any(parent.tag == "article" for parent in element.iterancestors())


def _stamp(element: Any) -> _Stamp | None:
    name = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if element.tag == "time" or element.get("data-time") or element.get("datetime"):
        at = next((found for found in map(_moment, map(element.get, _TIMES)) if found is not None), None)
        words = _short_text(element)
        clock = clock_of(words) if words is not None else None
        # A date without an hour, as over an article, stamps no post.
        if at is not None and _day_only(element) and clock is None:
            at = None
        if at is not None and _day_only(element):
            day = Day(at.year, at.month, at.day)
            clock, at = (None if clock is None else replace(clock, day=day)), None
        if at is None and clock is None:
            return None
        update = bool(_UPDATE.search(name)) or (clock is not None and clock.updated) or _said_updated(element)
        return _Stamp(element, at, clock, update, lead=False)
    if element.tag not in BLOCKS and element.tag not in ("span", "strong", "b", "em", "a", "time", "td", "small"):
        return None
    words = _short_text(element)
    if words is not None:
        clock = clock_of(words)
        if clock is not None and clock.alone and clock.sure:
            return _Stamp(element, None, clock, bool(_UPDATE.search(name)) or clock.updated, lead=False)
    if element.tag in ("p", "li", "h2", "h3", "h4", "div", "td") and _opens_inline(element):
        clock = clock_of(_opening(element))
        if clock is not None and not clock.alone:
            return _Stamp(element, None, clock, False, lead=True)
    return None


def _moment(value: str | None) -> datetime | None:
    try:
        return moment(value)
    except NoMoment:
        if value is not None and re.fullmatch(r"\d{13}", value.strip()):
            return moment(float(value) / 1000)
        return None


def _day_only(element: Any) -> bool:
    value = next((element.get(name) for name in _TIMES if element.get(name)), "")
    return bool(re.fullmatch(r"\s*\d{4}-?\d\d-?\d\d\s*", value))


def _said_updated(element: Any) -> bool:
    parent = element.getparent()
    before = (parent.text or "") if parent is not None else ""
    previous = element.getprevious()
    if previous is not None:
        before = previous.tail or ""
    return bool(re.search(r"updated?\s*(?:at|on|:)?\s*$", before[-40:], re.IGNORECASE))


def _short_text(element: Any) -> str | None:
    """The element's words where they are few; None where they are many. Looks no further than it must."""
    if len(element) > _MOST_PARTS:
        return None
    words = ""
    for piece in element.itertext():
        words += piece
        if len(words) > 4 * _LONGEST_STAMP:
            return None
    words = " ".join(words.split())
    return words if 0 < len(words) <= _LONGEST_STAMP else None


def _opens_inline(element: Any) -> bool:
    first = next(iter(element), None)
    return bool((element.text or "").strip()) or (first is not None and first.tag not in BLOCKS)


def _opening(element: Any) -> str:
    words = ""
    for piece in element.itertext():
        words += piece
        if len(words) > 300:
            break
    return words.lstrip()


def _chosen(stamps: Sequence[_Stamp]) -> list[_Stamp]:
    """Those that look like most of them, and stand together."""
    looks = Counter(stamp.look for stamp in stamps)
    if not looks:
        return []
    # A `<time>` is meant as one; words that look like an hour count only where nothing better is there.
    best = max(looks, key=lambda look: (looks[look] >= FEWEST, look[0] == "time", not look[1], looks[look]))
    alike = [stamp for stamp in stamps if stamp.look == best]
    # Elements are kept as keys themselves: an lxml element's id() is another's once nothing refers to it.
    within = Counter(parent for stamp in alike for parent in stamp.element.iterancestors())
    enough = max(2, -(-6 * len(alike) // 10))
    holding = [parent for parent, count in within.items() if count >= enough]
    if not holding:
        return []
    deepest = max(holding, key=lambda parent: sum(1 for _ in parent.iterancestors()))
    inside = set(deepest.iter())
    return [stamp for stamp in alike if stamp.element in inside]


def _holders(stamps: Sequence[_Stamp]) -> Counter[Any]:
    """How many of the stamps each element holds; and for each stamp the largest element that holds it alone."""
    held: Counter[Any] = Counter()
    for stamp in stamps:
        held[stamp.element] += 1
        for parent in stamp.element.iterancestors():
            held[parent] += 1
    for stamp in stamps:
        holder = stamp.element
        for parent in stamp.element.iterancestors():
            if held[parent] > 1:
                break
            holder = parent
        stamp.holder = holder
    return held


def _entry(stamp: _Stamp, held: Counter[Any], every: set[Any]) -> Entry:
    holder = stamp.holder
    marks = [e for e in holder.iter() if e in every] if not stamp.lead else []
    marks += [e for e in holder.iter("span", "p", "a", "div", "address") if _is_byline(e)]
    texts = [prose(holder, marks)]
    parts = [holder]
    if stamp.lead and stamp.clock is not None:
        texts[0] = _after_clock(texts[0])
    if holder.tag in _HEADS or (not stamp.lead and len(texts[0]) < 20 and holder.tag != "article"):
        for sibling in holder.itersiblings():
            if held[sibling] or (isinstance(sibling.tag, str) and sibling.tag in _BESIDE_TAGS):
                break
            if isinstance(sibling.tag, str) and not len(sibling) and day_line(sibling.text or "") is not None:
                break
            if isinstance(sibling.tag, str):
                texts.append(prose(sibling, [e for e in sibling.iter() if e in every]))
                parts.append(sibling)
    if stamp.element.tail and holder is stamp.element:
        texts.insert(1, " ".join(stamp.element.tail.split()))
    title = next(
        (_line(h) for part in parts for h in part.iter("h1", "h2", "h3", "h4", "h5") if _is_title(h, every)), None
    )
    return Entry(
        text="\n".join(text for text in texts if text),
        title=title,
        at=stamp.at,
        clock=stamp.clock,
        fragment=_fragment(stamp),
        link=_link(stamp),
        byline=_byline(parts),
    )


def _after_clock(text: str) -> str:
    clock = clock_of(text)
    return text if clock is None else text[clock.end :].strip()


def _is_title(heading: Any, every: set[Any]) -> bool:
    return heading not in every and bool(_line(heading)) and clock_of(_line(heading) or "") is None


def _line(element: Any) -> str | None:
    return " ".join(prose(element).split())[:300] or None


def _fragment(stamp: _Stamp) -> str | None:
    """The post's anchor: the id of its holder, or the nearest inside it on the way to the stamp."""
    found = None
    for element in (stamp.element, *stamp.element.iterancestors()):
        name = element.get("id") or (element.get("name") if element.tag == "a" else None)
        found = name or found
        if element is stamp.holder:
            break
    if found is None:
        inner = next((e for e in stamp.holder.iter("a", "div", "span") if e.get("id") or e.get("name")), None)
        found = None if inner is None else inner.get("id") or inner.get("name")
    return found if found and len(found) <= 200 and not re.search(r"\s", found) else None


def _link(stamp: _Stamp) -> str | None:
    for element in (stamp.element, *stamp.element.iterancestors()):
        if element.tag == "a" and element.get("href"):
            return str(element.get("href"))
        if element is stamp.holder:
            break
    inner = next((e for e in stamp.element.iter("a") if e.get("href")), None)
    return None if inner is None else str(inner.get("href"))


def _is_byline(element: Any) -> bool:
    marked = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''}"
    return bool(_BYLINE.search(marked.replace("-", " ").replace("_", " ")[:200]))


def _byline(parts: Sequence[Any]) -> str | None:
    for part in parts:
        for element in part.iter("span", "p", "a", "div", "address", "cite"):
            if _is_byline(element):
                words = _line(element)
                if words is not None and len(words) <= 80:
                    return re.sub(r"^by\s+", "", words, flags=re.IGNORECASE) or None
    return None


def _is_blog(found: Sequence[Entry], stamps: Sequence[_Stamp]) -> bool:
    """A live blog, and no list of articles, comments or events: posts have words of their own, close in time."""
    anchored = all(entry.fragment is not None and entry.at is not None for entry in found)
    if len(found) < (FEWEST_ANCHORED if anchored else FEWEST):
        return False
    lengths = sorted(len(entry.text) for entry in found)
    if lengths[len(lengths) // 2] < 30:
        return False
    known = [entry.at for entry in found if entry.at is not None]
    if known and max(known) - min(known) > _LONGEST_BLOG:
        return False
    linked = sum(1 for stamp in stamps if _leads_elsewhere(stamp.holder))
    return linked * 2 < len(stamps)


def _leads_elsewhere(holder: Any) -> bool:
    """Whether it is a card that leads to an article: its heading is a link, or most of its words are."""
    if holder.tag == "a" or any(parent.tag == "a" for parent in holder.iterancestors()):
        return True
    words = len(prose(holder))
    linked = 0
    for link in holder.iter("a"):
        href = link.get("href") or ""
        if not href or href.startswith("#") or "#" in href:
            continue
        linked += len("".join(link.itertext()).strip())
        heading = link.getparent()
        inside = next(iter(link.iter("h1", "h2", "h3", "h4")), None)
        if inside is not None or (heading is not None and heading.tag in ("h1", "h2", "h3", "h4")):
            return True
    return linked * 2 > words


def address(entry: Entry, page_url: str | None) -> str | None:
    """The post's own address; None where it has none."""
    if entry.link is not None and page_url is not None:
        linked = urljoin(page_url, entry.link)
        if urlsplit(linked).netloc == urlsplit(page_url).netloc and linked != page_url:
            return linked
    if entry.fragment is not None and page_url is not None:
        return urljoin(page_url, "#" + entry.fragment)
    return None
