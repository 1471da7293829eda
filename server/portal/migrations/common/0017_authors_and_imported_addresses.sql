-- Who did it, with address and contact: JSON of `domain::audit::By`. Rows from before have the name beside it alone.
ALTER TABLE contact_versions ADD COLUMN author TEXT;
ALTER TABLE access_requests ADD COLUMN decider TEXT;

-- The address that an import gave the person last: only another one in the file is a change. Whoever has proved an
-- address by themselves keeps it, whatever an import gave them before that.
ALTER TABLE persons ADD COLUMN imported_email_key TEXT;
UPDATE persons SET imported_email_key = email_key WHERE external_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM audit a WHERE a.chain = '' AND a.kind = 'email_confirmed' AND a.person_id = persons.id
);
