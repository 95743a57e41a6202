"""The application: the API, the live pages and what they need, over one ledger."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.show import api, api_errors, api_writing, live
from reportedly.show.events import Events
from reportedly.show.serve_guard import READING, WRITING, Guard, Rate
from reportedly.show.serve_readers import Readers, Token
from reportedly.show.serve_room import Room
from reportedly.story import Shelf

ABOUT = """Who said what, through whom, when, how sure, in which words; and the best account as of any moment.

It reports who said what. It never decides who is right, and it never shows a number that no report holds."""


@dataclass(frozen=True, slots=True)
class House:
    """How one server is run. `token` lets write, `read_token` lets read; without one nobody writes and everybody
    reads. `names`: the host names it answers to; None: any. `origins`: whose pages may read it from a browser."""

    token: str | None = None
    read_token: str | None = None
    names: tuple[str, ...] | None = None
    origins: tuple[str, ...] = ()
    streams: int = 1_000
    reading: Rate = READING
    writing: Rate = WRITING


def app_over(shelf: Shelf, house: House) -> FastAPI:
    """Does not close the shelf. While it runs, one task watches the ledger."""
    room = Room(shelf)
    events = Events(room, house.streams)

    @contextlib.asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        watching = asyncio.create_task(events.watch())
        yield
        events.stop()
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching

    app = FastAPI(
        title="reportedly",
        version=__version__,
        description=ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,  # Swagger's page would load its scripts from somebody else's server
        redoc_url=None,
        lifespan=running,
    )
    app.state.room, app.state.events = room, events
    app.state.token = None if house.token is None else Token(house.token)
    app.include_router(api.router)
    app.include_router(api_writing.router)
    app.include_router(live.router)
    api_errors.install(app)
    style = (files("reportedly.show") / "templates" / "page.css").read_bytes()

    @app.get("/static/page.css", include_in_schema=False)
    def page_css() -> Response:
        return Response(style, media_type="text/css", headers={"Cache-Control": "no-cache"})

    app.mount("/static", StaticFiles(directory=Path(str(files("reportedly.show") / "static"))))
    app.add_middleware(
        GZipMiddleware, minimum_size=1_000, compresslevel=5
    )  # event streams go as they are: hence the floor
    if house.read_token is not None:
        app.add_middleware(Readers, tokens=[Token(each) for each in (house.read_token, house.token) if each])
    app.add_middleware(Guard, hosts=house.names, reading=house.reading, writing=house.writing)
    if house.origins:  # outermost: a browser asks beforehand, without a token
        app.add_middleware(
            CORSMiddleware,
            allow_origins=house.origins,
            allow_methods=["GET", "HEAD"],
            allow_headers=["Authorization", "If-None-Match", "Last-Event-ID"],
            expose_headers=["ETag", "Retry-After"],
        )
    return app
