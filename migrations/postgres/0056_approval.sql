-- Who may register for an event: also everybody who sees its page, while organisers decide about each.

ALTER TABLE events DROP CONSTRAINT events_admission_check;
ALTER TABLE events ADD CONSTRAINT events_admission_check CHECK (admission IN ('open', 'invited', 'approved'));
