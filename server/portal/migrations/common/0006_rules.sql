-- An account's own templates: copied when picked, so nobody is linked to them.
CREATE TABLE account_templates (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    privileges TEXT NOT NULL,
    operations TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (id),
    UNIQUE (account_id, name_key)
);

-- The latest transfer of an account's ownership: offered until it is accepted, then done until it can't be undone any
-- more.
CREATE TABLE ownership_transfers (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    from_contact TEXT NOT NULL,
    to_contact TEXT NOT NULL,
    -- What the new owner was before, to be that again when it is undone.
    to_was TEXT CHECK (to_was IN ('co')),
    state TEXT NOT NULL CHECK (state IN ('offered', 'done')),
    until BIGINT NOT NULL,
    FOREIGN KEY (account_id, from_contact) REFERENCES contacts (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, to_contact) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);
