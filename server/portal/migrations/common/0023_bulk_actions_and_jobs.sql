-- Something done to many contacts at once: whom it is for, how far it is, and what came of it for each.
CREATE TABLE bulk_actions (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    -- In whose name, and in which session: the rest is not carried out once it has ended.
    person_id TEXT NOT NULL REFERENCES persons (id),
    session_id TEXT NOT NULL,
    action TEXT NOT NULL,
    -- JSON: the contacts chosen, a filter, or the bulk action that is taken back.
    targets TEXT NOT NULL,
    -- The last contact that was looked at; contacts are taken in the order of their ids.
    reached TEXT NOT NULL,
    progress TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX bulk_actions_created ON bulk_actions (created_at);

CREATE TABLE bulk_items (
    account_id TEXT NOT NULL,
    bulk_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    -- done, unchanged or refused; then with the reason, as JSON.
    result TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (account_id, bulk_id, contact_id),
    FOREIGN KEY (account_id, bulk_id) REFERENCES bulk_actions (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id)
);

-- Work to be done after a commit. A worker leases a row, carries it out and deletes it; what fails is tried again, and
-- kept with its error once it has failed too often.
CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- Of the waiting jobs of a name, one has a key.
    key TEXT NOT NULL,
    -- JSON.
    payload TEXT NOT NULL,
    -- Smaller ones first.
    priority BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    leased_until BIGINT NOT NULL DEFAULT 0,
    last_error TEXT,
    dead_at BIGINT
);
CREATE UNIQUE INDEX jobs_key ON jobs (name, key) WHERE dead_at IS NULL;
CREATE INDEX jobs_due ON jobs (priority, due_at) WHERE dead_at IS NULL;
