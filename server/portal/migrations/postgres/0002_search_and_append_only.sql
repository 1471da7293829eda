-- Text compares by bytes, as in SQLite, whatever the database's own collation.
ALTER TABLE contacts ALTER COLUMN sort_name TYPE TEXT COLLATE "C";
ALTER TABLE contacts ALTER COLUMN email_key TYPE TEXT COLLATE "C";
ALTER TABLE contacts ALTER COLUMN state TYPE TEXT COLLATE "C";
ALTER TABLE contacts ALTER COLUMN id TYPE TEXT COLLATE "C";
ALTER TABLE services ALTER COLUMN sort_name TYPE TEXT COLLATE "C";
ALTER TABLE domains ALTER COLUMN sort_name TYPE TEXT COLLATE "C";

CREATE INDEX contacts_by_name ON contacts (account_id, rank, sort_name, id);
CREATE INDEX contacts_by_email ON contacts (account_id, rank, email_key, id);
CREATE INDEX contacts_by_state ON contacts (account_id, rank, state, id);
CREATE INDEX contacts_by_sign_in ON contacts (account_id, rank, last_sign_in, id);

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX contact_search ON contacts USING gin (search_text gin_trgm_ops);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit is append-only';
END
$$;
CREATE TRIGGER audit_no_update BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
