-- Links that lead one session to another site, once. Only the hash of a link's token is kept.
CREATE TABLE outbound_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- A session has few of them: the oldest are deleted for a new one.
CREATE INDEX outbound_links_of_session ON outbound_links (session_id, created_at);
