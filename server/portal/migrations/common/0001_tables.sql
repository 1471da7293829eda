-- Portable subset: TEXT and BIGINT only. Ids are UUIDv7 as TEXT, times unix milliseconds, booleans 0/1 with a CHECK,
-- structured values JSON in TEXT, hashes hex. Every table of an account has account_id in its key.

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    external_id TEXT UNIQUE,
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
    currency TEXT NOT NULL,
    hand_out TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE persons (
    id TEXT NOT NULL PRIMARY KEY,
    external_id TEXT UNIQUE,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    language TEXT,
    time_zone TEXT,
    password_hash TEXT,
    -- Who chose the password: 'self', 'other' (must be changed at the first sign-in), 'none'.
    password_by TEXT NOT NULL CHECK (password_by IN ('self', 'other', 'none')),
    -- The account that made the person; while it is their only one it may set their password (PRODUCT D5).
    made_by_account TEXT,
    verified_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE contacts (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    external_id TEXT,
    person_id TEXT REFERENCES persons (id),
    owner TEXT CHECK (owner IN ('legal', 'co')),
    -- 0 for owners, who stand first in every order, else 1.
    rank BIGINT NOT NULL CHECK (rank IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('contact_only', 'pending', 'active', 'suspended', 'declined', 'deleted')),
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    template TEXT,
    ends_at BIGINT,
    notifications_set BIGINT NOT NULL DEFAULT 0 CHECK (notifications_set IN (0, 1)),
    last_sign_in BIGINT NOT NULL DEFAULT 0,
    sort_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    deleted_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (account_id, id),
    UNIQUE (id),
    CHECK ((owner IS NULL AND rank = 1) OR (owner IS NOT NULL AND rank = 0)),
    CHECK ((state = 'deleted') = (deleted_at IS NOT NULL)),
    CHECK (owner IS NULL OR state = 'active')
);
CREATE UNIQUE INDEX contacts_email ON contacts (account_id, email_key) WHERE state <> 'deleted';
CREATE UNIQUE INDEX contacts_person ON contacts (account_id, person_id) WHERE state <> 'deleted' AND person_id IS NOT NULL;
CREATE UNIQUE INDEX contacts_legal_owner ON contacts (account_id) WHERE owner = 'legal';
CREATE UNIQUE INDEX contacts_external ON contacts (account_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX contacts_of_person ON contacts (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE services (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    external_id TEXT,
    name TEXT NOT NULL,
    product TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    expires_at BIGINT,
    sort_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (id)
);
CREATE UNIQUE INDEX services_external ON services (account_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX services_by_name ON services (account_id, sort_name, id);

-- Everything given, one row each. kind 'role': key is the role's. kind 'privilege': key is the privilege's. kind
-- 'operation': key is the operation's and scope says on what: 'all', 'new' (services bought later) or a service id.
-- The subject is a contact today. Keys this version does not know are kept and grant nothing.
CREATE TABLE grants (
    account_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('role', 'privilege', 'operation')),
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    service_id TEXT,
    granted_by TEXT,
    granted_at BIGINT NOT NULL,
    starts_at BIGINT,
    ends_at BIGINT,
    reason TEXT,
    PRIMARY KEY (account_id, subject_id, kind, scope, key),
    FOREIGN KEY (account_id, service_id) REFERENCES services (account_id, id) ON DELETE CASCADE,
    CHECK (service_id IS NULL OR service_id = scope),
    CHECK (kind = 'operation' OR scope = '')
);
CREATE INDEX grants_by_service ON grants (account_id, service_id) WHERE service_id IS NOT NULL;

CREATE TABLE notification_choices (
    account_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    category TEXT NOT NULL,
    PRIMARY KEY (account_id, contact_id, category),
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);

-- Every version of a contact: its history, what a stale edit is compared with, and what a deletion can bring back.
CREATE TABLE contact_versions (
    account_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT,
    by_name TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    PRIMARY KEY (account_id, contact_id, version),
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);

CREATE TABLE domains (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    external_id TEXT,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    expires_at BIGINT,
    sort_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (id)
);
CREATE UNIQUE INDEX domains_external ON domains (account_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX domains_by_name ON domains (account_id, sort_name, id);

CREATE TABLE invoices (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    external_id TEXT,
    number TEXT NOT NULL,
    status TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    due_at BIGINT,
    total_minor BIGINT NOT NULL,
    currency TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (id)
);
CREATE UNIQUE INDEX invoices_external ON invoices (account_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX invoices_latest ON invoices (account_id, issued_at, id);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES persons (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    idle_until BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    ip TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX sessions_of_person ON sessions (person_id, created_at);

CREATE TABLE viewings (
    id TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    UNIQUE (session_id, account_id, contact_id),
    FOREIGN KEY (account_id, contact_id) REFERENCES contacts (account_id, id) ON DELETE CASCADE
);

-- One-time tokens of mailed links. Only the hash is kept; the purpose is part of every look-up.
CREATE TABLE tokens (
    hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('reset_password')),
    person_id TEXT NOT NULL REFERENCES persons (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX tokens_of_person ON tokens (person_id);

-- Attempts per canonical key (a person, an address, an account and day): counted in the database, so that a restart or
-- a second node resets nothing.
CREATE TABLE attempts (
    key TEXT NOT NULL PRIMARY KEY,
    count BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL
);

CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_body TEXT NOT NULL,
    html_body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    leased_until BIGINT NOT NULL DEFAULT 0,
    attempts BIGINT NOT NULL DEFAULT 0,
    sent_at BIGINT,
    dead_at BIGINT,
    last_error TEXT,
    -- The right to this mail is asked again when it is sent: the contact it is for, where it is for one.
    account_id TEXT,
    contact_id TEXT
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL AND dead_at IS NULL;

-- One chain of hashes per account, and one, with the empty name, for the installation. Append-only by trigger.
CREATE TABLE audit (
    chain TEXT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person_id TEXT,
    person_name TEXT NOT NULL,
    as_contact TEXT,
    session_id TEXT,
    request_id TEXT NOT NULL,
    details TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (chain, seq)
);
CREATE TABLE audit_heads (
    chain TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);

-- The outcome of a form's submission, so that a retry or a double click gets the same answer; kept 24 hours.
CREATE TABLE submissions (
    person_id TEXT NOT NULL,
    id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, id)
);
