-- Offers of access by mail, one per contact; the contact's own state and end show where it stands. `expires_at` is until
-- when it can be answered, `access_ends_at` when the access that it gives ends.
CREATE TABLE invitations (
    account_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    -- Whoever sent it last: they must still be able to give it when it is accepted.
    invited_by TEXT NOT NULL REFERENCES persons (id),
    email_key TEXT NOT NULL,
    -- 'open' waits for an answer, 'given' had access at once and can be refused.
    state TEXT NOT NULL CHECK (state IN ('open', 'given', 'accepted', 'declined', 'cancelled')),
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    access_ends_at BIGINT,
    decided_at BIGINT,
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account_id, contact_id),
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);
CREATE INDEX invitations_of_inviter ON invitations (invited_by);

-- The links of an invitation: the mailed one, and those handed out by hand. Only their hash is kept.
CREATE TABLE invitation_tokens (
    hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    FOREIGN KEY (account_id, contact_id) REFERENCES invitations (account_id, contact_id) ON DELETE CASCADE
);
CREATE INDEX invitation_tokens_of_invitation ON invitation_tokens (account_id, contact_id);
