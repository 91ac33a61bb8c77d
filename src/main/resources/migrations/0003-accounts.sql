-- The desk: accounts, what they show to be let in, and what happened to them. Secrets are kept as hashes only.
-- Only SQL that PostgreSQL reads as well.
CREATE TABLE account (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    password TEXT,
    disabled INTEGER NOT NULL,
    made_millis BIGINT NOT NULL
);

CREATE TABLE token (
    number BIGINT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name),
    label TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    made_millis BIGINT NOT NULL
);

CREATE INDEX token_of_account ON token (account);

CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name),
    csrf TEXT NOT NULL,
    made_millis BIGINT NOT NULL,
    seen_millis BIGINT NOT NULL
);

CREATE INDEX session_of_account ON session (account);

-- A one-time link: to set a password, or, with an empty account, to make the first admin.
CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    until_millis BIGINT NOT NULL
);

CREATE TABLE audit (
    number BIGINT PRIMARY KEY,
    at_millis BIGINT NOT NULL,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    by_address TEXT NOT NULL,
    detail TEXT NOT NULL
);
