"""The live page in a real browser: it replays, opens a figure's words, is pushed to, and outlives its server.

Screenshots go to shots/, which git ignores. Axe comes with the test extra; $AXE names another one's script.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from newsroom import wire
from reportedly.report import Report
from reportedly.story import Story

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SHOTS = Path(__file__).parent.parent / "shots"
PAST = -3650
SLOW = 30_000
"""Milliseconds that a loaded machine is given."""

SMALL = "At least 12 people were killed, the governor said. Forty people were wounded in Manisa, a medic said."
NEWS = [
    wire(f"AP, Izmir, 04:10. {SMALL}", name="ap-1", day=PAST, url="https://ap.example/quake"),
    wire("Coastwire, Izmir, 05:10. Nobody was killed, the mayor told Coastwire. Ten people are missing in Izmir, he "
         "said.", name="coast-1", day=PAST),
    wire("AP, Izmir, 06:40. Twenty-three people were killed, the governor said.", name="ap-2", day=PAST),
    wire("AP, Izmir, 07:10. At least 12 people were killed, the governor said. Forty-one people were wounded in "
         "Manisa, a medic said.", name="ap-1", day=PAST, url="https://ap.example/quake"),
]  # fmt: skip
BUSY = [
    wire(
        f"AP, Izmir, {6 + n // 12:02}:{n % 12 * 5:02}. {100 + n} people were killed, the governor said.",
        name=f"busy-{n}",
        day=PAST,
    )
    for n in range(60)
]
LATEST = wire("AFP, Izmir, 08:00. Thirty-one people were killed, police said.", name="afp-1", day=PAST)


class Served:
    """`reportedly serve` on a port of its own, that can be killed and started again."""

    def __init__(self, ledger: Path, **said: str) -> None:
        """`said`: what the environment says more."""
        self.ledger = ledger
        self.environment = os.environ | said
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-c", "from reportedly.show.cli import main; main()", "serve"]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), "--ledger", str(self.ledger)],
            stdout=subprocess.PIPE,
            text=True,
            env=self.environment,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline().startswith(self.address)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def add(self, *reports: Report) -> None:
        with Story.open("quake", self.ledger, create=True) as story:
            story.add(reports)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI has no Chromium: .ci/run installs it")
        pytest.skip("no Chromium here; CI has one")
    SHOTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that nothing is added to, for all who only look."""
    yield from a_server(tmp_path_factory.mktemp("calm"))


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of a story with more changes than a page shows at once."""
    yield from a_server(tmp_path_factory.mktemp("busy"), *BUSY)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server to add to and to kill."""
    yield from a_server(tmp_path)


def a_server(folder: Path, *more: Report, **said: str) -> Iterator[Served]:
    ledger = folder / "desk.db"
    with Story.open("quake", ledger, create=True) as story:
        story.add([*NEWS, *more])
    served = Served(ledger, **said)
    yield served
    served.kill()


def opened(browser: Browser, served: Served, **choices: object) -> tuple[Page, list[str]]:
    """The page, following, and what it complained of."""
    page = browser.new_context(**choices).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(SLOW)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{served.address}/stories/quake")
    expect(page.locator("#link")).to_have_text("following live", timeout=SLOW)
    return page, said


def killed(page: Page) -> str:
    return page.locator(".glance li", has_text="Killed people").locator(".g-best").inner_text()


def test_the_slider_replays_the_story_and_a_figure_opens_its_words(browser: Browser, calm: Served) -> None:
    """Dragged back from 23, the page says 12; its figure opens the governor's words in AP's report, closes, and Now
    says 23 again. Nothing is complained of on the way."""
    page, said = opened(browser, calm, viewport={"width": 1280, "height": 900})
    assert killed(page) == "23"
    page.locator("#slider").focus()
    page.keyboard.press("Home")
    expect(page.locator(".glance li", has_text="Killed people").locator(".g-best")).to_contain_text("12", timeout=SLOW)
    expect(page.locator("#h-now")).to_have_text("What was known then")
    assert page.locator("#slider").get_attribute("aria-valuetext") != "now"
    assert "23" not in page.locator("#changes").inner_text()
    page.screenshot(path=SHOTS / "live-past.png")
    page.locator(".line .big a").first.click()
    expect(page.locator("dialog[open] .here")).to_contain_text("12", timeout=SLOW)
    assert (
        "governor" in page.locator("dialog .chain").inner_text() and "AP" in page.locator("dialog .chain").inner_text()
    )
    page.screenshot(path=SHOTS / "live-words.png")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.locator("#now-button").click()
    expect(page.locator(".glance li", has_text="Killed people").locator(".g-best")).to_have_text("23", timeout=SLOW)
    assert said == []


def test_a_revised_report_shows_both_wordings(browser: Browser, calm: Served) -> None:
    """AP's forty wounded became forty-one on the same page: the figure's words show old and new side by side."""
    page, _ = opened(browser, calm, viewport={"width": 1280, "height": 900})
    page.locator(".who-says a", has_text="41").first.click()
    expect(page.locator("dialog[open] .edit del").first).to_have_text("Forty", timeout=SLOW)
    assert "Forty-one" in page.locator("dialog[open] .edit").inner_text()


def test_a_change_is_pushed_and_heard(browser: Browser, served: Served) -> None:
    """31 is added by another process: the page shows it without a reload, marks it, and says it to a screen reader."""
    page, said = opened(browser, served, viewport={"width": 390, "height": 844})
    page.evaluate("window.stillTheSame = true")
    served.add(LATEST)
    expect(page.locator(".glance li", has_text="Killed people").locator(".g-best")).to_have_text("31", timeout=SLOW)
    assert page.evaluate("window.stillTheSame") is True
    expect(page.locator(".glance li.fresh", has_text="Killed people")).to_have_count(1)
    assert "Thirty-one people were killed" in page.locator("#said").inner_text()
    assert "31" in (page.locator("#changes ol li").first.text_content() or "")
    page.screenshot(path=SHOTS / "live-pushed-390.png")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390 and said == []


def test_in_the_past_the_page_stays_and_counts_what_came(browser: Browser, served: Served) -> None:
    """Whoever looks at 04:10 is not thrown out of it by a new report; the page says that there is one."""
    page, _ = opened(browser, served, viewport={"width": 1280, "height": 900})
    page.locator("#slider").focus()
    page.keyboard.press("Home")
    served.add(LATEST)
    expect(page.locator("#missed")).to_contain_text("1 newer report", timeout=SLOW)
    expect(page.locator(".glance li", has_text="Killed people").locator(".g-best")).to_contain_text("12", timeout=SLOW)


def test_the_page_outlives_its_server(browser: Browser, served: Served) -> None:
    """The server is killed, 31 is added meanwhile, the server comes back: the page says so each time, and shows 31."""
    page, _ = opened(browser, served, viewport={"width": 1280, "height": 900})
    page.evaluate("window.stillTheSame = true")
    served.kill()
    expect(page.locator("#link")).to_contain_text("connection lost", timeout=SLOW)
    assert killed(page) == "23"
    page.screenshot(path=SHOTS / "live-lost.png")
    served.add(LATEST)
    served.start()
    expect(page.locator(".glance li", has_text="Killed people").locator(".g-best")).to_have_text("31", timeout=SLOW)
    expect(page.locator("#link")).to_have_text("following live", timeout=SLOW)
    assert page.evaluate("window.stillTheSame") is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1920, 1280, 390])
def test_the_page_fits_and_can_be_used_by_everybody(browser: Browser, calm: Served, width: int, scheme: str) -> None:
    """By day and by night, on a wall and in a hand: nothing wider than the window, nothing that axe calls serious."""
    page, said = opened(browser, calm, viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.screenshot(path=SHOTS / f"live-{width}-{scheme}.png", full_page=True)
    assert serious(page) == []
    page.locator(".line .big a").first.click()
    expect(page.locator("dialog[open] .here")).to_be_visible(timeout=SLOW)
    time.sleep(0.3)
    assert serious(page) == []
    assert said == []


def serious(page: Page) -> list[str]:
    own = files("axe_playwright_python") / "axe.min.js"
    page.evaluate(Path(os.environ["AXE"]).read_text(encoding="utf-8") if "AXE" in os.environ else own.read_text())
    found = page.evaluate("axe.run()")["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found if each["impact"] in ("serious", "critical")
    ]


def test_without_scripts_the_page_is_a_page(browser: Browser, calm: Served) -> None:
    """With scripts off the account is there, and a figure's link leads to a page of its words."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{calm.address}/stories/quake")
    assert killed(page) == "23"
    page.locator(".line .big a").first.click()
    assert page.locator(".here").inner_text() == "Twenty-three"


def test_the_map_follows_the_slider(browser: Browser, calm: Served) -> None:
    """At 04:10 only Manisa was named, which may be any Manisa; Izmir beside it puts both on the map."""
    page, said = opened(browser, calm, viewport={"width": 1280, "height": 900})
    page.locator("#map").scroll_into_view_if_needed()
    expect(page.locator("#map svg .place")).to_have_count(2)
    assert "Izmir" in (page.locator("#map svg").get_attribute("aria-label") or "")
    page.locator("#map").screenshot(path=SHOTS / "live-map.png")
    page.locator("#slider").focus()
    page.keyboard.press("Home")
    expect(page.locator("#map svg")).to_have_count(0, timeout=SLOW)
    expect(page.locator("#map")).to_contain_text("No claim names a place that can be put on a map")
    expect(page.locator("#map")).to_contain_text("Manisa")
    assert said == []


def test_the_band_and_the_sources_follow_the_slider(browser: Browser, calm: Served) -> None:
    """Now the toll's chart has a band, and AFP has said nothing; of what AP told at 04:10 there is no course yet."""
    page, _ = opened(browser, calm, viewport={"width": 1280, "height": 900})
    chart = page.locator(".line", has_text="Killed people").locator(".course-chart .span-band")
    expect(chart).to_have_count(1)
    table = page.locator("#who .held")
    expect(table).to_contain_text("the mayor")
    expect(table.locator("tr", has_text="the governor")).to_contain_text("Killed people 23")
    page.locator("#slider").focus()
    page.keyboard.press("Home")
    expect(chart).to_have_count(0, timeout=SLOW)
    expect(table).not_to_contain_text("the mayor")


def test_what_is_folded_away_comes_when_it_is_unfolded(browser: Browser, busy: Served) -> None:
    """Sixty rises: the page brings the newest, and the others once somebody unfolds them, without a complaint."""
    page, said = opened(browser, busy, viewport={"width": 1280, "height": 900})
    page.locator("#changes").scroll_into_view_if_needed()
    before = page.locator("#changes .steps li").count()
    page.locator("#changes summary", has_text="Earlier changes").click()
    expect(page.locator("#changes details .steps li").first).to_be_visible(timeout=SLOW)
    assert page.locator("#changes .steps li").count() > before
    assert said == []


def test_without_scripts_a_link_leads_to_what_is_folded_away(browser: Browser, busy: Served) -> None:
    """With scripts off, "Earlier changes" are a page."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{busy.address}/stories/quake")
    page.locator("#changes summary", has_text="Earlier changes").click()
    page.locator("#changes details a").first.click()
    assert page.locator("#folded .steps li").count() > 10


def test_all_of_it_can_be_done_by_keyboard(browser: Browser, calm: Served) -> None:
    """Tab to the slider, an arrow back in time, Enter on a figure: its words open, Escape leads back to the figure."""
    page, _ = opened(browser, calm, viewport={"width": 1280, "height": 900})
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "slider":
            break
    assert page.evaluate("document.activeElement.id") == "slider"
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#h-now")).to_have_text("What was known then", timeout=SLOW)
    page.keyboard.press("End")
    expect(page.locator("#h-now")).to_have_text("What is known now", timeout=SLOW)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.href?.includes('/words?') ?? false"):
            break
    figure = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] .here")).to_be_visible(timeout=SLOW)
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('href')") == figure


def test_a_page_that_is_read_with_a_token_follows_too(browser: Browser, tmp_path: Path) -> None:
    """Whoever gave the token as the password is pushed to, moves the slider and opens words; who did not sees none of
    it."""
    for served in a_server(tmp_path, REPORTEDLY_READ_TOKEN="read-the-wire"):
        turned_away = browser.new_context().request.get(f"{served.address}/stories/quake")
        assert turned_away.status == 401 and "Killed" not in turned_away.text()
        page, said = opened(browser, served, http_credentials={"username": "desk", "password": "read-the-wire"})
        expect(page.locator(".g-best").first).to_have_text("23", timeout=SLOW)
        served.add(LATEST)
        expect(page.locator(".g-best").first).to_have_text("31", timeout=SLOW)
        page.locator("#back").click()
        expect(page.locator("#h-now")).to_have_text("What was known then", timeout=SLOW)
        page.locator("#now .said").first.click()
        expect(page.locator("#words[open] .chain")).to_be_visible(timeout=SLOW)
        assert said == []
