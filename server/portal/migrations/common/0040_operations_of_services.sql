-- What is done to services: an order is written down before a driver is called, and its outcome afterwards.
CREATE TABLE service_operations (
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    -- No reference: what was done stays known, and a service that is another account's by now is one of the outcomes.
    service_id TEXT NOT NULL,
    -- JSON: what the driver is to do.
    task TEXT NOT NULL,
    -- In whose name, and the session in which it was asked for.
    person_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    asked_by_name TEXT NOT NULL,
    -- JSON: as logs name them.
    asked_by TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed', 'unknown')),
    percent BIGINT,
    -- Why it failed, as a customer is told.
    reason TEXT,
    -- The words of the other side, for the operator alone.
    cause TEXT,
    -- Whom it was handed to: the name of the driver, and the machine as it was told of it, as JSON.
    driver TEXT,
    machine TEXT,
    -- How often in a row the driver could not be asked.
    tries BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    begun_at BIGINT,
    ended_at BIGINT,
    PRIMARY KEY (account_id, id),
    UNIQUE (id),
    CHECK ((ended_at IS NULL) = (status IN ('waiting', 'running'))),
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);
-- One thing at a time is done to a service, whichever account it belongs to by then.
CREATE UNIQUE INDEX service_operations_open ON service_operations (service_id) WHERE ended_at IS NULL;
CREATE INDEX service_operations_of_service ON service_operations (account_id, service_id, created_at, id);
