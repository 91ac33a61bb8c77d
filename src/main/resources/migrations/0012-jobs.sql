-- What the server does again and again: whether it is held, which server has it until when, and its last run. Only SQL
-- that PostgreSQL reads as well.
CREATE TABLE job (
    name TEXT PRIMARY KEY,
    paused INTEGER NOT NULL,
    owner TEXT NOT NULL,
    lease_millis BIGINT NOT NULL,
    started_millis BIGINT,
    ended_millis BIGINT,
    outcome TEXT NOT NULL,
    message TEXT NOT NULL,
    late_millis BIGINT NOT NULL,
    failures BIGINT NOT NULL
);
