"""Event or background: does a figure belong to what the story is about?"""

from reportedly.figure import Kind, Scope
from reportedly.read.links import Row
from reportedly.read.sentence import Setting


def scope_of(row: Row, index: int, kind: Kind, setting: Setting) -> Scope:
    return Scope.EVENT
