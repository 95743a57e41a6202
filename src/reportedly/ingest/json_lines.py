"""JSON Lines: one report a line, and one Problem in its place for a line that holds none; blank lines are no lines."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from reportedly.ingest.decode import decoded, without_surrogates
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.identity import identified
from reportedly.ingest.limits import REPORT_BYTES, megabytes
from reportedly.ingest.moment import NoMoment, moment
from reportedly.report import Problem, Report

_BOM = b"\xef\xbb\xbf"
_CHUNK = 1_000_000
_WORDS = ("outlet", "agency", "url", "title", "byline", "revises", "about")


def from_json_lines(lines: BinaryIO, place: str, defaults: Defaults) -> Iterator[Report | Problem]:
    """The reports in the order of their lines. A report whose time or another field is of no use comes all the same,
    without that field, and is followed by a Problem that names the report's id."""
    number = 0
    while line := lines.readline(REPORT_BYTES + 1):
        number += 1
        where = f"{place}: line {number}"
        if len(line) > REPORT_BYTES:
            size = len(line) + _rest_of_line(lines, line)
            if size > REPORT_BYTES + 2:  # the line's end does not count
                yield Problem(f"{where} is {megabytes(size)}, over {megabytes(REPORT_BYTES)} for one report: split it")
                continue
        if number == 1:
            line = line.removeprefix(_BOM)
        if line.strip():
            yield from _report(line, where, defaults)


def _rest_of_line(lines: BinaryIO, line: bytes) -> int:
    """Passes over what is left of a line that is too long, without ever holding it; how long that was."""
    size = 0
    while not line.endswith(b"\n") and (line := lines.readline(_CHUNK)):
        size += len(line)
    return size


def _report(line: bytes, where: str, defaults: Defaults) -> Iterator[Report | Problem]:
    written = decoded(line.rstrip(b"\r\n"))
    try:
        record = json.loads(written.text, parse_constant=_no_number)
    except json.JSONDecodeError as broken:
        yield Problem(f"{where}, character {broken.colno}: broken JSON ({broken.msg}); write one object a line")
        return
    except (ValueError, RecursionError):
        yield Problem(f"{where}: JSON of a kind that no report is (nested too deep or a number too long)")
        return
    if not isinstance(record, dict):
        yield Problem(f"{where} holds no JSON object; write one object a line, with a `text`")
        return
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        known = record.get("id")
        name = f" (id {known[:80]})" if isinstance(known, str) and known else ""
        yield Problem(f"{where}{name} has no `text`: put the report's words there, as a string")
        return
    complaints: list[str] = [] if written.complaint is None else [written.complaint]
    report = _with_fields(text, record, defaults, complaints)
    yield report
    for complaint in complaints:
        yield Problem(f"{where}: {complaint}", report_id=report.id)


def _with_fields(text: str, record: dict[str, Any], defaults: Defaults, complaints: list[str]) -> Report:
    whole = without_surrogates(text)
    if whole != text:
        complaints.append("its text holds half characters, shown as \ufffd")
    words = {field: _words(record, field, complaints) for field in _WORDS}
    published_at = defaults.published_at
    try:
        stated = moment(record.get("published_at"))
        published_at = published_at if stated is None else stated
    except NoMoment as none:
        complaints.append(f"its `published_at` {none}; read without a time")
        published_at = None  # the default is for reports that say nothing, not for those that say it badly
    report = Report(
        id="",
        text=whole,
        outlet=defaults.outlet if words["outlet"] is None else words["outlet"],
        agency=words["agency"],
        url=words["url"],
        title=words["title"],
        byline=words["byline"],
        published_at=published_at,
        revises=words["revises"],
        about=defaults.about if words["about"] is None else words["about"],
    )
    given = _given_id(record, complaints)
    return replace(report, id=identified(report) if given is None else given)


def _given_id(record: dict[str, Any], complaints: list[str]) -> str | None:
    given = record.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return _words(record, "id", complaints)


def _words(record: dict[str, Any], field: str, complaints: list[str]) -> str | None:
    """The field's words; None where it is absent, null or blank, and where it is no string, with a complaint."""
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        complaints.append(f"its `{field}` is no string; read without it")
        return None
    kept = without_surrogates(value)
    return kept if kept.strip() else None


def _no_number(constant: str) -> float:
    raise ValueError(constant)


def count_lines(lines: BinaryIO) -> int:
    """How many lines there are, without holding them."""
    return sum(chunk.count(b"\n") for chunk in iter(lambda: lines.read(_CHUNK), b""))
