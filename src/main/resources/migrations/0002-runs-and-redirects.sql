-- A run is several changes made as one, such as an import: run is the number of its first change, null where a change
-- stands alone. A record that was merged into another says here where it leads, as TYPE/ID.
ALTER TABLE change ADD COLUMN run INTEGER;

CREATE INDEX change_of_run ON change (run);

ALTER TABLE record ADD COLUMN leads_to TEXT;

CREATE INDEX record_leads_to ON record (leads_to);
