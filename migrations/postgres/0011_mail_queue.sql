-- The bytes of a mail are in a table of their own: a change of its state does not touch them, and they are
-- deleted long before the line.

CREATE TABLE mail_messages (
    mail_id UUID NOT NULL PRIMARY KEY REFERENCES outbox (id),
    message BYTEA NOT NULL
);

INSERT INTO mail_messages (mail_id, message) SELECT id, message FROM outbox;
ALTER TABLE outbox DROP COLUMN message;

-- The order of the mails about one registration, whatever the clock said when they were queued.
ALTER TABLE outbox ADD COLUMN position BIGINT NOT NULL DEFAULT 1;

UPDATE outbox SET position = 1 + (
    SELECT COUNT(*) FROM outbox AS earlier
    WHERE earlier.registration_id = outbox.registration_id
    AND (earlier.created_at < outbox.created_at
        OR (earlier.created_at = outbox.created_at AND earlier.id < outbox.id)))
WHERE registration_id IS NOT NULL;

DROP INDEX outbox_registration;
CREATE INDEX outbox_registration ON outbox (registration_id, position);

-- Claims read what is due and nothing else.
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (next_attempt_at, id) WHERE state = 'queued';
CREATE INDEX outbox_leased ON outbox (leased_until) WHERE state = 'sending';

-- Addresses that a mail server refused for good. A network writes to them again when an organiser says so.
CREATE TABLE stopped_addresses (
    network_id UUID NOT NULL REFERENCES networks (id),
    address_lower TEXT NOT NULL,
    -- The mail server's reply.
    reason TEXT NOT NULL,
    stopped_at BIGINT NOT NULL,
    PRIMARY KEY (network_id, address_lower)
);
