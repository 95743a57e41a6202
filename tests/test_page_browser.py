"""The page in a real browser: asks for nothing, runs nothing, fits a telephone; its figures lead to their words."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from page_views import mine_view, with_text
from reportedly.show.page import page_html

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI has no Chromium: .ci/run installs it")
        pytest.skip("no Chromium here; CI has one")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "mine.html"
    path.write_text(page_html(mine_view()), encoding="utf-8")
    return path


def opened(browser: Browser, path: Path, **choices: object) -> tuple[Page, list[str], list[str]]:
    """The page, the addresses it asked for, and what it complained of."""
    page = browser.new_context(**choices).new_page()  # type: ignore[arg-type]
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def refused(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refused)
    page.goto(path.as_uri())
    return page, asked, said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_asks_for_nothing_and_fits(browser: Browser, mine: Path, width: int, scheme: str) -> None:
    """At 1280 and at 390 pixels, by day and by night: no request, no complaint, nothing wider than the window."""
    page, asked, said = opened(browser, mine, viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert asked == [mine.as_uri()] and said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("svg.chart").count() == 1
    assert page.locator("svg.chart").bounding_box()["width"] > 300  # type: ignore[index]


def test_text_can_be_read_by_day_and_by_night(browser: Browser, mine: Path) -> None:
    """Every word stands out from its ground by 4.5 to 1 (WCAG 2, AA)."""
    for scheme in ("light", "dark"):
        page, _, _ = opened(browser, mine, viewport={"width": 1280, "height": 900}, color_scheme=scheme)
        assert page.evaluate(CONTRAST) == []


def test_a_figure_leads_to_its_words(browser: Browser, mine: Path) -> None:
    """A click on the best figure shows "Nineteen" in the report that says it, without any script."""
    page, _, _ = opened(browser, mine, viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page.locator(".big a").first.click()
    target = page.locator(f"id={page.url.split('#')[1]}")
    assert target.inner_text() == "Nineteen"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</style><script>alert(1)</script>",
        "\"><svg onload='alert(1)'>",
        "<a href='javascript:alert(1)' autofocus onfocus=alert(1)>",
    ],
)
def test_hostile_news_runs_nothing(browser: Browser, tmp_path: Path, text: str) -> None:
    """ "12 died, <img src=x onerror=alert(1)> said": no dialog opens, nothing is asked for, nothing is even blocked."""
    path = tmp_path / "hostile.html"
    view = with_text(text, title=text, byline=text, outlet=text, agency=text, url="javascript:alert(1)")
    path.write_text(page_html(view), encoding="utf-8")
    page, asked, said = opened(browser, path, viewport={"width": 1280, "height": 900})
    page.wait_for_timeout(100)
    assert asked == [path.as_uri()] and said == []
    assert page.locator("script, img, iframe, [onload], [onerror], a[href^=javascript]").count() == 0


CONTRAST = """() => {
  const line = (x) => (x /= 255) <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  const light = (c) => { const v = c.map(line);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2] };
  const rgb = (s) => (s.match(/[\\d.]+/g) || []).map(Number);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c.slice(0, 3) } return [255, 255, 255] };
  const faint = [];
  for (const e of document.querySelectorAll('body *:not(svg *):not(.skip)')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(e.className + ' ' + e.textContent.slice(0, 30) + ' ' + ratio.toFixed(2));
  }
  return faint;
}"""
