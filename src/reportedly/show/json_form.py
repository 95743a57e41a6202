"""The JSON that every face gives out (docs/design.md, section 6): stable, keys in one order, a schema test holds it.

Where a form has more than the design shows, the rest stands after it.
"""

import json
from typing import Any

from reportedly.account import (
    Account,
    Bounds,
    Change,
    Conflict,
    Implied,
    Line,
    LineClaim,
    LineGroup,
    SourceRecord,
    Stated,
    TrackRecord,
)
from reportedly.claim import Claim, Reading
from reportedly.record import claim_record, problem_record, time_record
from reportedly.report import Problem, Report

Form = dict[str, Any]


def json_line(form: Form) -> str:
    """One line, without its end. U+2028 and U+2029 end lines for some readers of lines, so they are escaped."""
    line = json.dumps(form, ensure_ascii=False, allow_nan=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def report_form(report: Report) -> Form:
    """With its text, in which all spans of its claims count."""
    return {
        "id": report.id,
        "outlet": report.outlet,
        "agency": report.agency,
        "url": report.url,
        "title": report.title,
        "published_at": time_record(report.published_at),
        "revises": report.revises,
        "byline": report.byline,
        "text": report.text,
    }


def reading_form(reading: Reading) -> Form:
    return {
        "report": report_form(reading.report),
        "claims": [claim_record(claim) for claim in reading.claims],
        "problems": [problem_record(problem) for problem in reading.problems],
    }


def unread_form(problem: Problem) -> Form:
    """The line that stands for a report that could not be read: what came out pairs up with what went in."""
    return {"report": None, "claims": [], "problems": [problem_record(problem)]}


def ledger_claim_form(report: Report, claim: Claim) -> Form:
    """A claim out of its report's text, with what tells which report it is from."""
    known = report_form(report)
    del known["text"]
    return {"report": known, "claim": claim_record(claim)}


def account_form(account: Account) -> Form:
    return {
        "story": account.story,
        "as_of": time_record(account.as_of),
        "policy": account.policy,
        "lines": [_line(line) for line in account.lines],
        "demands": [_stated(one) for one in account.demands],
        "responsibility": [_stated(one) for one in account.responsibility],
        "conflicts": [conflict_form(conflict) for conflict in account.conflicts],
        "more_conflicts": account.more_conflicts,
        "implied": [_implied(one) for one in account.implied],
    }


def conflict_form(conflict: Conflict) -> Form:
    return {"claims": list(conflict.claims), "rule": conflict.rule, "why": conflict.why}


def _implied(one: Implied) -> Form:
    return {
        "kind": one.kind.value,
        "group": _group(one.group),
        "low": one.bounds.low,
        "high": one.bounds.high,
        "claims": list(one.claims),
        "rule": one.rule,
        "why": one.why,
    }


def change_form(change: Change) -> Form:
    line = None
    if change.line is not None:
        kind, group = change.line
        line = {"kind": kind.value, "group": _group(group)}
    return {
        "at": time_record(change.at),
        "line": line,
        "what": change.what,
        "before": _bounds(change.before),
        "after": _bounds(change.after),
        "origin": change.origin,
        "outlet": change.outlet,
        "claim": change.claim_id,
        "report": change.report_id,
        "text": change.text,
    }


def source_form(source: SourceRecord) -> Form:
    return {
        "name": source.name,
        "role": source.role,
        "named": source.named,
        "claims": source.claims,
        "figures": source.figures,
        "current": source.current,
        "repeated": source.repeated,
        "updated": source.updated,
        "corrected": source.corrected,
        "fallen": source.fallen,
        "first": time_record(source.first),
        "last": time_record(source.last),
        "track": [_track(one) for one in source.track],
    }


def _track(one: TrackRecord) -> Form:
    return {
        "kind": one.kind.value,
        "group": _group(one.group),
        "settled": one.settled,
        "first": _bounds(one.first),
        "first_words": one.first_words,
        "first_at": time_record(one.first_at),
        "errors": [{"since": time_record(since), "error": error} for since, error in one.errors],
        "raised": one.raised,
        "lowered": one.lowered,
    }


def _line(line: Line) -> Form:
    return {
        "kind": line.kind.value,
        "group": _group(line.group),
        "best": _bounds(line.best),
        "range": _bounds(line.range),
        "standing": line.standing.value,
        "origins": line.origins,
        "since": time_record(line.since),
        "claims": [_line_claim(claim) for claim in line.claims],
    }


def _line_claim(claim: LineClaim) -> Form:
    return {
        "id": claim.claim_id,
        "figure": claim.figure,
        "is": claim.is_.value,
        "low": claim.low,
        "high": claim.high,
        "origin": claim.origin,
        "published_at": time_record(claim.published_at),
        "text": claim.text,
        "phrase": claim.phrase,
        "report": claim.report_id,
        "replaced_by": claim.replaced_by,
        "part": claim.part,
        "polarity": claim.polarity.value,
    }


def _stated(stated: Stated) -> Form:
    return {
        "id": stated.claim_id,
        "is": stated.is_.value,
        "origin": stated.origin,
        "published_at": time_record(stated.published_at),
        "text": stated.text,
        "report": stated.report_id,
        "replaced_by": stated.replaced_by,
    }


def _group(group: LineGroup) -> Form:
    return {"role": group.role, "nationality": list(group.nationality)}


def _bounds(bounds: Bounds | None) -> Form | None:
    return None if bounds is None else {"low": bounds.low, "high": bounds.high}
