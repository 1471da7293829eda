-- Contacts without a name sort by email. Where their person has changed it, some are sorted by the old one still. What they
-- are found by is today's, after a space.
UPDATE contacts SET sort_name = SUBSTR(search_text, 2) WHERE first_name = '' AND last_name = '';
