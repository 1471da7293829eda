-- Contacts without a name sort by email. Where their person has changed it, some are sorted by the old one still. What they
-- are found by is today's, after a space.
UPDATE contacts SET sort_name = SUBSTR(search_text, 2) WHERE first_name = '' AND last_name = '';

-- In the trigram index the rows of an account stand together, so that a search in one reads those of no other: its rows are
-- numbered from (number << 32) + 1.
CREATE TABLE contact_search_accounts (
    number INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL UNIQUE,
    -- How many row numbers it was given; none is given twice.
    given INTEGER NOT NULL
);
DROP TRIGGER contact_search_insert;
DROP TABLE contact_search;
CREATE VIRTUAL TABLE contact_search USING fts5 (search_text, content = '', contentless_delete = 1, tokenize = 'trigram');
DELETE FROM contact_search_rows;

INSERT INTO contact_search_accounts (account_id, given) SELECT account_id, COUNT(*) FROM contacts GROUP BY account_id;
INSERT INTO contact_search_rows (row_number, contact_id)
    SELECT (a.number << 32) + ROW_NUMBER() OVER (PARTITION BY c.account_id ORDER BY c.id), c.id
    FROM contacts c JOIN contact_search_accounts a ON a.account_id = c.account_id;
INSERT INTO contact_search (rowid, search_text)
    SELECT r.row_number, c.search_text FROM contact_search_rows r JOIN contacts c ON c.id = r.contact_id
    ORDER BY r.row_number;

CREATE TRIGGER contact_search_insert AFTER INSERT ON contacts BEGIN
    INSERT INTO contact_search_accounts (account_id, given) VALUES (new.account_id, 1)
        ON CONFLICT (account_id) DO UPDATE SET given = given + 1;
    INSERT INTO contact_search_rows (row_number, contact_id)
        SELECT (number << 32) + given, new.id FROM contact_search_accounts WHERE account_id = new.account_id;
    INSERT INTO contact_search (rowid, search_text)
        SELECT row_number, new.search_text FROM contact_search_rows WHERE contact_id = new.id;
END;
