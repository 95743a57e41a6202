"""What a caller got wrong, as a response: one form for every error, one place that makes it."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

from reportedly.errors import LedgerUnusable, NoSuchStory, NothingToRead, ReportedlyError

log = logging.getLogger("reportedly.serve")


class Wrong(BaseModel):
    """What happened, where, and what to try."""

    what: str
    where: str
    to_try: str = Field(serialization_alias="try")


class ErrorBody(BaseModel):
    error: Wrong


class Refused(ReportedlyError):
    """A request that is not served, with its HTTP status and what to try."""

    def __init__(self, status: int, what: str, to_try: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(what)
        self.status = status
        self.to_try = to_try
        self.headers = headers


def refusal(scope: Scope, status: int, what: str, to_try: str, headers: dict[str, str] | None = None) -> Response:
    """A page for a person whose browser asked for one, else the form that every program is given."""
    sent = {"Cache-Control": "no-store", **(headers or {})}
    if asks_for_a_page(scope):
        from reportedly.show.page import _environment as environment

        page = environment().get_template("live_error.html.jinja")
        return HTMLResponse(page.render(status=status, what=what[:200], to_try=to_try), status, sent)
    where = f"{scope['method']} {scope['path']}"
    return JSONResponse({"error": {"what": what[:2000], "where": where[:500], "try": to_try}}, status, sent)


def asks_for_a_page(scope: Scope) -> bool:
    accepted = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return b"text/html" in accepted and not scope["path"].startswith(("/api/", "/static/"))


def told(request: Request, error: Exception) -> Response:
    """For any error of the family. Nothing of the server's own folders goes out."""
    scope = request.scope
    match error:
        case Refused():
            return refusal(scope, error.status, str(error), error.to_try, error.headers)
        case NoSuchStory():
            return refusal(scope, 404, str(error), "GET /api/stories lists the stories that are there")
        case LedgerUnusable():
            log.error("%s %s: %s", request.method, request.url.path, error)
            return refusal(scope, 503, "the ledger cannot be read or written just now", "try again in a minute")
        case NothingToRead():
            return refusal(scope, 422, str(error), "send one JSON object with a `text`")
    return refusal(scope, 422, str(error), "/api/openapi.json says what each parameter takes")


def invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = " ".join(str(part) for part in first["loc"])
    return refusal(request.scope, 422, f"{where}: {first['msg']}", "/api/openapi.json says it")


def not_served(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    what = "nothing is served at this address" if error.status_code == 404 else str(error.detail)
    headers = dict(error.headers) if error.headers is not None else None
    return refusal(request.scope, error.status_code, what, "/api/openapi.json lists what is served", headers)


def fault(request: Request, error: Exception) -> Response:
    """Ours: what it was is in the server's log, not in the answer."""
    return refusal(request.scope, 500, "a fault of reportedly's own", "please report it, with what was asked")


def install(app: FastAPI) -> None:
    app.add_exception_handler(ReportedlyError, told)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, not_served)
    app.add_exception_handler(Exception, fault)
