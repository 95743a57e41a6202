"""`reportedly serve`: binds, says where, and serves until it is stopped."""

import contextlib
import os
import socket
import threading

import uvicorn

from reportedly.errors import ReportedlyError, WrongUse
from reportedly.show.live import live_page_of
from reportedly.show.serve_app import House, app_over
from reportedly.show.serve_room import Room
from reportedly.story import Shelf

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
WARM = 3
"""Stories that are made ready at the start."""
SECONDS_TO_END = 2
"""That open requests are given once the server is told to stop; whoever is cut off resumes."""


def serve(host: str, port: int, ledger: str | None, names: tuple[str, ...], streams: int) -> None:
    """Serves until stopped. Where only this machine can reach it, it answers to this machine's names alone; elsewhere
    to `names`, where any are given. Raises `WrongUse` where it cannot listen there, `LedgerUnusable`."""
    token = os.environ.get("REPORTEDLY_TOKEN") or None
    listening = bound(host, port)
    try:
        shelf = Shelf.open(ledger)
        try:
            only_here = host.strip("[]") in ("localhost", "127.0.0.1", "::1")
            allowed = (*LOOPBACK, *names) if only_here else names or None
            app = app_over(shelf, House(token=token, names=allowed, streams=streams))
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
            print(f"{where}/  {len(shelf.stories())} stories; writing is {'on' if token else 'off'}", flush=True)
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            shelf.close()
    finally:
        listening.close()


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
