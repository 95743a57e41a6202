"""What stands between the network and the application: whose name was asked for, how often, and what goes out with
every response."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.show.api_errors import refusal

# Scripts, styles and connections of our own only; no inline script or style, no eval, no frame, no form.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
CLIENTS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, and `a_second` from then on."""

    a_second: float
    burst: int


READING = Rate(100, 1_000)
"""A newsroom of many screens behind one address comes back all at once when the server does."""
WRITING = Rate(2, 120)


class Buckets:
    """One bucket of tokens a client; the client least lately seen is forgotten, and begins with a full one."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> float:
        """Seconds to wait; 0 where there was a token, which is taken."""
        now = self._clock()
        left, since = self._left.pop(client, (float(self._rate.burst), now))
        left = min(self._rate.burst, left + (now - since) * self._rate.a_second)
        taken = left >= 1
        self._left[client] = (left - 1 if taken else left), now
        if len(self._left) > CLIENTS_KEPT:
            self._left.popitem(last=False)
        return 0.0 if taken else (1 - left) / self._rate.a_second


class Guard:
    """`hosts`: the names that this server answers to, without ports; None: any. A page of somebody else's can have its
    own name lead to 127.0.0.1 and so have a browser read a server that only listens there; its name gives it away."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: Iterable[str] | None = None,
        reading: Rate = READING,
        writing: Rate = WRITING,
    ) -> None:
        self._app = app
        self._hosts = None if hosts is None else frozenset(host.lower() for host in hosts)
        self._reading = Buckets(reading)
        self._writing = Buckets(writing)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        if self._hosts is not None and host_of(scope) not in self._hosts:
            what = "this server does not answer to that name"
            await refusal(scope, 421, what, "start it with --name NAME to allow it")(scope, receive, sent)
            return
        buckets = self._reading if scope["method"] in ("GET", "HEAD", "OPTIONS") else self._writing
        client = scope["client"][0] if scope.get("client") else ""
        wait = buckets.take(client)
        if wait > 0:
            after = {"Retry-After": str(int(wait) + 1)}
            refused = refusal(scope, 429, "too many requests from one client", "wait, then ask again", after)
            await refused(scope, receive, sent)
            return
        await self._app(scope, receive, sent)


def host_of(scope: Scope) -> str:
    """The name that was asked for, without its port; "" where there is none."""
    given = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    if given.startswith("["):
        return given[: given.find("]") + 1].lower()
    return given.partition(":")[0].lower()
