"""Ingest: a file, a folder, a page or a stream of lines becomes reports, with the text kept as it was given.

`reports` is the way in. It never raises for news that cannot be read: that is a `Problem` in its place among the
reports, so that what came out pairs up with what went in.
"""

from reportedly.ingest.defaults import Defaults
from reportedly.ingest.moment import moment
from reportedly.ingest.place import how_many, reports

__all__ = ["Defaults", "how_many", "moment", "reports"]
