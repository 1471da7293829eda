-- Whom each row of an account's log is about: who did it, and the contacts it was done to, as the log calls them. A trigger
-- makes it of the rows, so that the two can't differ; the log is filtered with it. Many rows take longer than a statement
-- may otherwise.
SET LOCAL statement_timeout = 0;
CREATE TABLE audit_contacts (
    chain TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (chain, contact_id, seq)
);

CREATE INDEX audit_by_kind ON audit (chain, kind, seq);
CREATE INDEX audit_by_time ON audit (chain, at);

INSERT INTO audit_contacts (chain, contact_id, seq, name)
    SELECT chain, CAST(details AS json) -> 'by' -> 'person' ->> 'contact', seq, person_name FROM audit
    WHERE chain <> '' AND (CAST(details AS json) -> 'by' -> 'person' ->> 'contact') IS NOT NULL
    ON CONFLICT DO NOTHING;
-- Rows from before they said which contact it was.
INSERT INTO audit_contacts (chain, contact_id, seq, name)
    SELECT a.chain, c.id, a.seq, a.person_name FROM audit a
    JOIN contacts c ON c.account_id = a.chain AND c.person_id = a.person_id
    WHERE a.chain <> '' AND (CAST(a.details AS json) -> 'by') IS NULL
    ON CONFLICT DO NOTHING;
INSERT INTO audit_contacts (chain, contact_id, seq, name)
    SELECT a.chain, target.pair ->> 0, a.seq, COALESCE(target.pair ->> 1, '')
    FROM audit a, json_array_elements(CAST(a.details AS json) -> 'targets') AS target (pair) WHERE a.chain <> ''
    ON CONFLICT DO NOTHING;

CREATE FUNCTION audit_contacts_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_contacts (chain, contact_id, seq, name)
        SELECT new.chain, CAST(new.details AS json) -> 'by' -> 'person' ->> 'contact', new.seq, new.person_name
        WHERE (CAST(new.details AS json) -> 'by' -> 'person' ->> 'contact') IS NOT NULL
        ON CONFLICT DO NOTHING;
    INSERT INTO audit_contacts (chain, contact_id, seq, name)
        SELECT new.chain, target.pair ->> 0, new.seq, COALESCE(target.pair ->> 1, '')
        FROM json_array_elements(CAST(new.details AS json) -> 'targets') AS target (pair)
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_contacts_insert AFTER INSERT ON audit
    FOR EACH ROW WHEN (new.chain <> '') EXECUTE FUNCTION audit_contacts_insert();
