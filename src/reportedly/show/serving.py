"""`reportedly serve`: binds, says where, and serves until it is stopped."""

import contextlib
import os
import re
import socket
import threading
from dataclasses import replace

import uvicorn

from reportedly.errors import ReportedlyError, WrongUse
from reportedly.show.live import live_page_of
from reportedly.show.serve_app import House, app_over
from reportedly.show.serve_room import Room
from reportedly.story import Shelf

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
WARM = 3
"""Stories that are made ready at the start."""
_ORIGIN = re.compile(r"\*|https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?")
SECONDS_TO_END = 2
"""That open requests are given once the server is told to stop; whoever is cut off resumes."""


def serve(host: str, port: int, ledger: str | None, house: House) -> None:
    """Serves until stopped, with the tokens of the environment. Where only this machine can reach it, it answers to
    this machine's names and the house's; elsewhere to the house's, where it has any. Raises `WrongUse` where it cannot
    listen there or an origin is none, `LedgerUnusable`."""
    origins = tuple(map(origin_given, house.origins))
    token = os.environ.get("REPORTEDLY_TOKEN") or None
    read_token = os.environ.get("REPORTEDLY_READ_TOKEN") or None
    listening = bound(host, port)
    try:
        shelf = Shelf.open(ledger)
        try:
            only_here = host.strip("[]") in ("localhost", "127.0.0.1", "::1")
            allowed = (*LOOPBACK, *(house.names or ())) if only_here else house.names or None
            app = app_over(shelf, replace(house, token=token, read_token=read_token, names=allowed, origins=origins))
            config = uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,  # an address asked for may hold what should stay unsaid
                server_header=False,
                timeout_graceful_shutdown=SECONDS_TO_END,
                backlog=1024,
            )
            threading.Thread(target=warmed, args=(app.state.room,), daemon=True).start()
            where = f"http://{host}:{listening.getsockname()[1]}"
            reading = "needs $REPORTEDLY_READ_TOKEN" if read_token else "is open to whoever can reach it"
            writing = "needs $REPORTEDLY_TOKEN" if token else "is off"
            print(f"{where}/  {_stories(len(shelf.stories()))}; reading {reading}, writing {writing}", flush=True)
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            shelf.close()
    finally:
        listening.close()


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count:,} stories"


def origin_given(written: str) -> str:
    """An origin as browsers send it. Raises `WrongUse`."""
    found = _ORIGIN.fullmatch(written.strip().rstrip("/").lower())
    if found is None:
        raise WrongUse(f"--allow-origin {written!r} is no origin: write it as https://desk.example, or * for any")
    return found[0]


def warmed(room: Room) -> None:
    """Loads and derives the newest stories before somebody asks for their pages."""
    for name in room.shelf.stories()[::-1][:WARM]:
        with contextlib.suppress(ReportedlyError):  # who asks for the page is told
            live_page_of(room.copy(name), None, "")


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises `WrongUse`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host.strip("[]"), port))
        listening.listen(1024)
    except (OSError, OverflowError) as failed:
        listening.close()
        why = getattr(failed, "strerror", None) or str(failed)
        raise WrongUse(f"cannot listen on {host} port {port} ({why}): name another with --host or --port") from None
    return listening
