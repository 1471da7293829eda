-- The version of the contact that the action left: it is taken back only from that one. NULL where nothing was done, and in
-- rows from before.
ALTER TABLE bulk_items ADD COLUMN version BIGINT;
