"""What becomes of files, folders and standard input."""

import io
import json
import os
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest import Defaults, how_many, reports
from reportedly.ingest.decode import decoded
from reportedly.report import Problem, Report

TOLL = "IZMIR, Oct 30 (Coastwire) - At least 12 died, the governor said.\r\nDozens were hurt.\r\n"


def read(place: Path | str, defaults: Defaults | None = None) -> tuple[list[Report], list[str]]:
    found = list(reports(str(place), defaults))
    return [r for r in found if isinstance(r, Report)], [p.message for p in found if isinstance(p, Problem)]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_is_one_report_kept_to_the_letter(tmp_path: Path) -> None:
    """A wire's heading, its line ends and its last newline stay: spans count in them."""
    (report,), problems = read(written(tmp_path, "wire.txt", TOLL))
    assert (report.text, problems) == (TOLL, [])


def test_defaults_fill_the_gaps(tmp_path: Path) -> None:
    """What the sender knows stands where the report itself says nothing."""
    noon = datetime(2031, 3, 4, 12, tzinfo=UTC)
    (report,), _ = read(written(tmp_path, "wire.txt", TOLL), Defaults(noon, "Harbour Post", "quake off Izmir"))
    assert (report.published_at, report.outlet, report.about) == (noon, "Harbour Post", "quake off Izmir")


def test_same_words_same_outlet_same_id(tmp_path: Path) -> None:
    """The same report met twice has one id; another outlet's copy of it has its own."""
    path = written(tmp_path, "wire.txt", TOLL)
    ids = [read(path, Defaults(outlet=outlet))[0][0].id for outlet in ("Coastwire", "Coastwire", "Harbour Post")]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Évacués : 40".encode(), "Évacués : 40"),
        ("\ufeffÉvacués : 40".encode(), "Évacués : 40"),
        ("Évacués : 40".encode("utf-16"), "Évacués : 40"),
        (
            "The ministry said \u201c40 dead\u201d at the café.".encode("cp1252"),
            "The ministry said “40 dead” at the café.",
        ),
        (("Погибли двенадцать человек, сообщил губернатор области. " * 5).encode("cp1251"), "Погибли двенадцать"),
    ],
)
def test_bytes_become_the_characters_that_were_meant(tmp_path: Path, content: bytes, words: str) -> None:
    """UTF-8, a byte order mark, Windows' Western letters and other alphabets are read as what they are."""
    (report,), _ = read(written(tmp_path, "wire.txt", content))
    assert report.text.startswith(words)


def test_one_broken_byte_spoils_one_character(tmp_path: Path) -> None:
    """UTF-8 with an accident in it stays UTF-8, and the accident is told."""
    (report,), (problem,) = read(written(tmp_path, "wire.txt", "İzmir: “40 dead” ".encode() + b"\xff, he said"))
    assert report.text == "İzmir: “40 dead” \ufffd, he said"
    assert "wire.txt: byte 22 is no UTF-8" in problem


ACCENTS = "L'été à Évreux – “12 morts” … 40 °C, £5, ¿qué?, ÉVACUÉS, the Smiths’ café, Ángel D'Ávila"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Twelve people died, he said. " + "…".encode()[:2], "Twelve people died, he said. \ufffd"),
        ("Twelve people died in the café".encode()[:-1], "Twelve people died in the caf\ufffd"),
        (b"Twelve \xff people died", "Twelve \ufffd people died"),
        (b"12 \x9f died", "12 \ufffd died"),
        ("40 died in Évreux.".encode() + b" \xe9\xe9", "40 died in Évreux. \ufffd\ufffd"),
        (ACCENTS.encode("cp1252"), ACCENTS),
        ("Nine died in Bogotá.".encode("cp1252"), "Nine died in Bogotá."),
    ],
)
def test_an_accident_is_told_from_another_alphabet(tmp_path: Path, content: bytes, text: str) -> None:
    """A byte that makes no sense where it stands is a broken one, marked in its place and told with it; only accents
    and quotes where words have them make a text Windows' Western. No figure changes either way."""
    (report,), problems = read(written(tmp_path, "wire.txt", content))
    assert problems and "wire.txt" in problems[0] and "byte" in problems[0]
    assert report.text == text


@given(st.text("At least 12,340 died – é’ü ", min_size=1), st.binary(min_size=1, max_size=3), st.integers(0, 60))
def test_broken_bytes_never_change_a_figure(text: str, broken: bytes, place: int) -> None:
    """Whatever stray bytes stand among them, the ASCII characters of a text are read as they are."""
    whole = text.encode()
    content = whole[:place] + broken + whole[place:]
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return
    assert [c for c in decoded(content).text if c in "0123456789"] == [
        chr(b) for b in content if chr(b) in "0123456789"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF, not text"),
        (b"\x89PNG\r\n\x1a\n", "is a picture, not text"),
        (bytes(range(256)) * 20, "is binary, not text"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "is a feed"),
        (b'[{"text": "12 died"}]', "not one object a line"),
        (b'{\n "text": "12 died"\n}', "not one object a line"),
        (b"<html><body><script>alert(12)</script></body></html>", "without an article"),
        (b"x" * 5_000_001, "is over 5 MB"),
    ],
)
def test_what_cannot_be_read_is_one_problem(tmp_path: Path, content: bytes, said: str) -> None:
    """Nothing to read, no text, too much of it: one line that names the file, and never an exception."""
    found, (problem,) = read(written(tmp_path, "odd.dat", content))
    assert found == []
    assert "odd.dat" in problem and said in problem and "\n" not in problem


def test_a_missing_file_is_a_problem_that_names_it() -> None:
    """A name that leads nowhere is told, with what to try."""
    assert read("no/such/wire.txt")[1] == [
        "no/such/wire.txt does not exist; check the name, or put - to read standard input"
    ]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    """Files below it count, hidden ones do not, and one that cannot be read takes nothing else with it."""
    (tmp_path / "b").mkdir()
    written(tmp_path, "a.txt", "12 died.")
    written(tmp_path / "b", "1.txt", "13 died.")
    written(tmp_path, "c.jsonl", '{"text": "14 died."}\n{"text": "15 died."}\n')
    written(tmp_path, ".hidden", "99 died.")
    written(tmp_path, "d.pdf", b"%PDF-1.7")
    found, problems = read(tmp_path)
    assert [report.text for report in found] == ["12 died.", "13 died.", "14 died.", "15 died."]
    assert len(problems) == 1 and "d.pdf is a PDF" in problems[0]
    assert how_many(str(tmp_path)) == 5


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    """Nothing to read is never silence."""
    assert "folder without files" in read(tmp_path)[1][0]


@pytest.mark.parametrize("size", [1, 5000, 100_000])
def test_standard_input_is_read_whole(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """A dash reads what is piped in, whatever its form and length."""
    text = "12 died. " * size
    for piped, expected in [(text, text), ("\n" + json.dumps({"text": text}), text)]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode())))
        (report,), problems = read("-")
        assert (report.text, problems) == (expected, [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_read_once(tmp_path: Path) -> None:
    """What a shell puts in a file's place, as in `read <(program)`, is read, and not used up by counting it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(TOLL, newline=""))
    assert how_many(str(pipe)) is None
    writer.start()
    (report,), problems = read(pipe)
    writer.join()
    assert (report.text, problems) == (TOLL, [])


@pytest.mark.parametrize(
    ("heading", "byline", "hour"),
    [
        ("By Mira Tolland\nUpdated at 14:05 BST, 17 January 2031", "Mira Tolland", 13),
        ("By MIRA VAN TOLLAND and J. Okafor\nPublished 17 January 2031, 13:05 GMT", "MIRA VAN TOLLAND, J. Okafor", 13),
        ("By the time help came it was over, he said.", None, None),
        ("By Friday", None, None),
        ("Updated at 14:05", None, None),
    ],
)
def test_what_stands_over_a_text_tells_who_and_when(
    tmp_path: Path, heading: str, byline: str | None, hour: int | None
) -> None:
    """A byline and a full date over a wire text are read; half a date is no date, and the text stays to the letter."""
    text = f"Ferry strikes breakwater\n{heading}\n\nAt least 12 died, the governor said.\n"
    (report,), _ = read(written(tmp_path, "wire.txt", text))
    assert (report.text, report.byline) == (text, byline)
    assert (None if report.published_at is None else report.published_at.astimezone(UTC).hour) == hour
