"""Fetching pages, from a server of the test's own."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reportedly.ingest import Defaults, reports
from reportedly.report import Problem, Report

OPEN = Defaults(private_addresses=True)


class _Newsroom(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/wire")
            self.end_headers()
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
        elif self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        elif self.path == "/wire":
            self._answer("text/plain; charset=utf-8", b"12 died, the governor said.")
        elif self.path == "/page":
            self._answer("text/html", b"<html><body><p>Twelve died, the governor said.</p></body></html>")
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(200):
                    self.wfile.write(b"x" * 100_000)
            except OSError:
                pass
        else:
            self.send_error(404)

    def _answer(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def newsroom() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Newsroom)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("path", "words"), [("/wire", "12 died"), ("/moved", "12 died"), ("/page", "Twelve died")])
def test_a_page_is_fetched_and_read(newsroom: str, path: str, words: str) -> None:
    """Text or page, moved or not: what stands at the address is one report."""
    (report,) = reports(newsroom + path, OPEN)
    assert isinstance(report, Report) and report.text.startswith(words)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "answered 404"),
        ("/round", "redirects more than 5 times"),
        ("/elsewhere", "neither http nor https"),
        ("/endless", "is over 10 MB"),
    ],
)
def test_what_cannot_be_fetched_is_one_problem(newsroom: str, path: str, said: str) -> None:
    """Gone, going round in circles, leading away from the web or never ending: one line says so."""
    (problem,) = reports(newsroom + path, OPEN)
    assert isinstance(problem, Problem) and said in problem.message and "\n" not in problem.message


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://[::1]:9/",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]:9/",
        "http://0.0.0.0:9/",
        "http://2130706433:9/",
    ],
)
def test_no_door_behind_the_firewall_is_knocked_on(address: str) -> None:
    """Addresses of this machine and its own network are refused unless that was allowed."""
    (problem,) = reports(address)
    assert isinstance(problem, Problem)
    assert "inside this network" in problem.message or "no machine of the name" in problem.message


@pytest.mark.parametrize("address", ["ftp://coastwire.example/1", "file:///etc/hostname", "http://", "https://:80/"])
def test_only_the_web_is_fetched(address: str) -> None:
    """Other schemes and addresses without a host are told, not tried."""
    (problem,) = reports(address)
    assert isinstance(problem, Problem) and "\n" not in problem.message


def test_nobody_there_is_a_problem() -> None:
    """A machine that does not answer is one line."""
    (problem,) = reports("http://127.0.0.1:1/", OPEN)
    assert isinstance(problem, Problem) and "could not be fetched" in problem.message
