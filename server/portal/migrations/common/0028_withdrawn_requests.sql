-- A request can be withdrawn, too: one more outcome. A check is changed with its table.
CREATE TABLE access_requests_before AS SELECT * FROM access_requests;
DROP TABLE access_requests;

-- Who asked for which right, why, and what became of it. The scope is that of `grants`: empty, or a service's id.
CREATE TABLE access_requests (
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    right_key TEXT NOT NULL,
    scope TEXT NOT NULL,
    service_id TEXT,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    outcome TEXT CHECK (outcome IN ('granted', 'declined', 'met', 'withdrawn')),
    decided_at BIGINT,
    decided_by TEXT,
    decided_by_name TEXT NOT NULL DEFAULT '',
    granted_until BIGINT,
    word TEXT NOT NULL DEFAULT '',
    decider TEXT,
    PRIMARY KEY (account_id, id),
    UNIQUE (id),
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, service_id) REFERENCES services (account_id, id) ON DELETE CASCADE,
    CHECK ((service_id IS NULL AND scope = '') OR service_id = scope),
    CHECK ((outcome IS NULL) = (decided_at IS NULL))
);

INSERT INTO access_requests (
    account_id, id, contact_id, right_key, scope, service_id, reason, created_at, outcome, decided_at, decided_by,
    decided_by_name, granted_until, word, decider
) SELECT account_id, id, contact_id, right_key, scope, service_id, reason, created_at, outcome, decided_at, decided_by,
    decided_by_name, granted_until, word, decider FROM access_requests_before;
DROP TABLE access_requests_before;

-- Identical requests collapse while nobody has decided.
CREATE UNIQUE INDEX access_requests_open ON access_requests (account_id, contact_id, right_key, scope)
    WHERE outcome IS NULL;
CREATE INDEX access_requests_of_contact ON access_requests (account_id, contact_id, created_at);
