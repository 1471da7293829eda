-- Only a link that went to the invited address by mail shows that whoever opens it reads that mailbox (SECURITY T18).
ALTER TABLE invitation_tokens ADD COLUMN mailed BIGINT NOT NULL DEFAULT 0 CHECK (mailed IN (0, 1));
