"""A report's id, where nobody gave one: the same report, met again, has the same id."""

from datetime import UTC
from hashlib import sha256

from reportedly.report import Report


def identified(report: Report) -> str:
    """16 hex digits from what was published: who, where, when, what. Two outlets that print the same words are two
    reports; a page whose words changed is another report."""
    digest = sha256()
    when = None if report.published_at is None else report.published_at.astimezone(UTC).isoformat()
    for part in (report.outlet, report.url, report.title, when, report.text):
        # The mark keeps (None, "a") apart from ("a", None) and from ("", "a").
        digest.update(b"-" if part is None else b"=" + part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x00")
    return digest.hexdigest()[:16]
