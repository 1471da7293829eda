-- Signed callbacks of drivers' other sides that were taken, for as long as they would be taken again.
CREATE TABLE driver_callbacks (
    driver TEXT NOT NULL,
    nonce TEXT NOT NULL,
    known_until BIGINT NOT NULL,
    PRIMARY KEY (driver, nonce)
);
CREATE INDEX driver_callbacks_by_end ON driver_callbacks (known_until);

-- The ends of orders that were called back, until whoever carries them out has looked. `progress` is JSON.
CREATE TABLE driver_reports (
    driver TEXT NOT NULL,
    order_id TEXT NOT NULL,
    progress TEXT NOT NULL,
    heard_at BIGINT NOT NULL,
    PRIMARY KEY (driver, order_id)
);
CREATE INDEX driver_reports_by_age ON driver_reports (heard_at);
