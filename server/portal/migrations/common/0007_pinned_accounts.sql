-- The accounts that a person keeps at the top of their own list.
CREATE TABLE account_pins (
    person_id TEXT NOT NULL REFERENCES persons (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    pinned_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, account_id)
);

-- What waits for somebody is counted over all of their accounts at once: without walking years of invoices, or every
-- contact of a large one.
CREATE INDEX invoices_unpaid ON invoices (account_id, due_at) WHERE status = 'unpaid';
CREATE INDEX contacts_ending ON contacts (account_id, ends_at) WHERE ends_at IS NOT NULL;
