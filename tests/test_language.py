"""Refusing, rather than misreading, what is not English."""

import pytest

from reportedly.read.language import not_english


@pytest.mark.parametrize(
    ("news", "language"),
    [
        (
            "Al menos doce personas murieron en el terremoto que sacudió la ciudad, según el gobernador de la zona.",
            "Spanish",
        ),
        ("Au moins douze personnes sont mortes dans le séisme qui a frappé la ville, selon le gouverneur.", "French"),
        ("Bei dem Erdbeben sind mindestens zwölf Menschen ums Leben gekommen, und die Stadt ist ohne Strom.", "German"),
        (
            "По меньшей мере двенадцать человек погибли при землетрясении в городе, сообщил губернатор области утром.",
            "another script than Latin",
        ),
        ("At least twelve people died in the quake that struck the city, the governor said on Tuesday.", None),
        (
            "12 dead as quake hits Izmir: Complete coverage Izmir quake Izmir live Turkey quake map Izmir port photos",
            None,
        ),
        ("Doce muertos.", None),
    ],
)
def test_another_language_is_named(news: str, language: str | None) -> None:
    """A text in another language is told by its small words; too short a text is not judged."""
    assert not_english(news) == language
