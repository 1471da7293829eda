-- What somebody is told of an account, until it is sent as one mail with everything else that they are told meanwhile.
CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    -- The recipient.
    contact_id TEXT NOT NULL,
    -- Empty for what they are told because it is about themselves, whatever they chose.
    category TEXT NOT NULL,
    about_contact TEXT,
    -- JSON: what happened, who did it, to whom.
    event TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);
CREATE INDEX notices_due ON notices (due_at);
CREATE INDEX notices_of_contact ON notices (account_id, contact_id, category);

-- Which mail it is, once its text is deleted.
ALTER TABLE outbox ADD COLUMN template TEXT;
