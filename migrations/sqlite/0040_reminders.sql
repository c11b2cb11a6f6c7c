-- The mails that an event sends by itself, before it and after it. Events that are there already have none.

CREATE TABLE event_reminders (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('early', 'late', 'thanks')),
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    -- Before the first day of the event, or after its last one.
    days INTEGER NOT NULL CHECK (days >= 0),
    -- Where the event is.
    minute_of_day INTEGER NOT NULL CHECK (minute_of_day >= 0 AND minute_of_day < 1440),
    -- NULL: the usual words.
    subject TEXT,
    body TEXT,
    -- Since when it can go out. NULL for a draft.
    armed_at INTEGER,
    -- The time for which the last one went out.
    sent_for INTEGER,
    PRIMARY KEY (event_id, kind),
    CHECK ((subject IS NULL) = (body IS NULL))
) STRICT;
