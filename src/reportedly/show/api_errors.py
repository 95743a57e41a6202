"""What a caller got wrong, as a response: one form for every error, one place that makes it."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

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


def refusal(status: int, what: str, where: str, to_try: str, headers: dict[str, str] | None = None) -> JSONResponse:
    body = {"error": {"what": what[:2000], "where": where[:500], "try": to_try}}
    return JSONResponse(body, status, {"Cache-Control": "no-store", **(headers or {})})


def told(request: Request, error: Exception) -> JSONResponse:
    """For any error of the family. Nothing of the server's own folders goes out."""
    where = f"{request.method} {request.url.path}"
    match error:
        case Refused():
            return refusal(error.status, str(error), where, error.to_try, error.headers)
        case NoSuchStory():
            return refusal(404, str(error), where, "GET /api/stories lists the stories that are there")
        case LedgerUnusable():
            log.error("%s: %s", where, error)
            return refusal(503, "the ledger cannot be read or written just now", where, "try again in a minute")
        case NothingToRead():
            return refusal(422, str(error), where, "send one JSON object with a `text`")
    return refusal(422, str(error), where, "/api/openapi.json says what each parameter takes")


def invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = " ".join(str(part) for part in first["loc"])
    return refusal(422, f"{where}: {first['msg']}", f"{request.method} {request.url.path}", "/api/openapi.json says it")


def not_served(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    what = "nothing is served at this address" if error.status_code == 404 else str(error.detail)
    headers = dict(error.headers) if error.headers is not None else None
    where = f"{request.method} {request.url.path}"
    return refusal(error.status_code, what, where, "/api/openapi.json lists what is served", headers)


def fault(request: Request, error: Exception) -> JSONResponse:
    """Ours: what it was is in the server's log, not in the answer."""
    where = f"{request.method} {request.url.path}"
    return refusal(500, "a fault of reportedly's own", where, "please report it, with what was asked")


def install(app: FastAPI) -> None:
    app.add_exception_handler(ReportedlyError, told)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, not_served)
    app.add_exception_handler(Exception, fault)
