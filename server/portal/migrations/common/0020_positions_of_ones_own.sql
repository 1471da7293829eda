-- What open tabs are told is numbered for each person alone: a number that counts the changes of everybody tells an outsider
-- how many others make. What was told so far is forgotten: it was kept for an hour, and a tab that knows a position from
-- before asks for everything.
DROP TABLE live_events;
CREATE TABLE live_events (
    -- Among those of everybody. Never told.
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    -- Among those of the person, from 1. The last one is kept for ever: the next number follows from it.
    number BIGINT NOT NULL,
    account_id TEXT,
    -- To how many open sessions of the person it was handed at once.
    told BIGINT NOT NULL DEFAULT 0,
    UNIQUE (person_id, number)
);
