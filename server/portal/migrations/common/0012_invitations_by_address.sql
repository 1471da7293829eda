-- A person who gives up an address ends what waits for an answer from it (SECURITY T20).
CREATE INDEX invitations_by_address ON invitations (email_key) WHERE state = 'open';
