-- What participants are told about the plan of a café, and who is there on its day.

-- A mail may tell a way through a café: JSON, as the model words it. It is what the calendar entry of the mail says.
ALTER TABLE outbox ADD COLUMN way TEXT;

-- A changed description alone has the SEQUENCE of the message before it, so mails that only tell a way may repeat it.
-- Rows without a calendar part are not compared: their columns are NULL.
ALTER TABLE outbox DROP CONSTRAINT outbox_calendar_uid_recipient_lower_sequence_method_key;
CREATE UNIQUE INDEX outbox_calendar ON outbox (calendar_uid, recipient_lower, sequence, method)
    WHERE kind <> 'way published';

-- Who is not there in all rounds of a café. Nobody else has a row.
CREATE TABLE attendance (
    plan_id UUID NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    registration_id UUID NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    -- Rounds, counted from 1. 0 as the last one: the person did not come.
    first_round BIGINT NOT NULL CHECK (first_round > 0),
    last_round BIGINT CHECK (last_round >= 0),
    member_id UUID REFERENCES members (id),
    marked_at BIGINT NOT NULL,
    PRIMARY KEY (plan_id, registration_id)
);

CREATE INDEX attendance_registration ON attendance (registration_id);
CREATE INDEX attendance_member ON attendance (member_id);
