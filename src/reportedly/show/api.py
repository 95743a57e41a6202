"""The HTTP API, read side: each operation of `Story`, one endpoint (docs/design.md, section 6).

What goes out is json_form's, to the byte. Every response that a story's state decides carries an ETag; asked again with
it, the answer is 304 until something was added.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from starlette.responses import StreamingResponse

from reportedly import __version__
from reportedly.show import api_forms as forms
from reportedly.show.api_errors import ErrorBody, Refused
from reportedly.show.events import Events
from reportedly.show.events_mark import WRITTEN, Mark, mark_of
from reportedly.show.json_form import (
    Form,
    account_form,
    change_form,
    conflict_form,
    json_line,
    ledger_claim_form,
    reading_form,
    report_form,
    source_form,
)
from reportedly.show.reading_in import until_given
from reportedly.show.serve_room import Copy, Room

MOST = 500
"""Rows of one answer."""

router = APIRouter(prefix="/api", tags=["stories"])

StoryName = Annotated[
    str, Path(alias="story", description="The story's name.", pattern=r"^[a-z0-9][a-z0-9-]{0,79}$", examples=["demo"])
]
AsOf = Annotated[
    str | None,
    Query(
        description="What had been published by then (inclusive): ISO 8601 or epoch seconds; a day alone counts to "
        "its end. Now, where it is not given.",
        json_schema_extra={"format": "date-time"},
    ),
]
PolicyName = Annotated[
    str,
    Query(
        description="How the best figure of a line is chosen.",
        json_schema_extra={"enum": ["latest", "conservative", "majority", "range"]},
    ),
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="The most to give at once.")]
After = Annotated[int, Query(ge=0, le=10**9, description="The `next` of the answer before.")]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which rows of many."""

    after: After = 0
    limit: Limit = 100


Page = Annotated[Paging, Depends()]
IfNoneMatch = Annotated[str | None, Header(description="The ETag of what the caller has.")]


def wrong(*statuses: int) -> dict[int | str, dict[str, Any]]:
    meanings = {
        401: "No token, or not the right one",
        403: "The server takes no reports",
        404: "No such story or report",
        409: "The ledger has fewer reports than that",
        413: "Too large",
        421: "Not this server's name",
        422: "Wrong use",
        429: "Too many requests",
        503: "The ledger cannot be used, or too many streams are open",
    }
    return {status: {"model": ErrorBody, "description": meanings[status]} for status in (401, *statuses, 421, 429, 503)}


NOT_MODIFIED: dict[int | str, dict[str, Any]] = {304: {"description": "Nothing has changed since that ETag"}}


def room_of(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


def unchanged(request: Request, *state: object) -> tuple[str, bool]:
    """The ETag of an answer that this state and the address decide, and whether the caller has it."""
    whole = "\0".join((__version__, request.url.path, request.url.query, *map(str, state)))
    # Weak: an account as of now names a later moment each time, and says the same.
    tag = f'W/"{hashlib.sha256(whole.encode()).hexdigest()[:32]}"'
    had = request.headers.get("if-none-match", "")
    return tag, had.strip() == "*" or tag in (each.strip() for each in had.split(","))


def answer(form: Form, tag: str) -> Response:
    return Response(json_line(form), media_type="application/json", headers={"ETag": tag, "Cache-Control": "no-cache"})


def same(tag: str) -> Response:
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})


def moment_of(as_of: str | None) -> datetime | None:
    return until_given(as_of, "as_of")


@router.get("/stories", response_model=forms.StoriesForm, responses={**wrong(), **NOT_MODIFIED})
def stories(request: Request, if_none_match: IfNoneMatch = None) -> Response:
    """All stories, in the order in which they were opened."""
    held = room_of(request).shelf.extents()
    tag, had = unchanged(request, sorted(held.items()))
    return same(tag) if had else answer({"stories": [{"name": n, "reports": k} for n, k in held.items()]}, tag)


@router.get("/stories/{story}/account", response_model=forms.AccountForm, responses={**wrong(404, 422), **NOT_MODIFIED})
def account(
    request: Request,
    story: StoryName,
    as_of: AsOf = None,
    policy: PolicyName = "latest",
    if_none_match: IfNoneMatch = None,
) -> Response:
    """The best version of events as of a moment: every figure with its range, its standing and who says so."""
    moment = moment_of(as_of)
    copy = room_of(request).copy(story)
    tag, had = unchanged(request, copy.tag(moment))
    return same(tag) if had else answer(account_form(copy.account(moment, policy)), tag)


@router.get(
    "/stories/{story}/conflicts", response_model=forms.ConflictsForm, responses={**wrong(404, 422), **NOT_MODIFIED}
)
def conflicts(request: Request, story: StoryName, as_of: AsOf = None, if_none_match: IfNoneMatch = None) -> Response:
    """What cannot all be true, and by which rule."""
    moment = moment_of(as_of)
    copy = room_of(request).copy(story)
    tag, had = unchanged(request, copy.tag(moment))
    if had:
        return same(tag)
    found = copy.account(moment)
    whole = account_form(found)
    shown = [conflict_form(conflict) for conflict in found.conflicts]
    return answer({"story": story, "as_of": whole["as_of"], "conflicts": shown}, tag)


@router.get(
    "/stories/{story}/changes",
    response_model=forms.ChangesForm,
    responses={**wrong(404, 409, 422), **NOT_MODIFIED},
)
def changes(
    request: Request,
    story: StoryName,
    since: Annotated[
        str, Query(pattern=WRITTEN, description="The `seq` of the last one seen; 0: from the start.")
    ] = "0",
    limit: Limit = 100,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """What changed, in the order in which the ledger's reports brought it: nothing is lost by asking on from the last
    `seq`, and nothing comes twice. A report recorded late brings changes of the past."""
    copy = room_of(request).copy(story)
    mark = reachable(mark_of(since), copy)
    tag, had = unchanged(request, copy.tag())
    if had:
        return same(tag)
    found, reached = copy.log.since(copy.snapshot, mark, limit)
    told = [{"seq": str(each.mark), **change_form(each.change)} for each in found]
    return answer({"story": story, "changes": told, "seq": str(reached), "more": reached < Mark(copy.extent)}, tag)


def reachable(mark: Mark, copy: Copy) -> Mark:
    """Raises `Refused` for a place that the story has not come to: it was another ledger's."""
    if mark.report > copy.extent:
        what = f"the story has {copy.extent} reports, so nobody has seen what report {mark.report} brought"
        raise Refused(409, what, "start anew with since=0")
    return mark


@router.get("/stories/{story}/claims", response_model=forms.ClaimsForm, responses={**wrong(404, 422), **NOT_MODIFIED})
def claims(
    request: Request,
    story: StoryName,
    page: Page,
    line: Annotated[
        str | None, Query(max_length=200, description="Only figures of this line: killed/hostages.")
    ] = None,
    source: Annotated[
        str | None, Query(max_length=200, description="Only what this source is in the chain of.")
    ] = None,
    kind: Annotated[str | None, Query(json_schema_extra={"enum": ["statement", "demand", "responsibility"]})] = None,
) -> Response:
    """The ledger itself: every claim with its report, in the order in which they were recorded."""
    copy = room_of(request).copy(story)
    tag, had = unchanged(request, copy.tag())
    if had:
        return same(tag)
    found = islice(copy.story.claims(source, kind, line), page.after, page.after + page.limit + 1)
    rows = [{"seq": n, **ledger_claim_form(*each)} for n, each in enumerate(found, page.after + 1)]
    return answer({"story": story, "claims": rows[: page.limit], "next": _next(rows, page)}, tag)


@router.get("/stories/{story}/reports", response_model=forms.ReportsForm, responses={**wrong(404, 422), **NOT_MODIFIED})
def reports(request: Request, story: StoryName, page: Page) -> Response:
    """The reports, without their texts, in the order in which they were recorded."""
    copy = room_of(request).copy(story)
    tag, had = unchanged(request, copy.tag())
    if had:
        return same(tag)
    rows = []
    for n, report in enumerate(islice(copy.story.reports(), page.after, page.after + page.limit + 1), page.after + 1):
        head = report_form(report)
        del head["text"]
        rows.append({"seq": n, "report": head})
    return answer({"story": story, "reports": rows[: page.limit], "next": _next(rows, page)}, tag)


def _next(rows: list[Form], page: Paging) -> int | None:
    return page.after + page.limit if len(rows) > page.limit else None


@router.get("/stories/{story}/sources", response_model=forms.SourcesForm, responses={**wrong(404, 422), **NOT_MODIFIED})
def sources(request: Request, story: StoryName, if_none_match: IfNoneMatch = None) -> Response:
    """Who speaks, how often, and how well it held."""
    copy = room_of(request).copy(story)
    tag, had = unchanged(request, copy.tag())
    if had:
        return same(tag)
    found = copy.sources()
    return answer({"story": story, "sources": [source_form(one) for one in found]}, tag)


@router.get("/reports/{id:path}", response_model=forms.ReadingForm, responses={**wrong(404, 422), **NOT_MODIFIED})
def report(
    request: Request,
    report_id: Annotated[str, Path(alias="id", min_length=1, max_length=2000)],
    story: Annotated[str | None, Query(description="In this story; else in the first that has it.")] = None,
) -> Response:
    """One report: its text, in which all spans count, with its claims."""
    shelf = room_of(request).shelf
    names: Iterator[str] = iter(shelf.stories() if story is None else (story,))
    found = next((each for name in names if (each := shelf.story(name).reading(report_id)) is not None), None)
    if found is None:
        raise Refused(404, f"no report {report_id[:200]!r} in any story", "GET /api/stories/STORY/reports lists them")
    form = reading_form(found)
    tag, had = unchanged(request, json_line(form))
    return same(tag) if had else answer(form, tag)


@router.get(
    "/stories/{story}/events",
    response_class=StreamingResponse,
    responses={**wrong(404, 409, 422), 200: {"content": {"text/event-stream": {}}, "description": "Until one goes"}},
)
async def events(
    request: Request,
    story: StoryName,
    since: Annotated[
        str | None, Query(pattern=WRITTEN, description="As in changes; now, where it is not given.")
    ] = None,
    last_event_id: Annotated[str | None, Header(description="Goes before `since`.", pattern=WRITTEN)] = None,
) -> Response:
    """Server-sent events. `change`: a change, its `seq` as the event's id. `recorded`: all that a report brought was
    told. After a break, Last-Event-ID goes on where the stream broke off: nothing is lost, nothing comes twice."""
    from anyio import to_thread

    streams: Events = request.app.state.events
    client = request.client.host if request.client is not None else ""
    if streams.full(client):
        raise Refused(503, "too many streams are open", "try again later, or ask for changes", {"Retry-After": "10"})
    copy = await to_thread.run_sync(room_of(request).copy, story)
    wanted = last_event_id if last_event_id is not None else since
    mark = Mark(copy.extent) if wanted is None else reachable(mark_of(wanted), copy)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    told = streams.stream(story, copy.extent, mark, client)
    return StreamingResponse(told, media_type="text/event-stream", headers=headers)
