"""Where sentences begin and end, however the text came through."""

import time
from itertools import pairwise

from reportedly.read.prose import sentences


def read(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


def test_a_stop_ends_a_sentence() -> None:
    """Full stops, question marks and exclamation marks end sentences."""
    assert read("The dam burst. Who knew? Nobody!") == ["The dam burst.", "Who knew?", "Nobody!"]


def test_an_abbreviation_does_not_end_one() -> None:
    """Titles, initials, countries and hours carry stops that end nothing."""
    for text in (
        "Gen. Ivo Marr met Dr. Lenz at 9 a.m. on Monday in the U.S. embassy.",
        "Gov. J. P. Lorn asked for help from the U.N. mission.",
        "Ferry No. 7 left St. Orrin on Jan. 4 with 3.5 tons aboard.",
    ):
        assert read(text) == [text]


def test_an_abbreviation_may_end_one_before_an_opening_word() -> None:
    """ "a.m." ends the sentence where the next word can only open another."""
    assert read("It struck at 9 a.m. The harbour was full.") == ["It struck at 9 a.m.", "The harbour was full."]


def test_a_quotation_closes_after_the_stop() -> None:
    """The closing mark belongs to the sentence that it closes."""
    assert read("“The wall went.” Then water came.") == ["“The wall went.”", "Then water came."]


def test_words_after_a_shouted_quotation_stay_with_it() -> None:
    """A question in quotation marks and its "she asked" are one sentence."""
    assert len(read('"Where are the boats?" Mayor Lorn asked on Friday.')) == 1


def test_a_missing_space_still_ends_one() -> None:
    """Two sentences that lost the space between them are two."""
    assert read("The crew left the tanker.Rescuers found two.") == ["The crew left the tanker.", "Rescuers found two."]


def test_lines_are_paragraphs() -> None:
    """Each line is a paragraph, with or without an empty line between."""
    assert [s.paragraph for s in sentences("Toll rises\n\nSix died. One lives.\nRain goes on.")] == [0, 1, 1, 2]


def test_a_line_wrapped_in_mid_sentence_goes_on() -> None:
    """A line that starts in lower case goes on with the one before."""
    assert read("At least six people were\nkilled in Orrin.") == ["At least six people were\nkilled in Orrin."]


def test_the_dateline_and_the_credit_are_no_prose() -> None:
    """What stands before the dash and the brackets at the end tell no news."""
    assert read("ORRIN, Vesland (Reuters) - Six died. (Reuters) (BBC News)") == ["Six died."]


def test_furniture_is_left_out() -> None:
    """Links and pleas yield no sentence."""
    assert read("Six died.\nSEE ALSO: What floods do\nFollow us on Twitter") == ["Six died."]


def test_spans_are_in_order_and_inside_the_text() -> None:
    """Sentences never overlap, and hold no white space at their ends."""
    text = "  One.   Two…  \r\n\r\n\u00a0Three 4.5 (five. six) “seven!” eight "
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)


def test_nothing_gives_nothing() -> None:
    """An empty text has no sentence."""
    assert sentences("") == sentences(" \n\n ") == ()


def test_a_hostile_line_takes_linear_time() -> None:
    """A hundred kilobytes without a sentence end are read in well under a second."""
    for line in (
        "word " * 20_000,
        "." * 100_000,
        '"' * 100_000,
        "A. " * 33_000,
        "(" * 100_000,
        "\n" * 100_000,
        "12 " * 33_000,
    ):
        began = time.perf_counter()
        sentences(line)
        assert time.perf_counter() - began < 5, line[:10]


def test_a_sentence_has_an_end() -> None:
    """A file without a stop is cut at white space, and no word is lost."""
    text = "word " * 10_000
    assert " ".join(read(text)).split() == text.split()
    assert all(len(words) <= 10_000 for words in read(text))
