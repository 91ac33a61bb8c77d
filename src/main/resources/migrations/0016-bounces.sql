-- What comes back later. A notice counts for letters that were made after the address was confirmed, and is read once.
ALTER TABLE reader ADD COLUMN confirmed_millis BIGINT NOT NULL DEFAULT 0;

-- A reader who is there already was confirmed at that moment or before.
UPDATE reader SET confirmed_millis = begun_millis;

CREATE INDEX reader_brief_of_message ON reader_brief (message_id);

CREATE TABLE mailbox_position (
    mailbox TEXT PRIMARY KEY,
    validity BIGINT NOT NULL,
    uid BIGINT NOT NULL
);
