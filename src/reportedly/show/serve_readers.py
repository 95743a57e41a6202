"""Who may read: whoever can reach the server, unless it was started with $REPORTEDLY_READ_TOKEN. A program sends the
token as a Bearer's; a browser asks its person, for whom it is the password (under any name)."""

import hmac
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly.show.api_errors import refusal

CHALLENGE = 'Basic realm="reportedly", charset="UTF-8"'


@dataclass(frozen=True)
class Token:
    """A secret that shows itself to nobody who prints it."""

    secret: str

    def __repr__(self) -> str:
        return "Token(…)"

    def is_(self, given: str) -> bool:
        """Takes as long for a near guess as for a wild one."""
        return hmac.compare_digest(self.secret.encode(), given.encode("utf-8", "surrogateescape"))


class Readers:
    """`tokens`: any of them opens everything that is read; who may write may read."""

    def __init__(self, app: ASGIApp, tokens: Sequence[Token]) -> None:
        self._app = app
        self._tokens = tuple(tokens)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/static/"):  # no news is in there
            await self._app(scope, receive, send)
            return
        given = given_in(scope)
        if given is not None and any(token.is_(given) for token in self._tokens):
            await self._app(scope, receive, send)
            return
        refused = refusal(
            scope,
            401,
            "this server is read with a token, and there is none, or not the right one",
            "send Authorization: Bearer $REPORTEDLY_READ_TOKEN; a browser takes it as the password, under any name",
            {"WWW-Authenticate": CHALLENGE},
        )
        await refused(scope, receive, send)


def given_in(scope: Scope) -> str | None:
    """The token that came with a request."""
    written = next((value for name, value in scope["headers"] if name == b"authorization"), b"")
    scheme, _, rest = written.strip().partition(b" ")
    if scheme.lower() == b"bearer":
        return str(rest.strip().decode("utf-8", "surrogateescape"))
    if scheme.lower() == b"basic":
        try:
            pair = b64decode(rest.strip(), validate=True)
        except ValueError:
            return None
        return pair.partition(b":")[2].decode("utf-8", "surrogateescape")
    return None
