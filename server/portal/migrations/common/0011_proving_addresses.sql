-- Addresses that wait to be proved by whoever has the mailbox: a person's new one, or the present one. Only the hash of
-- the mailed token is kept.
CREATE TABLE email_tokens (
    hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES persons (id),
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX email_tokens_of_person ON email_tokens (person_id);
