"""Lists by key that are cheap to copy: two copies share each list until one of them adds to it. It makes an accounting
that goes on a value, without a copy of ten thousand lists for each report."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Sheet = TypeVar("Sheet")


class Folders(Generic[Key, Sheet]):
    __slots__ = ("_lists", "_own")

    def __init__(self) -> None:
        self._lists: dict[Key, list[Sheet]] = {}
        self._own: set[Key] = set()
        """The lists that no copy shares."""

    def copy(self) -> "Folders[Key, Sheet]":
        other: Folders[Key, Sheet] = Folders()
        other._lists = self._lists.copy()
        self._own = set()
        return other

    def get(self, key: Key) -> Sequence[Sheet]:
        """What was put there, in order; not to be kept while more is put."""
        return self._lists.get(key, ())

    def put(self, key: Key, sheet: Sheet) -> None:
        if key in self._own:
            self._lists[key].append(sheet)
        else:
            self._lists[key] = [*self._lists.get(key, ()), sheet]
            self._own.add(key)

    def replace(self, key: Key, sheets: list[Sheet]) -> None:
        self._lists[key] = sheets
        self._own.add(key)

    def pop(self, key: Key) -> list[Sheet]:
        """Takes the folder out, to be changed and replaced; empty where there is none."""
        own = key in self._own
        self._own.discard(key)
        found = self._lists.pop(key, None)
        return [] if found is None else found if own else found.copy()

    def __iter__(self) -> Iterator[Key]:
        return iter(self._lists)

    def __contains__(self, key: object) -> bool:
        return key in self._lists
