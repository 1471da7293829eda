-- Contacts without a name sort by email. Where their person has changed it, some are sorted by the old one still. What they
-- are found by is today's, after a space.
UPDATE contacts SET sort_name = SUBSTR(search_text, 2) WHERE first_name = '' AND last_name = '';

-- The trigram index begins with the account, so that a search in one reads the rows of no other. Many contacts take longer
-- than a statement may otherwise.
SET LOCAL statement_timeout = 0;
CREATE EXTENSION IF NOT EXISTS btree_gin;
DROP INDEX contact_search;
CREATE INDEX contact_search ON contacts USING gin (account_id, search_text gin_trgm_ops);
