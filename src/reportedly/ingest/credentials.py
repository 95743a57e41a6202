"""A name and a password that stand in an address, as those of a paid wire do. They open the door at that address and
go nowhere else: into no message, no report, no capture."""

from base64 import b64encode
from urllib.parse import unquote, urlsplit


def parted(address: str) -> tuple[str, str | None]:
    """The address without them, and the Authorization header that they make; None where it holds none."""
    try:
        parts = urlsplit(address)
        if "@" not in parts.netloc:
            return address, None
        written, _, host = parts.netloc.rpartition("@")
        pair = unquote(written) if ":" in written else f"{unquote(written)}:"
        return parts._replace(netloc=host).geturl(), "Basic " + b64encode(pair.encode("utf-8", "replace")).decode()
    except ValueError:
        return address, None
