"""Quotations in single marks, as much of the British press prints them: 'It was dark,' said Piet Hult."""

import re

_OPENS = re.compile(r"(?:(?<=[\s(\[—–])|(?<![\s\S]))['‘](?=[\w“\"(])")
_CLOSES = re.compile(r"(?<=[.,!?…])['’](?=[\s),.;]|\Z)")
_LINE = re.compile(r"[^\n]+")
_DOUBLE = frozenset('"“”')


def with_double_marks(text: str) -> str:
    """The text, as long as before, with double marks where a line quotes in single ones. A line that has double marks
    keeps all of its own: there single ones stand inside them, or cut a word short."""
    if "'" not in text and "‘" not in text:
        return text
    out: list[str] | None = None
    for line in _LINE.finditer(text):
        words = line.group()
        closed = [found.start() for found in _CLOSES.finditer(words)]
        if not closed or _DOUBLE & {*words}:
            continue
        for at in _marks([found.start() for found in _OPENS.finditer(words)], closed):
            out = [*text] if out is None else out
            out[line.start() + at] = '"'
    return text if out is None else "".join(out)


def _marks(opens: list[int], closes: list[int]) -> list[int]:
    """Where marks open and close by turns; what opens and never closes is an apostrophe."""
    found: list[int] = []
    closing = iter(closes)
    close = next(closing, None)
    last = -1
    for at in opens:
        if at < last:
            continue
        while close is not None and close < at:
            close = next(closing, None)
        if close is None:
            break
        found += [at, close]
        last = close
    return found
