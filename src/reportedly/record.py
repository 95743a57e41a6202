"""The JSON form of a report, a claim and what hangs on them (docs/design.md, section 6), and the way back.

The ledger keeps claims in this form and the faces print it, so that a claim reads the same wherever it is met.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reportedly.claim import Claim, ClaimKind, Polarity, Source, When, Where
from reportedly.figure import Figure, Group, Kind, Scope, Words
from reportedly.report import Problem, Report, Span

Record = dict[str, Any]


def time_record(moment: datetime | None) -> str | None:
    """ISO 8601; UTC ends in Z, any other zone keeps its offset."""
    if moment is None:
        return None
    text = moment.isoformat()
    return text[:-6] + "Z" if moment.utcoffset() == UTC.utcoffset(None) and text.endswith("+00:00") else text


def time_of(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def words_record(words: Words | None) -> Record | None:
    return None if words is None else {"text": words.text, "span": list(words.span)}


def source_record(source: Source) -> Record:
    return {
        "text": source.text,
        "span": list(source.span),
        "name": source.name,
        "role": source.role,
        "named": source.named,
    }


def when_record(when: When | None) -> Record | None:
    if when is None:
        return None
    return {
        "text": when.text,
        "span": list(when.span),
        "start": time_record(when.start),
        "end": time_record(when.end),
    }


def where_record(where: Where | None) -> Record | None:
    if where is None:
        return None
    return {
        "text": where.text,
        "span": list(where.span),
        "name": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
    }


def figure_record(figure: Figure) -> Record:
    return {
        "kind": figure.kind.value,
        "low": figure.low,
        "high": figure.high,
        "approx": figure.approx,
        "phrase": words_record(figure.phrase),
        "group": {
            "text": figure.group.text,
            "role": figure.group.role,
            "nationality": list(figure.group.nationality),
        },
        "scope": figure.scope.value,
        "part": figure.part,
    }


def claim_record(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "text": claim.text,
        "spans": [list(span) for span in claim.spans],
        "chain": [source_record(source) for source in claim.chain],
        "cue": words_record(claim.cue),
        "hedges": [words_record(hedge) for hedge in claim.hedges],
        "polarity": claim.polarity.value,
        "when": when_record(claim.when),
        "where": where_record(claim.where),
        "confidence": claim.confidence,
        "figures": [figure_record(figure) for figure in claim.figures],
    }


def report_record(report: Report) -> Record:
    """The report without its text."""
    return {
        "id": report.id,
        "outlet": report.outlet,
        "agency": report.agency,
        "url": report.url,
        "title": report.title,
        "byline": report.byline,
        "published_at": time_record(report.published_at),
        "recorded_at": time_record(report.recorded_at),
        "revises": report.revises,
    }


def problem_record(problem: Problem) -> Record:
    return {
        "message": problem.message,
        "report_id": problem.report_id,
        "span": None if problem.span is None else list(problem.span),
    }


def _span(pair: list[int]) -> Span:
    return pair[0], pair[1]


def _words(record: Mapping[str, Any]) -> Words:
    return Words(record["text"], _span(record["span"]))


def _figure(record: Mapping[str, Any]) -> Figure:
    group = record["group"]
    return Figure(
        kind=Kind(record["kind"]),
        low=record["low"],
        high=record["high"],
        phrase=_words(record["phrase"]),
        group=Group(group["role"], tuple(group["nationality"]), group["text"]),
        approx=record["approx"],
        scope=Scope(record["scope"]),
        part=record["part"],
    )


def _when(record: Mapping[str, Any]) -> When:
    return When(
        record["text"],
        _span(record["span"]),
        datetime.fromisoformat(record["start"]),
        datetime.fromisoformat(record["end"]),
    )


def _where(record: Mapping[str, Any]) -> Where:
    return Where(record["text"], _span(record["span"]), record["name"], record["country"], record["lat"], record["lon"])


def claim_of(record: Mapping[str, Any], report_id: str) -> Claim:
    """The claim that `claim_record` made this of."""
    return Claim(
        id=record["id"],
        report_id=report_id,
        text=record["text"],
        spans=tuple(_span(pair) for pair in record["spans"]),
        kind=ClaimKind(record["kind"]),
        chain=tuple(
            Source(link["text"], _span(link["span"]), link["name"], link["role"], link["named"])
            for link in record["chain"]
        ),
        cue=None if record["cue"] is None else _words(record["cue"]),
        hedges=tuple(_words(hedge) for hedge in record["hedges"]),
        polarity=Polarity(record["polarity"]),
        when=None if record["when"] is None else _when(record["when"]),
        where=None if record["where"] is None else _where(record["where"]),
        figures=tuple(_figure(figure) for figure in record["figures"]),
        confidence=record["confidence"],
    )
