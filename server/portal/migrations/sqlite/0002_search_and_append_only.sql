CREATE INDEX contacts_by_name ON contacts (account_id, rank, sort_name, id);
CREATE INDEX contacts_by_email ON contacts (account_id, rank, email_key, id);
CREATE INDEX contacts_by_state ON contacts (account_id, rank, state, id);
CREATE INDEX contacts_by_sign_in ON contacts (account_id, rank, last_sign_in, id);

-- The trigram index. Its row number is this table's own, which VACUUM keeps; a table's implicit one would not stay.
CREATE TABLE contact_search_rows (
    row_number INTEGER PRIMARY KEY,
    contact_id TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE contact_search USING fts5 (search_text, content = '', contentless_delete = 1, tokenize = 'trigram');

CREATE TRIGGER contact_search_insert AFTER INSERT ON contacts BEGIN
    INSERT INTO contact_search_rows (contact_id) VALUES (new.id);
    INSERT INTO contact_search (rowid, search_text)
        SELECT row_number, new.search_text FROM contact_search_rows WHERE contact_id = new.id;
END;
CREATE TRIGGER contact_search_update AFTER UPDATE OF search_text ON contacts
WHEN old.search_text <> new.search_text BEGIN
    UPDATE contact_search SET search_text = new.search_text
        WHERE rowid = (SELECT row_number FROM contact_search_rows WHERE contact_id = new.id);
END;
CREATE TRIGGER contact_search_delete AFTER DELETE ON contacts BEGIN
    DELETE FROM contact_search WHERE rowid = (SELECT row_number FROM contact_search_rows WHERE contact_id = old.id);
    DELETE FROM contact_search_rows WHERE contact_id = old.id;
END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
