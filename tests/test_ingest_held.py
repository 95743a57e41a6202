"""Pages met again: edits, and posts that vanished."""

from dataclasses import replace
from datetime import timedelta

from newsroom import MORNING, wire
from reportedly.ingest.held import Held

LATER = MORNING + timedelta(hours=9)
TOLL = replace(
    wire("Coastwire, Izmir, 06:10. At least 45 people died, the governor said.", url="https://coastwire.example/1"),
    title="Dozens die as quake strikes Izmir",
)


def test_an_edit_that_says_when_is_dated_so() -> None:
    """A page that dates its new words itself is believed; one that keeps the old time is dated when it was seen."""
    stated = replace(TOLL, id="b", text="At least 50 people died.", published_at=MORNING + timedelta(hours=2))
    silent = replace(TOLL, id="b", text="At least 50 people died.")
    (one,) = Held.of([TOLL]).as_seen([stated], None, LATER)
    (other,) = Held.of([TOLL]).as_seen([silent], None, LATER)
    assert (one.published_at, other.published_at) == (stated.published_at, LATER)


def test_a_post_that_comes_back_is_news_again() -> None:
    """What was withdrawn and is there again stands again, from when it was seen."""
    page = "https://coastwire.example/live"
    posts = [
        replace(TOLL, id=f"p{n}", url=f"{page}#p{n}", text=f"Post {n}.", published_at=MORNING + timedelta(hours=n))
        for n in range(4)
    ]
    held = Held.of(posts)
    gone = list(held.as_seen([posts[0], posts[2], posts[3]], page, LATER))[-1]
    assert (gone.id, gone.text) == ("p1", "")
    back = list(held.as_seen(posts, page, LATER + timedelta(hours=1)))[1]
    assert (back.text, back.published_at) == ("Post 1.", LATER + timedelta(hours=1))


def test_posts_with_addresses_of_their_own_are_known_by_the_page_they_were_read_on() -> None:
    """A post whose link leads to a page of its own vanishes from the live blog on which it stood."""
    page = "https://coastwire.example/live"
    posts = [
        replace(TOLL, id=f"p{n}", url=f"https://coastwire.example/p{n}", text=f"Post {n}.", published_at=MORNING)
        for n in range(4)
    ]
    posts = [replace(post, published_at=MORNING + timedelta(hours=n)) for n, post in enumerate(posts)]
    held = Held.of([*posts, TOLL], [(page, post.id) for post in posts])
    there = [posts[0], posts[2], posts[3]]
    assert [list(held.as_seen([one], None, LATER)) for one in there] == [[one] for one in there]
    (gone,) = held.vanished(there, LATER)
    assert (gone.id, gone.text, gone.revises, gone.published_at) == ("p1", "", "p1", LATER)
    assert list(held.vanished(there, LATER)) == []
