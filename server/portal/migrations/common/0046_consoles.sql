-- Tickets with which one session opens one console, once. Only the hash of a ticket's token is kept.
CREATE TABLE console_tickets (
    token_hash TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    service_id TEXT NOT NULL,
    -- 'view' or 'control'.
    mode TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- A session has few of them: the oldest are deleted for a new one.
CREATE INDEX console_tickets_of_session ON console_tickets (session_id, created_at);

-- The consoles that are open, on whichever node. A row goes when its console closes.
CREATE TABLE consoles (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    service_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, id)
);

-- How many consoles a change closed: those of the person whom the row tells of it.
ALTER TABLE live_events ADD COLUMN consoles BIGINT NOT NULL DEFAULT 0;
