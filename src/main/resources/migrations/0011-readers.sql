-- Readers of briefs: what they follow, when they read, what they were sent. Only SQL that PostgreSQL reads as well.
CREATE TABLE reader (
    number BIGINT PRIMARY KEY,
    account TEXT UNIQUE,
    address TEXT UNIQUE,
    confirmed INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    weekdays TEXT NOT NULL,
    zone TEXT NOT NULL,
    paused_until TEXT,
    begun_millis BIGINT NOT NULL,
    bounce TEXT
);

CREATE TABLE reader_follow (
    reader BIGINT NOT NULL,
    place INTEGER NOT NULL,
    what TEXT NOT NULL,
    weight TEXT NOT NULL,
    PRIMARY KEY (reader, what)
);

CREATE TABLE reader_link (
    hash TEXT PRIMARY KEY,
    reader BIGINT NOT NULL,
    kind TEXT NOT NULL,
    made_millis BIGINT NOT NULL
);

CREATE INDEX reader_link_of_reader ON reader_link (reader);

CREATE TABLE reader_brief (
    reader BIGINT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    message_id TEXT NOT NULL,
    content TEXT NOT NULL,
    made_millis BIGINT NOT NULL,
    tries INTEGER NOT NULL,
    next_millis BIGINT NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (reader, day)
);

CREATE INDEX reader_brief_of_state ON reader_brief (state, next_millis);

CREATE TABLE reader_item (
    reader BIGINT NOT NULL,
    insight TEXT NOT NULL,
    PRIMARY KEY (reader, insight)
);
