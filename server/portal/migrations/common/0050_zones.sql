-- Which name server has the zone of a domain: the name of a [[driver]] section, and what that driver calls the zone. Without
-- a driver the zone is nobody's to change here; without a handle it is called as the domain is.
ALTER TABLE domains ADD COLUMN driver TEXT;
ALTER TABLE domains ADD COLUMN handle TEXT;

-- Changes of zones: written down before they are handed to a name server, and what came of them.
CREATE TABLE zone_changes (
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    domain_id TEXT NOT NULL,
    -- In whose name and session, and under what it is written down (JSON).
    person_id TEXT NOT NULL REFERENCES persons (id),
    session_id TEXT NOT NULL,
    author TEXT NOT NULL,
    driver TEXT NOT NULL,
    handle TEXT NOT NULL,
    -- What each record set held and is to hold, JSON.
    changes TEXT NOT NULL,
    -- 'under_way', 'done', 'not_done' or 'unknown'.
    state TEXT NOT NULL,
    -- What the operator should know of a change that was not made.
    cause TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (account_id, id),
    UNIQUE (id),
    FOREIGN KEY (account_id, domain_id) REFERENCES domains (account_id, id)
);
-- One at a time.
CREATE UNIQUE INDEX zone_changes_under_way ON zone_changes (account_id, domain_id) WHERE state = 'under_way';
CREATE INDEX zone_changes_of_domain ON zone_changes (account_id, domain_id, created_at, id);
