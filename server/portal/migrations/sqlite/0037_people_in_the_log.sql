-- Whom each row of an account's log is about: who did it, and the contacts it was done to, as the log calls them. A trigger
-- makes it of the rows, so that the two can't differ; the log is filtered with it.
CREATE TABLE audit_contacts (
    chain TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (chain, contact_id, seq)
) WITHOUT ROWID;

CREATE INDEX audit_by_kind ON audit (chain, kind, seq);
CREATE INDEX audit_by_time ON audit (chain, at);

INSERT OR IGNORE INTO audit_contacts (chain, contact_id, seq, name)
    SELECT chain, json_extract(details, '$.by.person.contact'), seq, person_name FROM audit
    WHERE chain <> '' AND json_extract(details, '$.by.person.contact') IS NOT NULL;
-- Rows from before they said which contact it was.
INSERT OR IGNORE INTO audit_contacts (chain, contact_id, seq, name)
    SELECT a.chain, c.id, a.seq, a.person_name FROM audit a
    JOIN contacts c ON c.account_id = a.chain AND c.person_id = a.person_id
    WHERE a.chain <> '' AND json_extract(a.details, '$.by') IS NULL;
INSERT OR IGNORE INTO audit_contacts (chain, contact_id, seq, name)
    SELECT a.chain, json_extract(target.value, '$[0]'), a.seq, json_extract(target.value, '$[1]')
    FROM audit a, json_each(a.details, '$.targets') AS target WHERE a.chain <> '';

CREATE TRIGGER audit_contacts_insert AFTER INSERT ON audit WHEN new.chain <> '' BEGIN
    INSERT OR IGNORE INTO audit_contacts (chain, contact_id, seq, name)
        SELECT new.chain, json_extract(new.details, '$.by.person.contact'), new.seq, new.person_name
        WHERE json_extract(new.details, '$.by.person.contact') IS NOT NULL;
    INSERT OR IGNORE INTO audit_contacts (chain, contact_id, seq, name)
        SELECT new.chain, json_extract(target.value, '$[0]'), new.seq, json_extract(target.value, '$[1]')
        FROM json_each(new.details, '$.targets') AS target;
END;
