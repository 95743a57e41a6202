"""What the heads name, in the order of their outputs. A change here means that the model must be trained again."""

from __future__ import annotations

TAGS = ("", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")

HEDGES = ("", "B-hedge", "I-hedge")

LINKS = (
    "content cue",  # from each piece of a content to the first piece of its cue
    "cue source",  # from the first piece of a cue to the first piece of its source
    "cue source end",  # … and to the last
    "phrase source",  # from each piece of a number phrase to the first piece of who says it
    "phrase source end",
    "phrase noun",  # … to the word that names who is counted, where the text has it
)

KINDS = (
    "none", "killed", "wounded", "missing", "taken", "held", "freed", "escaped", "rescued", "trapped", "arrested",
    "evacuated", "displaced", "attackers", "present", "other",
)  # fmt: skip

# "" leaves it to the noun that the phrase links to
ROLES = (
    "", "people", "attackers", "police", "soldiers", "crew", "passengers", "prisoners", "protesters", "civilians",
    "hostages", "children", "workers", "residents", "foreigners", "women", "journalists", "students", "rescuers",
    "patients", "officials",
)  # fmt: skip

SCOPES = ("event", "background")
