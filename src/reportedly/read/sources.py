from reportedly.claim import Source
from reportedly.report import Span


def source(text: str, span: Span) -> Source:
    return Source(text[span[0] : span[1]], span)
