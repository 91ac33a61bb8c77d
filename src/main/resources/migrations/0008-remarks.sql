-- What readers say of claims: endorsements, disputes, comments. Withdrawn ones lose their text. A dispute is open until a
-- curator has answered it. Only SQL that PostgreSQL reads as well.
CREATE TABLE remark (
    number BIGINT PRIMARY KEY,
    insight TEXT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    by_name TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT,
    at_millis BIGINT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_millis BIGINT
);

CREATE INDEX remark_of_insight ON remark (insight, number);

CREATE INDEX remark_of_kind ON remark (kind, number);

CREATE INDEX remark_of_account ON remark (by_name, at_millis);
