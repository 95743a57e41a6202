"""Lists by key that are cheap to copy: two copies share each list until one of them adds to it. It makes an accounting
that goes on a value, without a copy of ten thousand lists for each report."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Sheet = TypeVar("Sheet")


class Folders(Generic[Key, Sheet]):
    __slots__ = ("_lists", "_owner")

    def __init__(self) -> None:
        self._lists: dict[Key, tuple[object, list[Sheet]]] = {}
        """Each list with the mark of whoever may add to it: a copy has another mark, so the list is shared."""
        self._owner = object()

    def copy(self) -> "Folders[Key, Sheet]":
        other: Folders[Key, Sheet] = Folders()
        other._lists = self._lists.copy()
        self._owner = object()
        return other

    def get(self, key: Key) -> Sequence[Sheet]:
        """What was put there, in order; not to be kept while more is put."""
        found = self._lists.get(key)
        return () if found is None else found[1]

    def put(self, key: Key, sheet: Sheet) -> None:
        found = self._lists.get(key)
        if found is None:
            self._lists[key] = self._owner, [sheet]
        elif found[0] is self._owner:
            found[1].append(sheet)
        else:
            self._lists[key] = self._owner, [*found[1], sheet]

    def replace(self, key: Key, sheets: list[Sheet]) -> None:
        self._lists[key] = self._owner, sheets

    def pop(self, key: Key) -> list[Sheet]:
        """Takes the folder out, to be changed and replaced; empty where there is none."""
        found = self._lists.pop(key, None)
        if found is None:
            return []
        return found[1] if found[0] is self._owner else found[1].copy()

    def __iter__(self) -> Iterator[Key]:
        return iter(self._lists)

    def __contains__(self, key: object) -> bool:
        return key in self._lists
