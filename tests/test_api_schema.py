"""Whatever the API's own description allows is answered as it says: schemathesis asks it."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS

from newsroom import wire
from reportedly.show.serve_app import House, app_over
from reportedly.show.serve_guard import Rate
from reportedly.story import Shelf, Story

TOKEN = "open-sesame"
FREELY = Rate(1e6, 10**6)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    ledger = tmp_path_factory.mktemp("api") / "desk.db"
    with Story.open("quake", ledger, create=True) as story:
        story.add([wire("AP, Izmir, 04:10. At least 12 people were killed, the governor said.", name="ap-1")])
    app = app_over(Shelf.open(ledger), House(token=TOKEN, reading=FREELY, writing=FREELY))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


OPERATIONS = [
    ("GET", "/api/stories"),
    *(("GET", f"/api/stories/{{story}}/{w}") for w in "account changes claims conflicts sources reports".split()),
    ("GET", "/api/reports/{id}"),
    ("POST", "/api/stories/{story}/reports"),
]
"""All but the stream, which has no end to wait for: test_serve_events.py asks it."""


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_the_api_answers_as_it_says(described: Any, method: str, path: str) -> None:
    """No error of the server's own, no status, type, header or form that the description does not have."""

    @given(case=described[path][method].as_strategy())
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any) -> None:
        case.headers["Authorization"] = f"Bearer {TOKEN}"
        case.call_and_validate(excluded_checks=[CHECKS.get_one(name) for name in NOT_ASKED])

    ask()


NOT_ASKED = (
    # Queries that nobody described are passed over, as fields of reports are: what comes later must not break callers.
    "negative_data_rejection",
    # A time is a string that a calendar decides on, a report's text one that must hold a word: a schema cannot say it.
    "positive_data_acceptance",
    # The token is checked where it writes; every call here carries it.
    "ignored_auth",
)
