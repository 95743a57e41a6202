"""No input, however broken, crashes or hangs the ingest: a short run by chance, and every seed that once failed."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

BENCH = Path(__file__).parent.parent / "bench"
sys.path.insert(0, str(BENCH))
import fuzz_ingest  # type: ignore[import-not-found]  # noqa: E402  # found only once its folder is known

SEEDS = sorted((BENCH / "fuzz_seeds").glob("*.bin"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_what_once_failed_is_read(seed: Path) -> None:
    """A seed stays a seed."""
    fuzz_ingest.check(seed.read_bytes())


def test_broken_pages_feeds_and_archives_are_survived() -> None:
    """A few seconds of the long run, from a number of its own."""
    failures: list[str] = []
    tried, slowest, failed = fuzz_ingest.run(3.0, 20310304, lambda _, why: failures.append(why))
    assert failed == 0, failures[0]
    assert tried > 0 and slowest < fuzz_ingest.SLOW


@given(st.lists(st.one_of(st.sampled_from(fuzz_ingest.PIECES), st.binary(max_size=12)), max_size=30))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_pile_of_pieces_is_survived(pieces: list[bytes]) -> None:
    """Markup, times, schema.org and nonsense in any order are reports or problems, never exceptions."""
    fuzz_ingest.check(b"<html><body>" + b" ".join(pieces))
    fuzz_ingest.check(b"".join(pieces))


@pytest.mark.parametrize(
    "content",
    [
        b"<div>" * 50_000 + b"12:15",
        b"<p>12:15 Twelve died.</p>" * 5_000,
        b"<div id=a><time>12:15</time><p>Twelve died.</p></div>" * 3_000,
        b"<i></i>" * 100_000,
        b"<time>" * 20_000,
        b"12:15 Twelve died, the governor said.\n" * 20_000,
        b"<dl>" + b"<dt>12:15</dt><dd>x</dd>" * 4_000,
        b'<div itemprop="liveBlogUpdate" itemscope>' * 3_000,
        b'<span class="author">A</span>' * 20_000,
    ],
    ids=range(9),
)
def test_a_hundred_kilobytes_of_one_thing_are_read_in_seconds(content: bytes) -> None:
    """Time grows with the length of a page, whatever its markup does over and over."""
    import time

    from reportedly.ingest import Defaults
    from reportedly.ingest.live_markup import entries
    from reportedly.ingest.live_schema import microdata_blog
    from reportedly.ingest.live_text import timed_text
    from reportedly.ingest.page import _tree
    from reportedly.ingest.page_facts import page_facts
    from reportedly.ingest.prose import prose

    tree = _tree("<html><body>" + content.decode())
    began = time.process_time()
    timed_text(content.decode())
    assert tree is not None
    entries(tree), microdata_blog(tree), page_facts(tree, None), prose(tree), Defaults()
    assert time.process_time() - began < 5.0
