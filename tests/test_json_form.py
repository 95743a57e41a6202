"""The JSON form is stable: its schema stands here."""

import json
from datetime import UTC, datetime
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # ships no types

from reportedly.account import (
    Account,
    Bounds,
    Change,
    Conflict,
    Implied,
    Is,
    Line,
    LineClaim,
    LineGroup,
    SourceRecord,
    Standing,
    Stated,
)
from reportedly.claim import GAP, Claim, ClaimKind, Polarity, Reading, Source, When, Where
from reportedly.figure import Figure, Group, Kind, Scope, Words
from reportedly.report import Problem, Report
from reportedly.show.json_form import account_form, change_form, json_line, reading_form, source_form, unread_form

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
TEXT = "Twelve hostages, “most of them” Britons, were reportedly killed, a medic told Coastwire in Port Selwen, Monday."


def words(text: str) -> Words:
    at = TEXT.index(text)
    return Words(text, (at, at + len(text)))


def full_reading() -> Reading:
    medic, wire, cue = words("a medic"), words("Coastwire"), words("told")
    spans = (words("Twelve hostages").span, words("were reportedly killed").span)
    claim = Claim(
        id="c1",
        report_id="r1",
        text=GAP.join(TEXT[start:end] for start, end in spans),
        spans=spans,
        chain=(Source(*_pair(medic), None, "medic"), Source(*_pair(wire), "Coastwire", "outlet", True)),
        cue=cue,
        hedges=(words("reportedly"),),
        when=When(*_pair(words("Monday")), NOON, NOON),
        where=Where(*_pair(words("Port Selwen")), "Port Selwen", None, 1.5, -2.5),
        figures=(Figure(Kind.KILLED, 12, 12, words("Twelve"), Group("hostages", ("GB",), "hostages")),),
        confidence=0.9,
    )
    report = Report("r1", TEXT, "Harbour Post", "Coastwire", "https://post.example/1", "Dam", "M.", NOON, None, "r0")
    return Reading(report, (claim,), (Problem("half of it is missing", "r1", (0, 5)), Problem("so is the rest", "r1")))


def _pair(found: Words) -> tuple[str, tuple[int, int]]:
    return found.text, found.span


def a(**fields: Any) -> dict[str, Any]:
    """An object with just these fields, in this order."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def many(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def maybe(kind: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [kind, {"type": "null"}]}


STRING: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
TRUTH: dict[str, Any] = {"type": "boolean"}
TIME: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
SPAN: dict[str, Any] = {"type": "array", "items": WHOLE, "minItems": 2, "maxItems": 2}
NATIONS: dict[str, Any] = {"type": "array", "items": {"type": "string", "pattern": "^([A-Z]{2}|foreign|local)$"}}
KIND: dict[str, Any] = {"enum": [kind.value for kind in Kind]}
BOUNDS = a(low=maybe(WHOLE), high=maybe(WHOLE))
WORDS = a(text=STRING, span=SPAN)
REPORT = a(
    id=STRING,
    outlet=maybe(STRING),
    agency=maybe(STRING),
    url=maybe(STRING),
    title=maybe(STRING),
    published_at=maybe(TIME),
    revises=maybe(STRING),
    byline=maybe(STRING),
    text=STRING,
)
FIGURE = a(
    kind=KIND,
    low=maybe(WHOLE),
    high=maybe(WHOLE),
    approx=TRUTH,
    phrase=WORDS,
    group=a(text=maybe(STRING), role=STRING, nationality=NATIONS),
    scope={"enum": [scope.value for scope in Scope]},
    part=TRUTH,
)
CLAIM = a(
    id=STRING,
    kind={"enum": [kind.value for kind in ClaimKind]},
    text=STRING,
    spans=many(SPAN),
    chain=many(a(text=STRING, span=SPAN, name=maybe(STRING), role=maybe(STRING), named=TRUTH)),
    cue=maybe(WORDS),
    hedges=many(WORDS),
    polarity={"enum": [polarity.value for polarity in Polarity]},
    when=maybe(a(text=STRING, span=SPAN, start=TIME, end=TIME)),
    where=maybe(
        a(
            text=STRING,
            span=SPAN,
            name=STRING,
            country=maybe(STRING),
            lat=maybe({"type": "number"}),
            lon=maybe({"type": "number"}),
        )
    ),
    confidence={"type": "number", "minimum": 0, "maximum": 1},
    figures=many(FIGURE),
)
READING = a(
    report=maybe(REPORT),
    claims=many(CLAIM),
    problems=many(a(message=STRING, report_id=maybe(STRING), span=maybe(SPAN))),
)
IS = {"enum": [one.value for one in Is]}
STATED = many(
    a(id=STRING, **{"is": IS}, origin=STRING, published_at=TIME, text=STRING, report=STRING, replaced_by=maybe(STRING))
)
ACCOUNT = a(
    story=STRING,
    as_of=TIME,
    policy=STRING,
    lines=many(
        a(
            kind=KIND,
            group=a(role=STRING, nationality=NATIONS),
            best=maybe(BOUNDS),
            range=maybe(BOUNDS),
            standing={"enum": [standing.value for standing in Standing]},
            origins=WHOLE,
            since=maybe(TIME),
            claims=many(
                a(
                    id=STRING,
                    figure=WHOLE,
                    **{"is": IS},
                    low=maybe(WHOLE),
                    high=maybe(WHOLE),
                    origin=STRING,
                    published_at=TIME,
                    text=STRING,
                    phrase=STRING,
                    report=STRING,
                    replaced_by=maybe(STRING),
                    part=TRUTH,
                    polarity={"enum": [polarity.value for polarity in Polarity]},
                )
            ),
        )
    ),
    demands=STATED,
    responsibility=STATED,
    conflicts=many(a(claims=many(STRING), rule=STRING, why=STRING)),
    more_conflicts=TRUTH,
    implied=many(
        a(
            kind=KIND,
            group=a(role=STRING, nationality=NATIONS),
            low=maybe(WHOLE),
            high=maybe(WHOLE),
            claims=many(STRING),
            rule=STRING,
            why=STRING,
        )
    ),
)


def in_order(form: object, schema: dict[str, Any]) -> bool:
    """Whether every object's keys come in the schema's order."""
    if isinstance(form, list):
        return all(in_order(one, schema.get("items", {})) for one in form)
    if not isinstance(form, dict):
        return True
    inner = next((kind for kind in schema.get("anyOf", []) if kind.get("type") == "object"), schema)
    return list(form) == list(inner["properties"]) and all(
        in_order(value, inner["properties"][key]) for key, value in form.items() if isinstance(value, dict | list)
    )


def test_a_reading_keeps_to_its_schema() -> None:
    """Every field is there, null where unknown, in one order, and survives being written and read."""
    form = json.loads(json_line(reading_form(full_reading())))
    jsonschema.validate(form, READING)
    assert in_order(form, READING)


def test_a_text_beside_a_span_is_that_text() -> None:
    """The report's text, cut at the span, is the words beside it: always."""
    form = json.loads(json_line(reading_form(full_reading())))
    text = form["report"]["text"]
    claim = form["claims"][0]
    found = [claim["cue"], claim["when"], claim["where"], *claim["chain"], *claim["hedges"]]
    found += [figure["phrase"] for figure in claim["figures"]]
    assert all(one["text"] == text[one["span"][0] : one["span"][1]] for one in found)
    assert claim["text"] == " … ".join(text[start:end] for start, end in claim["spans"])


def test_unknown_is_null_and_zero_is_a_figure() -> None:
    """Nothing known of a report but its words: every other field is null; no deaths are 0."""
    nobody = Figure(Kind.KILLED, 0, 0, Words("Nobody", (0, 6)))
    claim = Claim("c", "r", "Nobody died.", ((0, 12),), figures=(nobody,))
    form = reading_form(Reading(Report("r", "Nobody died."), (claim,)))
    jsonschema.validate(form, READING)
    assert [key for key, value in form["report"].items() if value is None] == [
        "outlet",
        "agency",
        "url",
        "title",
        "published_at",
        "revises",
        "byline",
    ]
    assert (form["claims"][0]["figures"][0]["low"], form["claims"][0]["cue"]) == (0, None)


def test_a_report_that_could_not_be_read_has_its_line() -> None:
    """The line has a reading's form, without a report and with the problem."""
    form = unread_form(Problem("wire.jsonl: line 7: broken JSON"))
    jsonschema.validate(form, READING)
    assert form["report"] is None and form["problems"][0]["message"].startswith("wire.jsonl: line 7")


def test_a_line_is_one_line() -> None:
    """What ends a line for some reader, or none at all, stands escaped inside it."""
    line = json_line(reading_form(Reading(Report("r", "12 died.\u2028\r\n\x85\u2029 “Yes”"))))
    assert len(line.splitlines()) == 1 and "“Yes”" in line
    assert json.loads(line)["report"]["text"] == "12 died.\u2028\r\n\x85\u2029 “Yes”"


def test_an_account_keeps_to_its_schema() -> None:
    """Lines, demands, responsibility and conflicts have one form, in one order."""
    claim = LineClaim("c1", 0, Is.CURRENT, 12, None, "Coastwire", NOON, "at least 12 died", "at least 12", "r1")
    group = LineGroup("hostages", ("GB",))
    line = Line(Kind.KILLED, group, Bounds(12, None), Bounds(6, 35), Standing.DISPUTED, 4, NOON, (claim,))
    empty = Line(Kind.FREED, LineGroup("people"), None, None, Standing.NONE, 0, None, ())
    stated = Stated("c2", "r1", "the gunmen", "safe passage", Is.UPDATED, NOON, "c3")
    follows = Implied(Kind.HELD, group, Bounds(None, 16), ("c1",), "captives", "so at most 16, if the 41 is right")
    broken = Conflict(("c1", "c2"), "toll", "Both cannot be.")
    account = Account(
        "dam", NOON, "latest", (line, empty), (stated,), (stated,), (broken,), more_conflicts=True, implied=(follows,)
    )
    form = json.loads(json_line(account_form(account)))
    jsonschema.validate(form, ACCOUNT)
    assert in_order(form, ACCOUNT)
    assert form["lines"][0]["best"] == {"low": 12, "high": None} and form["lines"][1]["best"] is None
    assert (form["implied"][0]["low"], form["implied"][0]["high"]) == (None, 16)


def test_a_change_and_a_source_are_told_as_json() -> None:
    """A change of a demand has no line; a source has its counts and its times."""
    demand = Change(NOON, None, "demand", None, None, "the gunmen", None, "c1", "r1", "safe passage")
    rose = Change(NOON, (Kind.KILLED, LineGroup("people")), "rose", Bounds(1, 1), Bounds(2, 2), "o", "p", "c", "r", "t")
    assert change_form(demand)["line"] is None
    assert change_form(rose)["line"] == {"kind": "killed", "group": {"role": "people", "nationality": []}}
    source = SourceRecord("Coastwire", "outlet", True, 3, 2, 1, 1, 0, 0, 0, NOON, NOON)
    assert source_form(source)["first"] == "2031-03-04T12:00:00Z"
