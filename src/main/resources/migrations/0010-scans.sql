-- Transcripts kept for review, scans with how they went, and which rules picked what they proposed. Only SQL that
-- PostgreSQL reads as well.
CREATE TABLE transcript (
    episode TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    content TEXT NOT NULL,
    added_millis BIGINT NOT NULL
);

CREATE TABLE scan_run (
    number BIGINT PRIMARY KEY,
    by_name TEXT NOT NULL,
    extractor TEXT NOT NULL,
    state TEXT NOT NULL,
    made_millis BIGINT NOT NULL,
    ended_millis BIGINT
);

CREATE TABLE scan_part (
    run BIGINT NOT NULL,
    place INTEGER NOT NULL,
    episode TEXT NOT NULL,
    state TEXT NOT NULL,
    segments INTEGER NOT NULL,
    candidates INTEGER NOT NULL,
    dropped TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (run, place)
);

CREATE TABLE scan_candidate (
    insight TEXT PRIMARY KEY,
    run BIGINT NOT NULL,
    proposal BIGINT NOT NULL,
    podcast TEXT NOT NULL
);

CREATE TABLE scan_candidate_rule (
    insight TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (insight, rule)
);

CREATE INDEX scan_candidate_of_rule ON scan_candidate_rule (rule);
