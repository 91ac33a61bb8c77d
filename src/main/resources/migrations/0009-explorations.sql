-- Views of the pages that readers keep under a short id. Only SQL that PostgreSQL reads as well.
CREATE TABLE exploration (
    number BIGINT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at_millis BIGINT NOT NULL
);

CREATE INDEX exploration_of_account ON exploration (by_name, number);
