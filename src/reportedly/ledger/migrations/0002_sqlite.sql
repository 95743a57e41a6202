-- What was fetched, as it came, so that a claim can be proved to have stood there.

-- The bytes of an answer, once for all captures that hold them. packed: zlib over the bytes as they came; sha256 is of
-- those bytes, unpacked.
CREATE TABLE body (
    sha256 TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL
);

-- One answer of one server. headers: a JSON array of [name, value], in the server's order.
CREATE TABLE capture (
    sequence INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES story (sequence),
    url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES body (sha256)
);
CREATE INDEX capture_by_url ON capture (story, url);

-- Which reports were read out of which capture.
CREATE TABLE proof (
    report INTEGER NOT NULL REFERENCES report (sequence),
    capture INTEGER NOT NULL REFERENCES capture (sequence),
    PRIMARY KEY (report, capture)
) WITHOUT ROWID;

CREATE TRIGGER body_is_never_updated BEFORE UPDATE ON body BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER body_is_never_deleted BEFORE DELETE ON body BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER body_is_never_replaced BEFORE INSERT ON body
WHEN EXISTS (SELECT 1 FROM body WHERE sha256 = NEW.sha256) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER capture_is_never_updated BEFORE UPDATE ON capture BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER capture_is_never_deleted BEFORE DELETE ON capture BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER capture_is_never_replaced BEFORE INSERT ON capture
WHEN EXISTS (SELECT 1 FROM capture WHERE sequence = NEW.sequence) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;

CREATE TRIGGER proof_is_never_updated BEFORE UPDATE ON proof BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER proof_is_never_deleted BEFORE DELETE ON proof BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: no row is ever deleted');
END;

CREATE TRIGGER proof_is_never_replaced BEFORE INSERT ON proof
WHEN EXISTS (SELECT 1 FROM proof WHERE report = NEW.report AND capture = NEW.capture) BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only: this row is there already');
END;
