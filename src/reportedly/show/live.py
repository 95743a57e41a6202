"""The live pages: a story's own, its panels as of a moment, the words of one figure, its feed.

Every page works without a script; with ours, which is served from here and nowhere else, it follows the story.
"""

import hashlib
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from markupsafe import Markup
from starlette.responses import Response

from reportedly.show.api import AsOf, moment_of, room_of, same, unchanged
from reportedly.show.api_errors import Refused
from reportedly.show.atom import Masthead, atom_feed
from reportedly.show.figure_words import phrasings
from reportedly.show.json_form import json_line
from reportedly.show.live_linked import linked_words
from reportedly.show.live_view import about, panels_at, stops, view_at, zone_of
from reportedly.show.live_words import words_view
from reportedly.show.page import _environment as environment
from reportedly.show.serve_room import Copy
from reportedly.show.time_words import moment, zone_name

router = APIRouter(include_in_schema=False)

StoryName = Annotated[str, Path(alias="story")]


@router.get("/")
def index(request: Request) -> Response:
    """Every story, as a link; the one that was opened last on top."""
    shelf = room_of(request).shelf
    held = [(name, reports, shelf.story(name).about()) for name, reports in shelf.extents().items()]
    return _page("live_index.html.jinja", stories=held[::-1])


@router.get("/stories/{story}")
def live_page(request: Request, story: StoryName, as_of: AsOf = None) -> Response:
    """The story as of a moment (now, where none is given), and from then on."""
    copy = room_of(request).copy(story)
    at = moment_of(as_of)
    tag, had = unchanged(request, copy.tag(at))
    if had:
        return same(tag)
    address = str(request.url_for("live_page", story=story))
    page = copy.once(("page", at, address), lambda: live_page_of(copy, at, address))
    return _html(page, tag)


def live_page_of(copy: Copy, at: datetime | None, address: str) -> str:
    """The page as of a moment (inclusive; None: now, and following), at its own address."""
    view = view_at(copy, at)
    return _drawn(
        "live.html.jinja",
        **panels_at(copy, at),
        live=at is None,
        story=copy.story.name,
        extent=copy.extent,
        title=about(copy) or copy.story.name,
        stops_json=Markup(_stops_json(copy)),
        linked=Markup(linked_words(view, address)),
        feed=f"/stories/{copy.story.name}/feed.atom",
    )


@router.get("/stories/{story}/panels")
def panels(request: Request, story: StoryName, as_of: AsOf = None) -> Response:
    """The page's panels as of a moment, for a script to put in place; with the moments that there are."""
    copy = room_of(request).copy(story)
    at = moment_of(as_of)
    tag, had = unchanged(request, copy.tag(at))
    if had:
        return same(tag)
    fragment = copy.once(
        ("panels", at),
        lambda: _drawn(
            "live_panels.html.jinja",
            **panels_at(copy, at),
            extent=copy.extent,
            stops_json=Markup(_stops_json(copy) if at is None else "null"),
        ),
    )
    return _html(fragment, tag)


@router.get("/stories/{story}/earlier")
def earlier(request: Request, story: StoryName, as_of: AsOf = None) -> Response:
    """The changes that the page leaves out as of a moment: the page's script puts them in when they are unfolded."""
    copy = room_of(request).copy(story)
    at = moment_of(as_of)
    tag, had = unchanged(request, copy.tag(at))
    if had:
        return same(tag)
    page = copy.once(
        ("earlier", at),
        lambda: _drawn("live_earlier.html.jinja", **panels_at(copy, at), story=story, title=about(copy) or story),
    )
    return _html(page, tag)


@router.get("/stories/{story}/words")
def words(
    request: Request,
    story: StoryName,
    report: Annotated[str, Query(max_length=2000)],
    claim: Annotated[str, Query(max_length=2000)],
    figure: Annotated[int, Query(ge=-1, le=100_000)] = -1,
) -> Response:
    """One figure: its chain, its words in its report, and what the report said before it was edited."""
    copy = room_of(request).copy(story)
    view = words_view(copy, report, claim, figure)
    if view is None:
        raise Refused(404, "the ledger holds no such words", f"open /stories/{story}")
    zone = zone_of(copy)
    tag, had = unchanged(request, copy.tag())
    if had:
        return same(tag)
    page = _drawn(
        "live_words.html.jinja",
        w=view,
        story=story,
        title=about(copy) or story,
        moment=lambda at: moment(at, zone),
        stated_most=0,
        clock=None,
        zone=zone_name(datetime.now(UTC), zone),
    )
    return _html(page, tag)


@router.get("/stories/{story}/feed.atom")
def feed(request: Request, story: StoryName) -> Response:
    """The newest changes, for any feed reader."""
    copy = room_of(request).copy(story)
    tag, had = unchanged(request, copy.tag())
    if had:
        return same(tag)
    address = str(request.url_for("live_page", story=story))
    head = Masthead(f"{about(copy) or story}: what changed", address, str(request.url))
    told = atom_feed(head, copy.changes(), phrasings(copy.account()), datetime.now(UTC))
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    return Response(told, media_type="application/atom+xml", headers=headers)


def _stops_json(copy: Copy) -> str:
    """For a script element that is no script: nothing in it can end that. A stop is the milliseconds since the first,
    which day of `days` it is on, and its clock."""
    every = stops(copy)
    days = list(dict.fromkeys(stop.day for stop in every))
    places = {day: place for place, day in enumerate(days)}
    told = [[stop.since(every[0]), places[stop.day], stop.clock] for stop in every]
    zero = every[0].milliseconds if every else 0
    return json_line({"zero": zero, "days": days, "stops": told}).replace("<", "\\u003c")


def _drawn(name: str, **shown: object) -> str:
    return environment().get_template(name).render(**shown)


def _page(name: str, **shown: object) -> Response:
    page = _drawn(name, **shown)
    return _html(page, f'W/"{hashlib.sha256(page.encode()).hexdigest()[:32]}"')


def _html(page: str, tag: str) -> Response:
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    return Response(page.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)
