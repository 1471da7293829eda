-- What kind of thing a grant holds on: the account, services, or a domain. A domain's grants come with a later version;
-- this one keeps them, and they give nothing.
CREATE TABLE grants_before AS SELECT * FROM grants;
DROP TABLE grants;

-- Everything given, one row each. kind 'role': key is the role's. kind 'privilege': key is the privilege's. kind
-- 'operation': key is the operation's. scope says on what of its kind: '' on the account; 'all', 'new' (services bought
-- later) or an id of services; an id of domains. The subject is a contact today. Keys this version does not know are kept
-- and grant nothing.
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
    CHECK (scope_kind <> 'domain' OR (domain_id IS NOT NULL AND domain_id = scope)),
    CHECK (domain_id IS NULL OR scope_kind = 'domain'),
    CHECK (scope_kind <> 'account' OR (kind <> 'operation' AND scope = '')),
    CHECK (scope_kind <> 'service' OR kind = 'operation'),
    CHECK (scope_kind <> 'domain' OR kind <> 'role')
);

INSERT INTO grants (
    account_id, subject_id, kind, scope_kind, scope, key, service_id, granted_by, granted_at, starts_at, ends_at, reason
) SELECT account_id, subject_id, kind, CASE WHEN kind = 'operation' THEN 'service' ELSE 'account' END, scope, key,
    service_id, granted_by, granted_at, starts_at, ends_at, reason FROM grants_before;
DROP TABLE grants_before;

CREATE INDEX grants_by_service ON grants (account_id, service_id) WHERE service_id IS NOT NULL;
CREATE INDEX grants_by_domain ON grants (account_id, domain_id) WHERE domain_id IS NOT NULL;
CREATE INDEX grants_by_role ON grants (account_id, key) WHERE kind = 'role';
