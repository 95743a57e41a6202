"""Plain text: the whole of it is one report, kept to the letter; a wire's heading stays where it stands, since spans
count in it and reading knows what to make of it."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.ingest.decode import Decoded
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.identity import identified
from reportedly.report import Problem, Report


def from_text(written: Decoded, place: str, defaults: Defaults) -> Iterator[Report | Problem]:
    if not written.text.strip():
        yield Problem(f"{place} is empty; nothing to read")
        return
    report = Report(
        id="",
        text=written.text,
        outlet=defaults.outlet,
        published_at=defaults.published_at,
        about=defaults.about,
    )
    report = replace(report, id=identified(report))
    yield report
    if written.complaint is not None:
        yield Problem(f"{place}: {written.complaint}", report_id=report.id)
