"""The API says what the story says, in the form of json_form; errors say what, where and what to try."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from newsroom import wire
from reportedly.report import Report
from reportedly.show.json_form import account_form, change_form
from reportedly.show.serve_app import House, app_over
from reportedly.story import Shelf, Story

TWELVE = wire("AP, Izmir, 04:10. At least 12 people were killed, the governor said.", name="ap-1")
THREE_AND_TWENTY = wire("AP, Izmir, 06:40. The death toll rose to 23, the governor said.", name="ap-2")
TOKEN = "open-sesame"
WRITER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    with Story.open("quake", path, create=True) as story:
        story.add([TWELVE, THREE_AND_TWENTY])
    return path


def client_of(ledger: Path, house: House) -> TestClient:
    return TestClient(app_over(Shelf.open(ledger), house), base_url="http://localhost", raise_server_exceptions=True)


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with client_of(ledger, House(token=TOKEN, names=("localhost",))) as client:
        yield client


def line(report: Report, **fields: Any) -> str:
    at = None if report.published_at is None else report.published_at.isoformat()
    return json.dumps({"id": report.id, "text": report.text, "outlet": report.outlet, "published_at": at, **fields})


def error(response: Any) -> dict[str, str]:
    assert set(response.json()) == {"error"}
    assert set(response.json()["error"]) == {"what", "where", "try"}
    return dict(response.json()["error"])


def test_the_account_is_the_storys_own(client: TestClient, ledger: Path) -> None:
    """GET account gives, to the byte, the form that the command line prints: 12 at 05:00, 23 at 07:00."""
    for as_of, best in (("2031-03-04T05:00:00Z", 12), ("2031-03-04T07:00:00Z", 23)):
        given = client.get("/api/stories/quake/account", params={"as_of": as_of}).json()
        with Story.open("quake", ledger) as story:
            from reportedly.desk import moment

            assert given == json.loads(json.dumps(account_form(story.account(moment(as_of)))))
        assert given["lines"][0]["best"]["low"] == best


def test_changes_come_with_their_place_and_go_on_from_it(client: TestClient, ledger: Path) -> None:
    """ "12 killed" is 1.1, the rise to 23 is 2.1; asked on from 1.1 only the rise comes, asked on from 2.1 nothing."""
    told = client.get("/api/stories/quake/changes").json()
    assert [(each["seq"], each["what"]) for each in told["changes"]] == [("1.1", "first"), ("2.1", "rose")]
    with Story.open("quake", ledger) as story:
        assert [{k: v for k, v in c.items() if k != "seq"} for c in told["changes"]] == json.loads(
            json.dumps([change_form(change) for change in story.changes()])
        )
    rest = client.get("/api/stories/quake/changes", params={"since": "1.1"}).json()
    assert [each["seq"] for each in rest["changes"]] == ["2.1"] and rest["seq"] == "2" and not rest["more"]
    assert client.get("/api/stories/quake/changes", params={"since": "2.1"}).json()["changes"] == []


def test_changes_come_in_pages_that_join(client: TestClient) -> None:
    """One change a page, asked on from each page's `seq`: every change once."""
    since, seen = "0", []
    while True:
        told = client.get("/api/stories/quake/changes", params={"since": since, "limit": 1}).json()
        seen += [each["seq"] for each in told["changes"]]
        since = told["seq"]
        if not told["more"]:
            break
    assert seen == ["1.1", "2.1"]


def test_a_place_that_was_never_reached_is_another_ledgers(client: TestClient) -> None:
    """since=99 of a story of two reports is a conflict, not silence."""
    response = client.get("/api/stories/quake/changes", params={"since": "99"})
    assert response.status_code == 409 and "since=0" in error(response)["try"]


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    """Asked with its ETag, each answer is 304, and is sent again once a report came."""
    paths = ["/api/stories"] + [
        f"/api/stories/quake/{what}" for what in ("account", "changes", "claims", "reports", "sources", "conflicts")
    ]
    tags = {path: client.get(path).headers["etag"] for path in paths}
    assert {client.get(path, headers={"If-None-Match": tag}).status_code for path, tag in tags.items()} == {304}
    added = client.post(
        "/api/stories/quake/reports", content=line(wire("AFP, Izmir, 07:00. Police said 25 died.")), headers=WRITER
    )
    assert added.status_code == 201
    assert {client.get(path, headers={"If-None-Match": tag}).status_code for path, tag in tags.items()} == {200}


def test_claims_and_reports_come_in_pages(client: TestClient) -> None:
    """One a page, in the ledger's order, until `next` is null."""
    for what in ("claims", "reports"):
        first = client.get(f"/api/stories/quake/{what}", params={"limit": 1}).json()
        second = client.get(f"/api/stories/quake/{what}", params={"limit": 1, "after": first["next"]}).json()
        assert [page[what][0]["seq"] for page in (first, second)] == [1, 2]
        assert second["next"] is None
        assert first[what][0]["report"]["id"] == "ap-1" and "text" not in first[what][0]["report"]


def test_claims_can_be_asked_for_by_source_kind_and_line(client: TestClient) -> None:
    """Of the governor: two; of a minister: none; of a kind that is none: an error that names the kinds."""
    ask = "/api/stories/quake/claims"
    assert len(client.get(ask, params={"source": "governor", "line": "killed"}).json()["claims"]) == 2
    assert client.get(ask, params={"source": "minister"}).json()["claims"] == []
    assert "statement" in error(client.get(ask, params={"kind": "rumour"}))["what"]


def test_a_report_comes_with_the_text_that_its_spans_count_in(client: TestClient) -> None:
    """ "12" is where its span says, in the text that is sent."""
    told = client.get("/api/reports/ap-1").json()
    phrase = told["claims"][0]["figures"][0]["phrase"]
    assert told["report"]["text"][slice(*phrase["span"])] == phrase["text"]
    assert client.get("/api/reports/ap-9").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/stories/flood/account", 404),
        ("/api/stories/Flood!/account", 422),
        ("/api/stories/quake/account?as_of=teatime", 422),
        ("/api/stories/quake/account?policy=wishful", 422),
        ("/api/stories/quake/changes?since=yesterday", 422),
        ("/api/stories/quake/claims?limit=0", 422),
        ("/api/stories/quake/claims?line=happy", 422),
        ("/api/nothing", 404),
    ],
)
def test_errors_say_what_where_and_what_to_try(client: TestClient, path: str, status: int) -> None:
    """One form for every error; its words name what was wrong."""
    response = client.get(path)
    assert response.status_code == status
    assert path.partition("?")[0] in error(response)["where"]


def test_a_ledger_that_cannot_be_used_is_503_and_names_no_folder(client: TestClient, ledger: Path) -> None:
    """The caller learns that it is the server's trouble, and nothing of its disk."""
    import sqlite3

    db = sqlite3.connect(ledger)
    db.execute("DROP TRIGGER figure_is_never_updated")
    db.execute("ALTER TABLE report RENAME TO gone")
    db.close()
    response = client.get("/api/stories/quake/account")
    assert response.status_code == 503 and str(ledger) not in response.text


class TestWriting:
    """POST reports, with a token and only with it."""

    PATH = "/api/stories/quake/reports"

    def test_a_report_is_recorded_when_the_answer_comes(self, client: TestClient, ledger: Path) -> None:
        """AFP's 25 is in the ledger, with the change it made; sent again, it adds nothing."""
        body = line(wire("AFP, Izmir, 07:00. At least 25 people were killed, police said.", name="afp-1"))
        added = client.post(self.PATH, content=body, headers=WRITER)
        assert (added.status_code, added.json()["reports"]) == (201, 1)
        assert added.json()["changes"]
        with Story.open("quake", ledger) as story:
            assert story.reading("afp-1") is not None
        again = client.post(self.PATH, content=body, headers=WRITER)
        assert (again.status_code, again.json()["repeated"]) == (200, 1)

    def test_a_story_that_is_not_there_is_opened(self, client: TestClient) -> None:
        """As `reportedly add` does."""
        assert client.post("/api/stories/flood/reports", content=line(TWELVE), headers=WRITER).status_code == 201
        assert client.get("/api/stories").json()["stories"][1] == {"name": "flood", "reports": 1}

    @pytest.mark.parametrize("given", [None, "Bearer open-sesam", "Bearer ", "Basic b3Blbg==", "Bearer öpen"])
    def test_nobody_writes_without_the_token(self, client: TestClient, given: str | None) -> None:
        """No token, a near miss, another scheme: 401, a challenge, and nothing is written."""
        headers = {} if given is None else {"Authorization": given.encode()}
        response = client.post(self.PATH, content=line(TWELVE, id="x", text="Nobody."), headers=headers)  # type: ignore[arg-type]  # bytes are right
        assert response.status_code == 401 and response.headers["www-authenticate"] == "Bearer"
        assert TOKEN not in response.text
        assert client.get("/api/reports/x").status_code == 404

    def test_where_no_token_is_set_nobody_writes(self, ledger: Path) -> None:
        """Not even with an empty token: 403 says how to allow it."""
        with client_of(ledger, House(names=("localhost",))) as client:
            response = client.post(self.PATH, content=line(TWELVE), headers={"Authorization": "Bearer "})
        assert response.status_code == 403 and "REPORTEDLY_TOKEN" in error(response)["try"]

    @pytest.mark.parametrize(
        ("body", "status"),
        [
            (b"", 422),
            (b"{", 422),
            (b"[]", 422),
            (b'{"text": " "}', 422),
            (b"\xff\xfe\x00", 422),
            (b'{"text": "' + b"x" * 5_000_001 + b'"}', 413),
            (b'{"text": "a"}\n' * 201, 413),
        ],
    )
    def test_what_holds_no_report_is_refused(self, client: TestClient, body: bytes, status: int) -> None:
        """Nothing, half an object, a list, blank words, 5 MB and a byte, 201 reports."""
        response = client.post(self.PATH, content=body, headers=WRITER)
        assert response.status_code == status and error(response)

    def test_the_token_is_in_no_words_of_ours(self) -> None:
        """A token that is printed by mistake shows itself to nobody."""
        from reportedly.show.serve_readers import Token

        assert TOKEN not in f"{Token(TOKEN)} {Token(TOKEN)!r}"


def test_the_description_describes_what_is_served(client: TestClient) -> None:
    """Every address of the design is in the OpenAPI, with its errors; no page of documents loads scripts."""
    described = client.get("/api/openapi.json").json()
    story = "/api/stories/{story}"
    wanted = {"/api/stories", "/api/reports/{id}"}
    wanted |= {f"{story}/{w}" for w in ("account", "changes", "claims", "conflicts", "sources", "reports", "events")}
    assert set(described["paths"]) == wanted
    assert "post" in described["paths"][f"{story}/reports"]
    assert client.get("/docs").status_code == 404


def test_every_answer_keeps_to_its_described_form(client: TestClient) -> None:
    """The types of the description accept what goes out, without a field less."""
    from reportedly.show import api_forms as forms

    described: dict[str, type[forms.Form]] = {
        "/api/stories": forms.StoriesForm,
        "/api/stories/quake/account": forms.AccountForm,
        "/api/stories/quake/changes": forms.ChangesForm,
        "/api/stories/quake/claims": forms.ClaimsForm,
        "/api/stories/quake/conflicts": forms.ConflictsForm,
        "/api/stories/quake/sources": forms.SourcesForm,
        "/api/stories/quake/reports": forms.ReportsForm,
        "/api/reports/ap-1": forms.ReadingForm,
    }
    for path, form in described.items():
        form.model_validate_json(client.get(path).content)
