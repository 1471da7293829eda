-- The browsers known as one person's are limited at each sign-in, and forgotten with their sessions.
CREATE INDEX devices_of_person ON devices (person_id, seen_at);
