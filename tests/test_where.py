"""Places: what a claim puts something in."""

from reportedly.read.where import where_put


def put(text: str) -> tuple[str, str | None] | None:
    where = where_put(text, ((0, len(text)),))
    if where is None:
        return None
    assert text[where.span[0] : where.span[1]] == where.text
    return where.name, where.country


def test_a_town_is_found_with_its_country() -> None:
    """A town that the words put something in comes with its country."""
    assert put("Twelve died in Izmir when a wall fell.") == ("Izmir", "TR")
    assert put("A bus plunged into a ravine near the town of Quetta, killing nine.") == ("Quetta", "PK")


def test_a_site_without_coordinates_keeps_its_name() -> None:
    """A named site that no gazetteer knows keeps its own words and no coordinates."""
    assert put("Gunmen hold workers at the Karsa Gorge dam.") == ("Karsa Gorge dam", None)


def test_a_surname_is_no_place() -> None:
    """A person who is called like a town puts nothing anywhere."""
    assert put("Mr Paris said twelve had died.") is None


def test_a_month_is_no_place() -> None:
    """There is a town called March; "in March" is not there."""
    assert put("Twelve died in March.") is None
