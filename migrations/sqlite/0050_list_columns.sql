-- The columns that a member does not want to see in the list of an event's registrations.

CREATE TABLE list_columns (
    member_id BLOB NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    hidden TEXT NOT NULL,
    PRIMARY KEY (member_id, event_id)
) STRICT;

CREATE INDEX list_columns_event ON list_columns (event_id);
