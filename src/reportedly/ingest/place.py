"""Where reports come from: a file, a folder, standard input, or a page's address."""

import os
import sys
from collections.abc import Iterator
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from reportedly.ingest.credentials import parted
from reportedly.ingest.decode import decoded
from reportedly.ingest.defaults import Defaults
from reportedly.ingest.form import HEAD_BYTES, Form, binary_kind, form_of, is_archive
from reportedly.ingest.json_lines import count_lines, from_json_lines
from reportedly.ingest.limits import PAGE_BYTES, REPORT_BYTES, megabytes
from reportedly.ingest.plain import from_text
from reportedly.ingest.withdrawals import gone
from reportedly.report import Problem, Report

if TYPE_CHECKING:
    from reportedly.ingest.web import Fetched, NotFetched


def reports(place: str, defaults: Defaults | None = None) -> Iterator[Report | Problem]:
    """The reports at `place`, in order: "-" is standard input, http:// or https:// a page, a folder all the files in
    it and below it by name (hidden ones left out), anything else a file. One at a time: a file of any length fits.

    A Problem with a `report_id` tells of the report before it, which was read all the same; one without stands in
    the place of a report that could not be.
    """
    known = Defaults() if defaults is None else defaults
    if place == "-":
        yield from _from_stream(_with_peek(sys.stdin.buffer), "standard input", "", known)
    elif place.lower().startswith(("http://", "https://")):
        yield from _from_web(place, known)
    elif "://" in place[:12] and not Path(place).exists():
        yield Problem(f"{parted(place)[0]}: only http and https pages can be fetched; save it and give the file")
    else:
        yield from _from_path(Path(place), known)


def how_many(place: str) -> int | None:
    """About how many reports `place` holds, for a progress bar; None where that cannot be told beforehand."""
    path = Path(place)
    try:
        if place == "-" or not (path.is_file() or path.is_dir()):
            return None  # a pipe could be counted only by using it up
        return sum(_lines_of(file) for file in _files(path)) if path.is_dir() else _lines_of(path)
    except OSError:
        return None


def _lines_of(path: Path) -> int:
    with path.open("rb") as file:
        if form_of(file.read(HEAD_BYTES), path.name) is not Form.JSON_LINES:
            return 1
        file.seek(0)
        return max(1, count_lines(file))


def _from_path(path: Path, defaults: Defaults) -> Iterator[Report | Problem]:
    try:
        if path.is_dir():
            files = _files(path)
            if not files:
                yield Problem(f"{path} is a folder without files; name one that holds reports")
            for file in files:
                yield from _from_path(file, defaults)
        elif path.exists() and not path.is_file() and not path.is_fifo():
            yield Problem(f"{path} is no file; to read what a program writes, pipe it in and name -")
        else:
            with path.open("rb") as opened:
                yield from _from_stream(opened, str(path), path.name, defaults)
    except FileNotFoundError:
        yield Problem(f"{path} does not exist; check the name, or put - to read standard input")
    except PermissionError:
        yield Problem(f"{path} may not be read by this user; check its permissions")
    except (OSError, ValueError) as failed:  # ValueError: a NUL in the name
        reason = failed.strerror if isinstance(failed, OSError) and failed.strerror else failed
        yield Problem(f"{path} could not be read ({reason}); check the name and the disk")


def _files(folder: Path) -> list[Path]:
    """Sorted by path, so that one folder gives the same order on every machine. Links to folders are not followed:
    one that points upward would never end."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(root, name) for name in names if not name.startswith(".")]
    return sorted(file for file in found if file.is_file())


def _from_web(place: str, defaults: Defaults) -> Iterator[Report | Problem]:
    from reportedly.ingest.web import NotFetched, fetched

    url, authorization = parted(place)
    try:
        answer = fetched(url, private_addresses=defaults.private_addresses, authorization=authorization)
    except NotFetched as why:
        yield from _word_of_gone(url, why, defaults)
        return
    ids = []
    for one in from_answer(answer, defaults):
        if isinstance(one, Report):
            ids.append(one.id)
        yield one
    if defaults.captured is not None:
        defaults.captured(answer.capture, tuple(ids))


def _word_of_gone(url: str, why: "NotFetched", defaults: Defaults) -> Iterator[Report | Problem]:
    """A Problem; for whoever keeps what is fetched, and so may hold what stood at the address, also word that it is
    gone."""
    if why.capture is None or defaults.captured is None:
        yield Problem(str(why))
        return
    word = gone(url)
    yield word
    yield Problem(str(why), report_id=word.id)
    defaults.captured(why.capture, ())


def from_answer(answer: "Fetched", defaults: Defaults) -> Iterator[Report | Problem]:
    """The reports in what a server answered: a page's, or those of text or JSON Lines."""
    if form_of(answer.content[:HEAD_BYTES]) is Form.PAGE:
        from reportedly.ingest.page import Page, from_page

        page = Page(answer.content, answer.url, answer.url, answer.charset, answer.capture.fetched_at)
        yield from from_page(page, defaults)
    else:
        yield from _from_stream(_with_peek(BytesIO(answer.content)), answer.url, "", defaults)


def _from_stream(stream: BufferedReader, place: str, name: str, defaults: Defaults) -> Iterator[Report | Problem]:
    head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
    form = form_of(head, name)
    if is_archive(head, name):
        from reportedly.ingest.archive import from_archive

        yield from from_archive(stream, place, defaults)
    elif form is Form.JSON_LINES:
        some = False
        for each in from_json_lines(stream, place, defaults):
            some = True
            yield each
        if not some:
            yield Problem(f"{place} is empty; nothing to read")
    elif form is Form.BINARY:
        kind = binary_kind(head) or "binary"
        yield Problem(f"{place} is {kind}, not text; give text, an HTML page or JSON Lines")
    elif form is Form.FEED:
        yield Problem(f"{place} is a feed, not a page; `reportedly follow STORY ADDRESS` reads what it lists")
    elif form is Form.JSON:
        yield Problem(f"{place} is JSON but not one object a line; `jq -c '.[]?'` makes it so")
    else:
        yield from _one_whole(stream, place, form, defaults)


def _one_whole(stream: BufferedReader, place: str, form: Form, defaults: Defaults) -> Iterator[Report | Problem]:
    most = PAGE_BYTES if form is Form.PAGE else REPORT_BYTES
    content = stream.read(most + 1)
    if len(content) > most:
        yield Problem(f"{place} is over {megabytes(most)}, more than one report: split it, or give JSON Lines")
    elif form is Form.PAGE:
        from reportedly.ingest.page import Page, from_page

        yield from from_page(Page(content, place), defaults)
    else:
        yield from from_text(decoded(content), place, defaults)


def _with_peek(stream: IO[bytes]) -> BufferedReader:
    """Standard input cannot go back to its beginning, so its form is told by peeking."""
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast(RawIOBase, stream))
