-- The canonical text, packed: it repeats its addresses. Then content is the empty text; null still says retraction.
-- Versions that are there stay as they are.
ALTER TABLE version ADD COLUMN packed BYTEA;
