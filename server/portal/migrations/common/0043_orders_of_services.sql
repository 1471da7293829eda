-- The orders of My Services beside that by name. Those without a date come last; `records::holdings` says it the same way.
CREATE INDEX services_by_expiry ON services (account_id, COALESCE(expires_at, 9223372036854775807), id);
CREATE INDEX services_by_due ON services (account_id, COALESCE(next_due_at, 9223372036854775807), id);
