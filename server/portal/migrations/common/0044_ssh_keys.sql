-- The SSH keys with which an account's servers are set up: public ones. Who added one is a snapshot, as in the log.
CREATE TABLE ssh_keys (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    sort_label TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    -- The line of OpenSSH, without a comment.
    line TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX ssh_keys_by_fingerprint ON ssh_keys (account_id, fingerprint);
