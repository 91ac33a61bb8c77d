-- Up to which change a brief knew the library, so that the next one tells what became of things watched since.
ALTER TABLE reader_brief ADD COLUMN change_known BIGINT NOT NULL DEFAULT 0;
