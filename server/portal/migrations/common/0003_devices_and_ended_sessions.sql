-- The browsers that somebody has signed in with, each known by a token of which only the hash is kept.
CREATE TABLE devices (
    token_hash TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES persons (id),
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, person_id)
);

-- Whose session it was that somebody ended, for a form that was being filled in. It opens nothing.
CREATE TABLE ended_sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES persons (id),
    ended_at BIGINT NOT NULL
);
