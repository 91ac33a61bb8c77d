-- Rules of scans that curators switched off, and the scans that an episode was in. Only SQL that PostgreSQL reads as well.
CREATE TABLE scan_rule_off (
    rule TEXT PRIMARY KEY,
    by_name TEXT NOT NULL,
    at_millis BIGINT NOT NULL
);

CREATE INDEX scan_part_of_episode ON scan_part (episode);
