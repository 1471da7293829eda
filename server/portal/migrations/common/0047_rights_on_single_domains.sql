-- What is done on domains is given on all of them, on those that come later, or on single ones, as it is on services. It
-- was given on the account: that meant all of them, and is moved there. A check is changed with its table.
CREATE TABLE grants_before AS SELECT * FROM grants;
DROP TABLE grants;

-- Everything given, one row each. kind 'role': key is the role's. kind 'privilege': key is the privilege's. kind
-- 'operation': key is the operation's. scope says on what of its kind: '' on the account; 'all', 'new' (those that come
-- later) or an id of services or domains. The subject is a contact today. Keys this version does not know are kept and
-- grant nothing.
CREATE TABLE grants (
    account_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('role', 'privilege', 'operation')),
    scope_kind TEXT NOT NULL CHECK (scope_kind IN ('account', 'service', 'domain')),
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    service_id TEXT,
    domain_id TEXT,
    granted_by TEXT,
    granted_at BIGINT NOT NULL,
    starts_at BIGINT,
    ends_at BIGINT,
    reason TEXT,
    PRIMARY KEY (account_id, subject_id, kind, scope_kind, scope, key),
    FOREIGN KEY (account_id, service_id) REFERENCES services (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, domain_id) REFERENCES domains (account_id, id) ON DELETE CASCADE,
    CHECK (service_id IS NULL OR (scope_kind = 'service' AND service_id = scope)),
    CHECK (domain_id IS NULL OR (scope_kind = 'domain' AND domain_id = scope)),
    CHECK (scope_kind <> 'domain' OR scope IN ('all', 'new') OR domain_id IS NOT NULL),
    CHECK (scope_kind <> 'account' OR (kind <> 'operation' AND scope = '')),
    CHECK (scope_kind <> 'service' OR kind = 'operation'),
    CHECK (scope_kind <> 'domain' OR kind <> 'role')
);

INSERT INTO grants (
    account_id, subject_id, kind, scope_kind, scope, key, service_id, domain_id, granted_by, granted_at, starts_at,
    ends_at, reason
) SELECT account_id, subject_id, kind, scope_kind, scope, key, service_id, domain_id, granted_by, granted_at, starts_at,
    ends_at, reason FROM grants_before;
DROP TABLE grants_before;

UPDATE grants SET kind = 'operation', scope_kind = 'domain', scope = 'all'
WHERE kind = 'privilege' AND scope_kind = 'account' AND scope = '' AND key IN (
    'domains.nameservers', 'domains.dns', 'domains.whois', 'domains.ownership', 'domains.transfer'
);

CREATE INDEX grants_by_service ON grants (account_id, service_id) WHERE service_id IS NOT NULL;
CREATE INDEX grants_by_domain ON grants (account_id, domain_id) WHERE domain_id IS NOT NULL;
CREATE INDEX grants_by_role ON grants (account_id, key) WHERE kind = 'role';

CREATE TABLE access_requests_before AS SELECT * FROM access_requests;
DROP TABLE access_requests;

-- Who asked for which right, why, and what became of it. The scope is empty, or the id of a service or a domain.
CREATE TABLE access_requests (
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    right_key TEXT NOT NULL,
    scope TEXT NOT NULL,
    service_id TEXT,
    domain_id TEXT,
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
    FOREIGN KEY (account_id, domain_id) REFERENCES domains (account_id, id) ON DELETE CASCADE,
    CHECK (COALESCE(service_id, domain_id, '') = scope),
    CHECK (service_id IS NULL OR domain_id IS NULL),
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
