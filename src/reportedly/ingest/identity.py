"""A report's id, where nobody gave one: the same report, met again, has the same id."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from reportedly.report import Report


def identified(report: Report) -> str:
    """16 hex digits from what was published: who, where, when, what. Two outlets that print the same words are two
    reports; a page whose words changed is another report."""
    digest = sha256()
    when = None if report.published_at is None else report.published_at.astimezone(UTC).isoformat()
    for part in (report.outlet, report.url, report.title, when, report.text):
        # The mark keeps (None, "a") apart from ("a", None) and from ("", "a").
        digest.update(b"-" if part is None else b"=" + part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x00")
    return digest.hexdigest()[:16]


def identified_posts(posts: Sequence[Report], page_url: str | None) -> list[Report]:
    """A live blog's posts with their ids. A post keeps its id whatever becomes of its words, so that an edited one
    is known again: by its own address; where it has none, by its minute, while no other post shares that."""
    addresses = Counter(post.url for post in posts)
    minutes = Counter((post.url, post.published_at) for post in posts)
    return [replace(post, id=_post_id(post, page_url, addresses, minutes)) for post in posts]


def _post_id(
    post: Report,
    page_url: str | None,
    addresses: Counter[str | None],
    minutes: Counter[tuple[str | None, datetime | None]],
) -> str:
    if post.url is None:
        return identified(post)
    if post.url != page_url and addresses[post.url] == 1:
        return sha256(b"post\x00" + post.url.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    if post.published_at is not None and minutes[post.url, post.published_at] == 1:
        mark = f"post\x00{post.url}\x00{post.published_at.astimezone(UTC).isoformat()}"
        return sha256(mark.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return identified(post)
