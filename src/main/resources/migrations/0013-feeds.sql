-- Feeds that are subscribed to, and which of their episodes are known. Only SQL that PostgreSQL reads as well.
CREATE TABLE feed (
    number BIGINT PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    podcast TEXT,
    by_name TEXT NOT NULL,
    latest INTEGER NOT NULL,
    scanned INTEGER NOT NULL,
    included TEXT NOT NULL,
    excluded TEXT NOT NULL,
    paused INTEGER NOT NULL,
    added_millis BIGINT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    next_millis BIGINT NOT NULL,
    polled_millis BIGINT,
    succeeded_millis BIGINT,
    failures INTEGER NOT NULL,
    message TEXT NOT NULL
);

CREATE INDEX feed_by_next ON feed (next_millis);

CREATE TABLE feed_episode (
    feed BIGINT NOT NULL,
    guid TEXT NOT NULL,
    source TEXT,
    PRIMARY KEY (feed, guid)
);
