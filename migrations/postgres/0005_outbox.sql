-- Mails decided on. A row is written in the transaction of the change that causes it, with its bytes,
-- so that sending it twice after a crash sends the same message.

CREATE TABLE outbox (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    event_id UUID REFERENCES events (id),
    registration_id UUID REFERENCES registrations (id),
    recipient TEXT NOT NULL,
    recipient_lower TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    subject TEXT NOT NULL,
    message BYTEA NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    envelope_from TEXT NOT NULL,
    calendar_uid TEXT,
    sequence BIGINT CHECK (sequence >= 0),
    method TEXT CHECK (method IN ('REQUEST', 'CANCEL')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'dropped', 'kept')),
    attempts BIGINT NOT NULL DEFAULT 0,
    next_attempt_at BIGINT NOT NULL,
    lease_token UUID,
    leased_until BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    -- When the mail server took it, or refused it for good.
    settled_at BIGINT,
    -- Rows without a calendar part are not compared: their columns are NULL.
    UNIQUE (calendar_uid, recipient_lower, sequence, method),
    CHECK ((calendar_uid IS NULL) = (sequence IS NULL)),
    CHECK ((calendar_uid IS NULL) = (method IS NULL)),
    CHECK ((state = 'sending') = (lease_token IS NOT NULL)),
    CHECK ((state = 'sending') = (leased_until IS NOT NULL))
);

CREATE INDEX outbox_due ON outbox (state, next_attempt_at);
CREATE INDEX outbox_network ON outbox (network_id, created_at);
CREATE INDEX outbox_event ON outbox (event_id);
CREATE INDEX outbox_registration ON outbox (registration_id);
