"""Files that are written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reportedly.errors import WrongUse


def written(path: Path, pieces: Iterable[str] | Iterable[bytes]) -> Path:
    """Writes the pieces, words as UTF-8, and returns the path; what stood there stays until all of the new is there. A
    link stays a link, and a device or a pipe is written to. Raises WrongUse where it cannot be written."""
    if path.is_dir():
        raise WrongUse(f"{path} is a folder; name a file in it")
    try:
        if path.exists() and not path.is_file():  # /dev/stdout: to be written to, never to be put aside
            with path.open("wb") as there:
                there.writelines(map(as_bytes, pieces))
            return path
        target = path.resolve()
        mark, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=target.parent)
        try:
            with os.fdopen(mark, "wb") as file:
                file.writelines(map(as_bytes, pieces))
            Path(name).chmod(0o666 & ~_umask())  # a temporary file is private, a page is for showing
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as failed:
        raise WrongUse(f"{path} cannot be written ({failed.strerror or failed}); name another with -o") from None
    return path


def as_bytes(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
