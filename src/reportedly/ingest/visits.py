"""Good manners on other people's servers: robots.txt is respected, a host is asked at most once in a while, nothing
that did not change is sent twice, and who asks us to come later is left alone until then."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from reportedly.ingest.limits import Caps
from reportedly.ingest.web import AGENT, Fetched, NotFetched, fetched

PAUSE = 2.0
"""Seconds between two requests to one host, where it asks for none."""
LONGEST_PAUSE = 60.0
BACK_OFF = 30.0
"""Seconds after a first failure; doubled with each further one."""
LONGEST_BACK_OFF = 3600.0
ROBOTS_HOLD = 3600.0
"""Seconds that a robots.txt is believed."""


@dataclass(slots=True)
class _Host:
    asked: float | None = None
    failures: int = 0
    not_before: float = 0.0
    robots: Any = None
    robots_until: float = 0.0
    all_closed: bool = False


class TryLater(NotFetched):
    """The host is not asked now: it failed, or asked to be left alone. Nothing was sent."""


@dataclass(slots=True)
class Visitor:
    """Remembers hosts and validators from one visit to the next. `clock` is in seconds and never runs back."""

    private_addresses: bool = False
    caps: Caps = field(default_factory=Caps)
    pause: float = PAUSE
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _validators: dict[str, dict[str, str]] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict, repr=False)

    def unlock(self, url: str, authorization: str) -> None:
        """Sends it with every visit to the machine that the URL names, and to no other."""
        self._keys[_machine(url)] = authorization

    def visit(self, url: str) -> Fetched:
        """What stands there, or that nothing changed since the last visit. Waits as long as the host's pause asks.
        Raises NotFetched; TryLater where the host is to be left alone."""
        host = self._host(url)
        if self.clock() < host.not_before:
            wait = host.not_before - self.clock()
            raise TryLater(
                f"{url} is left alone for another {wait:.0f} seconds, after its server failed or asked for it"
            )
        if not self._allowed(url, host):
            raise NotFetched(
                f"{url} may not be read by programs, says its robots.txt; read it yourself and give the file"
            )
        answer = self._ask(url, host, self._validators.get(url))
        self._remember(url, answer)
        return answer

    def due_in(self, url: str) -> float:
        """Seconds until the host may be asked again."""
        return max(0.0, self._host(url).not_before - self.clock())

    def _host(self, url: str) -> _Host:
        return self._hosts.setdefault(_machine(url), _Host())

    def _ask(self, url: str, host: _Host, validators: dict[str, str] | None = None) -> Fetched:
        self._wait(host)
        try:
            answer = fetched(
                url,
                private_addresses=self.private_addresses,
                caps=self.caps,
                validators=validators,
                authorization=self._keys.get(_machine(url)),
            )
        except NotFetched as failed:
            # 404 is an answer, and no reason to leave the host alone; silence and trouble are.
            if failed.status is None or failed.status == 429 or failed.status >= 500:
                host.failures += 1
                wait = min(LONGEST_BACK_OFF, BACK_OFF * 2.0 ** (host.failures - 1))
                host.not_before = self.clock() + max(wait, _retry_after(failed.retry_after))
            raise
        finally:
            host.asked = self.clock()
        host.failures = 0
        return answer

    def _wait(self, host: _Host) -> None:
        if host.asked is None:
            return
        pause = self.pause
        if host.robots is not None:
            pause = max(pause, min(LONGEST_PAUSE, float(host.robots.crawl_delay(AGENT) or 0.0)))
        left = host.asked + pause - self.clock()
        if left > 0:
            self.sleep(left)

    def _allowed(self, url: str, host: _Host) -> bool:
        if self.clock() >= host.robots_until:
            self._read_robots(url, host)
        if host.all_closed:
            return False
        return host.robots is None or bool(host.robots.can_fetch(url, AGENT))

    def _read_robots(self, url: str, host: _Host) -> None:
        """As RFC 9309 has it: no robots.txt allows all, a server in trouble allows nothing for now."""
        from protego import Protego

        parts = urlsplit(url)
        host.robots, host.all_closed = None, False
        try:
            answer = self._ask(f"{parts.scheme}://{parts.netloc}/robots.txt", host)
            host.robots = Protego.parse(answer.content[:500_000].decode("utf-8", "replace"))
        except NotFetched as failed:
            if failed.status is None or failed.status == 429 or failed.status >= 500:
                raise
        host.robots_until = self.clock() + ROBOTS_HOLD

    def _remember(self, url: str, answer: Fetched) -> None:
        if answer.unchanged:
            return
        kept = {"If-None-Match": answer.header("etag"), "If-Modified-Since": answer.header("last-modified")}
        self._validators[url] = {name: value for name, value in kept.items() if value is not None and value.isascii()}

    def forget(self, url: str) -> None:
        """The next visit asks for all of it: what came was not taken in."""
        self._validators.pop(url, None)


def _machine(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _retry_after(written: str | None) -> float:
    """Seconds, at most LONGEST_BACK_OFF; 0 where nothing usable is said."""
    if written is None:
        return 0.0
    text = written.strip()
    if text.isdecimal():
        return min(LONGEST_BACK_OFF, float(text[:9]))
    try:
        then = parsedate_to_datetime(text)
        then = then.replace(tzinfo=UTC) if then.tzinfo is None else then
        return min(LONGEST_BACK_OFF, max(0.0, (then - datetime.now(UTC)).total_seconds()))
    except (ValueError, TypeError, OverflowError):
        return 0.0
