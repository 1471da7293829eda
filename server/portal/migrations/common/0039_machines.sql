-- What runs a service, and what was last seen of it. `driver` is the name of a [[driver]] section; without one nothing can
-- be done to the service here. `handle` is what that driver calls it.
ALTER TABLE services ADD COLUMN driver TEXT;
ALTER TABLE services ADD COLUMN handle TEXT;
-- The state and the main address that the driver reported, and when.
ALTER TABLE services ADD COLUMN state TEXT;
ALTER TABLE services ADD COLUMN address TEXT;
ALTER TABLE services ADD COLUMN seen_at BIGINT;
-- What it costs in a period ('month', 'quarter', 'half_year', 'year'), and when that is next due.
ALTER TABLE services ADD COLUMN price_minor BIGINT;
ALTER TABLE services ADD COLUMN currency TEXT;
ALTER TABLE services ADD COLUMN period TEXT;
ALTER TABLE services ADD COLUMN next_due_at BIGINT;

-- What drivers without a place of their own must not forget, by key.
CREATE TABLE driver_memory (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    version BIGINT NOT NULL
);
