"""The desk: reports are taken in and read here, and nothing is kept. What a face needs where there is no story; it
loads no database.
"""

from reportedly.ingest import Defaults, how_many, moment, reports
from reportedly.ingest.json_lines import from_json_lines
from reportedly.ingest.withdrawals import is_gone
from reportedly.read.reader import read, read_all

__all__ = ["Defaults", "from_json_lines", "how_many", "is_gone", "moment", "read", "read_all", "reports"]
