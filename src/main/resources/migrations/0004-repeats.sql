-- Answers to requests that carried a key of the caller's choosing, so that a repeated request is done once.
CREATE TABLE repeated (
    hash TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    at_millis BIGINT NOT NULL
);

CREATE INDEX repeated_at ON repeated (at_millis);
