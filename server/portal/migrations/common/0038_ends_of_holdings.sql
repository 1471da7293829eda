-- For the first page of an account: what ends in a month, soon or long ago, however many services there are.
CREATE INDEX services_by_end ON services (account_id, status, expires_at);
CREATE INDEX domains_by_end ON domains (account_id, status, expires_at);
-- And the people for whom nobody has chosen any mails.
CREATE INDEX contacts_without_choice ON contacts (account_id) WHERE notifications_set = 0;
