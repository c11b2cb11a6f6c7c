-- What participants are told about the plan of a café, and who is there on its day.

-- A mail may tell a way through a café: JSON, as the model words it. It is what the calendar entry of the mail says.
-- A changed description alone has the SEQUENCE of the message before it, so mails that only tell a way may repeat it.
CREATE TABLE new_outbox (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    event_id BLOB REFERENCES events (id),
    registration_id BLOB REFERENCES registrations (id),
    recipient TEXT NOT NULL,
    recipient_lower TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    envelope_from TEXT NOT NULL,
    calendar_uid TEXT,
    sequence INTEGER CHECK (sequence >= 0),
    method TEXT CHECK (method IN ('REQUEST', 'CANCEL')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'dropped', 'kept')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    lease_token BLOB,
    leased_until INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    -- When the mail server took it, or refused it for good.
    settled_at INTEGER,
    position INTEGER NOT NULL DEFAULT 1,
    event_revision INTEGER,
    way TEXT,
    CHECK ((calendar_uid IS NULL) = (sequence IS NULL)),
    CHECK ((calendar_uid IS NULL) = (method IS NULL)),
    CHECK ((state = 'sending') = (lease_token IS NOT NULL)),
    CHECK ((state = 'sending') = (leased_until IS NOT NULL))
) STRICT;

INSERT INTO new_outbox (id, network_id, event_id, registration_id, recipient, recipient_lower, kind, language, subject,
    message_id, envelope_from, calendar_uid, sequence, method, state, attempts, next_attempt_at, lease_token,
    leased_until, last_error, created_at, settled_at, position, event_revision)
SELECT id, network_id, event_id, registration_id, recipient, recipient_lower, kind, language, subject,
    message_id, envelope_from, calendar_uid, sequence, method, state, attempts, next_attempt_at, lease_token,
    leased_until, last_error, created_at, settled_at, position, event_revision
FROM outbox;

DROP TABLE outbox;
ALTER TABLE new_outbox RENAME TO outbox;

-- Rows without a calendar part are not compared: their columns are NULL.
CREATE UNIQUE INDEX outbox_calendar ON outbox (calendar_uid, recipient_lower, sequence, method)
    WHERE kind <> 'way published';
CREATE INDEX outbox_due ON outbox (next_attempt_at, id) WHERE state = 'queued';
CREATE INDEX outbox_leased ON outbox (leased_until) WHERE state = 'sending';
CREATE INDEX outbox_network ON outbox (network_id, created_at);
CREATE INDEX outbox_event ON outbox (event_id);
CREATE INDEX outbox_registration ON outbox (registration_id, position);
CREATE INDEX outbox_refused ON outbox (event_id) WHERE state = 'refused';

-- Who is not there in all rounds of a café. Nobody else has a row.
CREATE TABLE attendance (
    plan_id BLOB NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    registration_id BLOB NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    -- Rounds, counted from 1. 0 as the last one: the person did not come.
    first_round INTEGER NOT NULL CHECK (first_round > 0),
    last_round INTEGER CHECK (last_round >= 0),
    member_id BLOB REFERENCES members (id),
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (plan_id, registration_id)
) STRICT;

CREATE INDEX attendance_registration ON attendance (registration_id);
CREATE INDEX attendance_member ON attendance (member_id);
