-- Rows from before are of format 0: their hash covers none of these columns. Newer rows have who did it (the kind: the
-- person is in `person_id`) and what it was done to, and their hash covers all four.
ALTER TABLE audit ADD COLUMN format BIGINT NOT NULL DEFAULT 0;
ALTER TABLE audit ADD COLUMN actor TEXT;
ALTER TABLE audit ADD COLUMN subject TEXT;
ALTER TABLE audit ADD COLUMN subject_id TEXT;
