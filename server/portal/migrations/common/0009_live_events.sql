-- What open tabs are told: whose rights may have changed, and on which account (none: whatever concerns the person).
-- Kept for an hour, for whoever was cut off meanwhile.
CREATE TABLE live_events (
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    account_id TEXT,
    -- To how many open sessions of the person it was handed at once.
    told BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX live_events_of_person ON live_events (person_id, seq);

-- The number of the last one. Its row is locked until the commit: whoever reads an event has read all before it.
CREATE TABLE live_head (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL
);
INSERT INTO live_head (one, seq) VALUES (1, 0);
