"""The way onto the network: every connection goes to an address that was looked at a moment before, and no read waits
past the end of the fetch, however slowly the other side drips."""

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore


class Door(httpcore.NetworkBackend):
    def __init__(self, until: float, address: Callable[[str, int], str]) -> None:
        self._until = until
        self._address = address
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = self._address(host, port)
        wait = _left(self._until, timeout)
        stream = self._inner.connect_tcp(address, port, wait, local_address, socket_options)
        return _Timed(stream, self._until)


class _Timed(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._until, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._until, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        wait = _left(self._until, timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, wait), self._until)


def _about_stream(stream: _Timed, what: str) -> Any:
    return stream._stream.get_extra_info(what)


# httpcore's name for it holds a word that names nothing here.
_Timed.get_extra_info = _about_stream  # type: ignore[method-assign,assignment]


def _left(until: float, timeout: float | None) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this fetch is over")
    return left if timeout is None else min(left, timeout)
