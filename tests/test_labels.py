"""The sentences written for the reader, and what is labelled in them."""

import json
from pathlib import Path
from typing import Any

import pytest
from training.figures import located, sentences
from training.gather import LABELS
from training.wording import by_wording

from reportedly.read.scope import NO_DOUBT
from reportedly.read.tagger.labels import KINDS, SCOPES

WRITTEN = sorted([*LABELS.glob("written-*.jsonl"), *LABELS.glob("unseen-*.jsonl")])


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_labelled_words_stand_in_their_sentence(path: Path) -> None:
    """Every phrase has a place of its own in its sentence, and every source and outlet stands there to the letter."""
    for row in rows(path):
        assert len(located(row["text"], row["figures"])) == len(row["figures"]), row["id"]
        for figure in row["figures"]:
            assert figure["kind"] in KINDS[1:]
            assert figure["scope"] in SCOPES
            assert figure["low"] is not None or figure["high"] is not None, row["id"]
            for who in (figure["source"], figure["via"]):
                assert who is None or who in row["text"], row["id"]


def test_wordings_are_held_against_the_labels() -> None:
    """A bomb of another day than the story's counts as one that the words leave no doubt of, and as background."""
    figure = {"phrase": "30", "start": 19, "kind": "killed", "low": 30, "high": 30, "scope": "background"}
    row = {
        "id": "one",
        "about": "Austria bombings of 4 March 2031",
        "published_at": "2031-03-06",
        "text": "A bomb in Graz has 30 dead; another killed 30 people on Wednesday.",
        "figures": [figure | {"start": 43}],
    }
    assert by_wording(sentences([row])) == {(True, NO_DOUBT, True): 1}


def test_what_is_tested_on_was_not_learnt_from() -> None:
    """Every label has a name of its own, and no sentence is both learnt from and tested on."""
    by_file = {path.stem: rows(path) for path in WRITTEN}
    ids = [row["id"] for found in by_file.values() for row in found]
    assert len({*ids}) == len(ids)
    texts = {name: {row["text"] for row in found} for name, found in by_file.items()}
    tested = set[str]().union(*(found for name, found in texts.items() if name.startswith("unseen")))
    learnt = set[str]().union(*(found for name, found in texts.items() if name.startswith("written")))
    assert tested and not tested & learnt
