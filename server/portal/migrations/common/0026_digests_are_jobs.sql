-- What waits for one contact in one category is sent by a job, due with the first of it: so is what waits already.
INSERT INTO jobs (id, name, key, payload, priority, due_at, created_at)
SELECT MIN(id), 'notifications.digest', account_id || '/' || contact_id || '/' || category,
    '{"account":"' || account_id || '","contact":"' || contact_id || '","category":"' || category || '"}',
    50, MIN(due_at), MIN(due_at)
FROM notices GROUP BY account_id, contact_id, category;
DROP INDEX IF EXISTS notices_due;
