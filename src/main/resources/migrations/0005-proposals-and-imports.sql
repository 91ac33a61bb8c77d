-- What is not published yet, and imports with what they refused. Only SQL that PostgreSQL reads as well.
CREATE TABLE proposal (
    number BIGINT PRIMARY KEY,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    by_name TEXT NOT NULL,
    content TEXT NOT NULL,
    name TEXT NOT NULL,
    base_version BIGINT,
    origin TEXT NOT NULL,
    run BIGINT,
    detail TEXT NOT NULL,
    passage TEXT,
    passage_start INTEGER,
    passage_end INTEGER,
    made_millis BIGINT NOT NULL,
    changed_millis BIGINT NOT NULL,
    decided_by TEXT,
    decided_millis BIGINT,
    reason TEXT,
    change_n BIGINT
);

CREATE INDEX proposal_of_state ON proposal (state, number);

CREATE INDEX proposal_of_run ON proposal (run);

CREATE TABLE import_run (
    number BIGINT PRIMARY KEY,
    by_name TEXT NOT NULL,
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    mode TEXT NOT NULL,
    state TEXT NOT NULL,
    made_millis BIGINT NOT NULL,
    ended_millis BIGINT,
    run_n BIGINT,
    last_n BIGINT,
    read_records BIGINT NOT NULL,
    written BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    message TEXT NOT NULL,
    head TEXT NOT NULL
);

CREATE TABLE import_refusal (
    run BIGINT NOT NULL,
    place INTEGER NOT NULL,
    line BIGINT NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (run, place)
);
