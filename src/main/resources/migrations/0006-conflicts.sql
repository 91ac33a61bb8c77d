-- What people concluded about conflicts: every judgement is kept, the latest counts. A conflict is named by its id, which
-- is a hash of both claims and the question; versions tell whether a claim was changed since.
-- Only SQL that PostgreSQL reads as well.
CREATE TABLE judgement (
    conflict TEXT NOT NULL,
    version BIGINT NOT NULL,
    status TEXT NOT NULL,
    note TEXT NOT NULL,
    first_claim TEXT NOT NULL,
    first_version BIGINT NOT NULL,
    second_claim TEXT NOT NULL,
    second_version BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    at_millis BIGINT NOT NULL,
    PRIMARY KEY (conflict, version)
);
