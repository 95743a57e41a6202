-- The ledger: reports as they came, the claims read from them, the figures in the claims. Appended, never changed.

CREATE TABLE story (
    sequence INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    opened_at TEXT NOT NULL
);

-- What somebody said the story is about; the latest row holds.
CREATE TABLE about (
    sequence INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES story (sequence),
    text TEXT NOT NULL,
    recorded_at TEXT NOT NULL
);

-- page: the first recorded version of the same page (its own sequence where it is the first).
-- Which version revises which is derived from published_at among the versions of one page.
CREATE TABLE report (
    sequence INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES story (sequence),
    id TEXT NOT NULL,
    page INTEGER NOT NULL,
    given_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    outlet TEXT,
    agency TEXT,
    url TEXT,
    title TEXT,
    byline TEXT,
    published_at TEXT,
    recorded_at TEXT NOT NULL,
    about TEXT,
    text TEXT NOT NULL,
    UNIQUE (story, id)
);
CREATE INDEX report_by_given_id ON report (story, given_id);
CREATE INDEX report_by_url ON report (story, url) WHERE url IS NOT NULL;
CREATE INDEX report_by_page ON report (page);

CREATE TABLE claim (
    sequence INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (sequence),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    polarity TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT,
    source_named INTEGER NOT NULL,
    source_role TEXT,
    via TEXT,
    hedged INTEGER NOT NULL,
    confidence REAL NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (report, id)
);

CREATE TABLE figure (
    claim INTEGER NOT NULL REFERENCES claim (sequence),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    nationality TEXT NOT NULL,
    low INTEGER,
    high INTEGER,
    approx INTEGER NOT NULL,
    scope TEXT NOT NULL,
    part INTEGER NOT NULL,
    phrase TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE TABLE problem (
    sequence INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (sequence),
    message TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER
);

-- What a line came to in the end, as somebody settled it; the latest row of a line holds.
CREATE TABLE settlement (
    sequence INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES story (sequence),
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    nationality TEXT NOT NULL,
    value INTEGER NOT NULL,
    because TEXT NOT NULL,
    recorded_at TEXT NOT NULL
);
CREATE INDEX settlement_by_story ON settlement (story);

-- Append-only, enforced here and not by manners. INSERT OR REPLACE would delete without firing a delete trigger,
-- so a row that is there already refuses its replacement too.

CREATE TRIGGER story_is_never_updated BEFORE UPDATE ON story BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER story_is_never_deleted BEFORE DELETE ON story BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER story_is_never_replaced BEFORE INSERT ON story
WHEN EXISTS (SELECT 1 FROM story WHERE sequence = NEW.sequence OR name = NEW.name) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER about_is_never_updated BEFORE UPDATE ON about BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER about_is_never_deleted BEFORE DELETE ON about BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER about_is_never_replaced BEFORE INSERT ON about
WHEN EXISTS (SELECT 1 FROM about WHERE sequence = NEW.sequence) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER report_is_never_updated BEFORE UPDATE ON report BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER report_is_never_replaced BEFORE INSERT ON report
WHEN EXISTS (SELECT 1 FROM report WHERE sequence = NEW.sequence OR (story = NEW.story AND id = NEW.id)) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER claim_is_never_updated BEFORE UPDATE ON claim BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER claim_is_never_deleted BEFORE DELETE ON claim BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER claim_is_never_replaced BEFORE INSERT ON claim
WHEN EXISTS (SELECT 1 FROM claim WHERE sequence = NEW.sequence OR (report = NEW.report AND id = NEW.id)) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER figure_is_never_updated BEFORE UPDATE ON figure BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER figure_is_never_deleted BEFORE DELETE ON figure BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER figure_is_never_replaced BEFORE INSERT ON figure
WHEN EXISTS (SELECT 1 FROM figure WHERE claim = NEW.claim AND position = NEW.position) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER problem_is_never_updated BEFORE UPDATE ON problem BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER problem_is_never_deleted BEFORE DELETE ON problem BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER problem_is_never_replaced BEFORE INSERT ON problem
WHEN EXISTS (SELECT 1 FROM problem WHERE sequence = NEW.sequence) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER settlement_is_never_updated BEFORE UPDATE ON settlement BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER settlement_is_never_deleted BEFORE DELETE ON settlement BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER settlement_is_never_replaced BEFORE INSERT ON settlement
WHEN EXISTS (SELECT 1 FROM settlement WHERE sequence = NEW.sequence) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;
