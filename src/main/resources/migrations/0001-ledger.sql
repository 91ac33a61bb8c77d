-- The ledger: one row for its head, every change, every record, every version, and who refers to whom now.
-- Only SQL that PostgreSQL reads as well.
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    ledger_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    hash TEXT NOT NULL,
    at_millis BIGINT NOT NULL
);

CREATE TABLE change (
    n INTEGER PRIMARY KEY,
    at_millis BIGINT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    records INTEGER NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    n INTEGER NOT NULL,
    published INTEGER NOT NULL,
    kind TEXT NOT NULL,
    framings TEXT NOT NULL
);

-- content is the canonical text, null where the version is a retraction.
CREATE TABLE version (
    n INTEGER NOT NULL,
    record INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content TEXT,
    PRIMARY KEY (n, record)
);

CREATE INDEX version_of_record ON version (record, version);

CREATE TABLE refers (
    from_record INTEGER NOT NULL,
    to_record INTEGER NOT NULL,
    PRIMARY KEY (from_record, to_record)
);

CREATE INDEX refers_to ON refers (to_record);
