"""Every bad input that a stranger may bring, the command it is given to, and what that prints; as a table.

python scripts/bad_input.py > docs/measurements/bad-input.md
"""

import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

GOOD = "Twelve people died, the governor said.\n"
LINE = '{"id": "a%d", "text": "%d people died, the governor said.", "published_at": "2031-03-04T0%d:00:00Z"}\n'
HOSTILE = (
    '{"id": "h", "outlet": "\\u001b[31mPost", "title": "<script>alert(1)</script>", '
    '"text": "\\u001b[2J12 people \\u202edied, <img src=x onerror=alert(1)> said. [bold]:fire:[/bold]"}\n'
)

CASES = (
    ("an empty file", "read empty.txt"),
    ("an empty file", "add s empty.txt"),
    ("a file of blanks", "read blank.txt"),
    ("a missing file", "read missing.txt"),
    ("a missing file among good ones", "add mixed missing.txt good.txt"),
    ("a folder", "read folder"),
    ("an empty folder", "add s folder"),
    ("a picture", "read picture.jpg"),
    ("binary", "read noise.bin"),
    ("zero bytes", "read zeros.txt"),
    ("a line of 50 MB", "read long.txt"),
    ("a line of 50 MB in JSON Lines", "add long long.jsonl"),
    ("broken JSON on line 7", "add seven seven.jsonl"),
    ("the same again: nothing lost", "add seven seven.jsonl"),
    ("JSON that is no object", "read list.jsonl"),
    ("a report whose text is no text", "read number.jsonl"),
    ("a date that is none", "read good.txt --published someday"),
    ("a date that is none, in a report", "read date.jsonl"),
    ("a date that is none", "account seven --as-of 2031-13-01"),
    ("invalid UTF-8", "read latin.txt"),
    ("half a character at the end", "read half.txt"),
    ("UTF-16", "read utf16.txt"),
    ("a story name with slashes", "add a/b good.txt"),
    ("a story name that climbs", "add ../../s good.txt"),
    ("a story name like an option", "add -- -s good.txt"),
    ("a story that is not there", "account nothing-there"),
    ("a ledger that is not ours", "account s --ledger shopping.db"),
    ("a ledger that is no database", "add s good.txt --ledger notes.txt"),
    ("a ledger cut short", "account seven --ledger cut.db"),
    ("a ledger in no folder", "add s good.txt --ledger no/such/x.db"),
    ("a ledger that is a folder", "add s good.txt --ledger folder"),
    ("a disk that cannot be written", "add s good.txt --ledger /proc/x.db"),
    ("a page where nothing can be written", "page seven -o /proc/x.html"),
    ("a page in place of a folder", "page seven -o folder"),
    ("an export to a full disk", "export seven -o /dev/full"),
    ("standard output on a full disk", "export seven > /dev/full"),
    ("a policy that is none", "account seven --policy loudest"),
    ("a policy that is none", "page seven --policy loudest"),
    ("a kind that is none", "claims seven --kind rumour"),
    ("a line that is none", "claims seven --line murdered"),
    ("a figure that is none", "settle seven killed twelve --because x"),
    ("a figure below none", "settle seven killed --because x -- -1"),
    ("no reason", "settle seven killed 12 --because ' '"),
    ("a format that is none", "export seven --format xml"),
    ("a command that is none", "raed good.txt"),
    ("an option that is none", "read good.txt --jsn"),
    ("nothing on standard input", "read - < empty.txt"),
    ("hostile words on a terminal", "read hostile.jsonl"),
    ("hostile words in a story", "add hostile hostile.jsonl"),
    ("a pipe that is closed", "claims seven | head -1"),
)


def lay_out(folder: Path) -> None:
    files = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "good.txt": GOOD.encode(),
        "picture.jpg": b"\xff\xd8\xff\xe0" + bytes(100),
        "noise.bin": bytes(range(256)) * 40,
        "zeros.txt": bytes(5000),
        "seven.jsonl": "".join(
            '{"text": "12 died\n' if place == 7 else LINE % (place, place + 10, place) for place in range(1, 10)
        ).encode(),
        "list.jsonl": b'[1, 2]\n"words"\n',
        "number.jsonl": b'{"text": 12}\n',
        "date.jsonl": b'{"text": "Twelve people died, the governor said.", "published_at": "soon"}\n',
        "latin.txt": "Zwölf Tote. Twelve people died, the governor of Göteborg said.\n".encode("latin-1"),
        "half.txt": GOOD.encode() + b"\xe2\x82",
        "utf16.txt": GOOD.encode("utf-16"),
        "notes.txt": b"milk, eggs",
        "hostile.jsonl": HOSTILE.encode(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "folder").mkdir()
    piece = b"Twelve people died, the governor said. "
    (folder / "long.txt").write_bytes(piece * (50_000_000 // len(piece)))
    (folder / "long.jsonl").write_bytes(
        (LINE % (1, 11, 1)).encode()
        + b'{"text": "'
        + piece * (50_000_000 // len(piece))
        + b'"}\n'
        + (LINE % (2, 12, 2)).encode()
    )
    sqlite3.connect(folder / "shopping.db").execute("create table shopping (what)").connection.close()


def told(command: str, folder: Path) -> tuple[int, str, str]:
    program = f"{shlex.quote(sys.executable)} -m reportedly "
    surroundings = {name: value for name, value in os.environ.items() if name != "REPORTEDLY_LEDGER"}
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", program + command],
        cwd=folder,
        env=surroundings | {"COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def cell(text: str, longest: int = 230) -> str:
    line = " ⏎ ".join(part.strip() for part in text.strip().splitlines() if part.strip())
    line = line if len(line) <= longest else line[:longest].rstrip() + "…"
    return "" if not line else "`` " + re.sub(r"\|", "¦", line).replace("``", "''") + " ``"


def main() -> None:
    print(__doc__.split("\n")[0] if __doc__ else "")
    print("\nMeasured on 2026-11-22 by `python scripts/bad_input.py > docs/measurements/bad-input.md`, which makes the")
    print(
        "files it names. Status: 0 done, 1 nothing could be read, 2 wrong use. `⏎` is the end of a line, `¦` a bar.\n"
    )
    print("| what | `reportedly` … | status | on standard error | on standard output |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        for what, command in CASES:
            if "cut.db" in command:
                (folder / "cut.db").write_bytes((folder / "reportedly.db").read_bytes()[:9000])
            status, out, error = told(command, folder)
            row = what, f"`{command.replace('|', '¦')}`", str(status), cell(error, 400), cell(out, 160)
            print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
