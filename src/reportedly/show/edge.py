"""Where errors become one line and an exit status, and nowhere else: 0 done, 1 nothing could be read,
2 wrong use, 130 stopped by Ctrl-C."""

import os
import sys
from collections.abc import Callable

import typer

from reportedly.errors import NothingToRead, ReportedlyError
from reportedly.show.terminal import complain

try:
    from typer._click.exceptions import ClickException
except ImportError:  # until it brought its own, Typer stood on Click
    from click.exceptions import ClickException  # type: ignore[assignment]  # one or the other

DONE, NOTHING_READ, WRONG, OUR_FAULT, INTERRUPTED = 0, 1, 2, 70, 130


def status_of(command: Callable[[], object]) -> int:
    """Runs the command; what it raises is told on standard error in one line. Never raises."""
    try:
        try:
            ended = command()
        finally:
            _flush()
        if ended == INTERRUPTED:  # Typer gives an interrupted command's status back as if it were its result
            raise KeyboardInterrupt
        if type(ended) is int:
            return ended
    except BrokenPipeError:
        _nobody_listens()  # `| head` has seen enough: no failure of ours
    except typer.Exit as ended:
        return int(ended.exit_code)
    except ClickException as wrong:
        context = getattr(wrong, "ctx", None)
        path = "reportedly" if context is None else context.command_path
        complain(f"{wrong.format_message().rstrip('.')}; try `{path} --help`")
        return WRONG
    except (typer.Abort, KeyboardInterrupt):
        complain("stopped; what was acknowledged until now is kept")
        return INTERRUPTED
    except NothingToRead as nothing:
        complain(str(nothing))
        return NOTHING_READ
    except ReportedlyError as wrong:
        complain(str(wrong))
        return WRONG
    except OSError as failed:
        complain(f"{failed.filename or 'the output'}: {failed.strerror or failed}; check the path and the disk")
        return WRONG
    except Exception as fault:
        if os.environ.get("REPORTEDLY_DEBUG"):
            raise
        told = f"{type(fault).__name__}: {fault}"
        complain(f"a fault of reportedly's own ({told[:300]}); REPORTEDLY_DEBUG=1 shows where, please report it")
        return OUR_FAULT
    return DONE


def _flush() -> None:
    sys.stdout.flush()


def _nobody_listens() -> None:
    """Python flushes standard output once more as it ends, and would complain of the closed pipe then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
