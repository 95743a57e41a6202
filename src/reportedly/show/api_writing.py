"""Writing over HTTP: reports in the JSON Lines form, from whoever has the token. Without one set, nobody writes."""

from io import BytesIO
from threading import Lock
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Depends, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from reportedly.desk import Defaults, from_json_lines
from reportedly.record import problem_record
from reportedly.report import Problem, Report
from reportedly.show import api_forms as forms
from reportedly.show.api import StoryName, room_of, wrong
from reportedly.show.api_errors import Refused
from reportedly.show.json_form import change_form, json_line
from reportedly.show.serve_readers import Token
from reportedly.show.serve_room import Room
from reportedly.story import Added

MOST_BYTES = 5_000_000
MOST_REPORTS = 200

router = APIRouter(prefix="/api", tags=["writing"])
bearer = HTTPBearer(auto_error=False, description="$REPORTEDLY_TOKEN, as the server was started with it.")
_writing = Lock()


def may_write(request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]) -> None:
    token: Token | None = request.app.state.token
    if token is None:
        raise Refused(403, "this server takes no reports", "start it with REPORTEDLY_TOKEN set to allow writing")
    if credentials is None or not token.is_(credentials.credentials):
        challenge = {"WWW-Authenticate": "Bearer"}
        raise Refused(401, "no token, or not the right one", "send Authorization: Bearer $REPORTEDLY_TOKEN", challenge)


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": forms.ReportIn.model_json_schema()},
            "application/x-ndjson": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


@router.post(
    "/stories/{story}/reports",
    response_model=forms.AddedForm,
    status_code=201,
    responses={
        200: {"model": forms.AddedForm, "description": "The ledger held it already"},
        **wrong(401, 403, 413, 422),
    },
    openapi_extra=_BODY,
    dependencies=[Depends(may_write)],
)
async def add_report(request: Request, story: StoryName) -> Response:
    """Reads a report into the story's ledger; several, one a line, up to 200 at once. The story is opened where it is
    not there. What it says has been recorded when the answer comes."""
    body = await _whole(request)
    added = await to_thread.run_sync(_add, room_of(request), story, body)
    form = {
        "reports": added.reports,
        "repeated": added.repeated,
        "claims": added.claims,
        "problems": [problem_record(problem) for problem in added.problems],
        "changes": [change_form(change) for change in added.changes],
    }
    return Response(json_line(form), 201 if added.reports else 200, media_type="application/json")


async def _whole(request: Request) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            raise Refused(413, f"more than {MOST_BYTES:,} bytes", "send fewer reports at once, or a shorter one")
        parts.append(part)
    return b"".join(parts)


def _add(room: Room, name: str, body: bytes) -> Added:
    arrived = list(from_json_lines(BytesIO(body), "the request", Defaults()))
    reports = [each for each in arrived if isinstance(each, Report)]
    if not reports:
        first = next((each.message for each in arrived if isinstance(each, Problem)), "the request is empty")
        raise Refused(422, first, "send one JSON object on one line, with a `text`")
    if len(reports) > MOST_REPORTS:
        raise Refused(413, f"more than {MOST_REPORTS} reports", "send fewer at once")
    with _writing:  # SQLite has one writer; waiting here holds no lock of its own
        return room.shelf.story(name, create=True).add(arrived)
