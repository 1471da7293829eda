-- The request that a mail speaks of: when it is sent, its reader is asked again whether they can decide it.
ALTER TABLE outbox ADD COLUMN access_request_id TEXT;
