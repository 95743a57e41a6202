"""Files that are written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reportedly.errors import WrongUse


def written(path: Path, pieces: Iterable[str]) -> Path:
    """Writes the pieces, as UTF-8, and returns the path; what stood there stays until all of the new is there. A link
    stays a link, and a device or a pipe is written to. Raises WrongUse where it cannot be written."""
    if path.is_dir():
        raise WrongUse(f"{path} is a folder; name a file in it")
    try:
        if path.exists() and not path.is_file():  # /dev/stdout: to be written to, never to be put aside
            with path.open("w", encoding="utf-8", newline="") as there:
                there.writelines(pieces)
            return path
        target = path.resolve()
        mark, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=target.parent)
        try:
            with os.fdopen(mark, "w", encoding="utf-8", newline="") as file:
                file.writelines(pieces)
            Path(name).chmod(0o666 & ~_umask())  # a temporary file is private, a page is for showing
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as failed:
        raise WrongUse(f"{path} cannot be written ({failed.strerror or failed}); name another with -o") from None
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
