-- Series of events, the event that another one was copied from, and what the copy still needs.

CREATE TABLE event_series (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (network_id, name_key)
) STRICT;

ALTER TABLE events ADD COLUMN series_id BLOB REFERENCES event_series (id) ON DELETE SET NULL;
ALTER TABLE events ADD COLUMN copied_from BLOB REFERENCES events (id) ON DELETE SET NULL;

CREATE INDEX events_series ON events (series_id, starts_at);
CREATE INDEX events_copied_from ON events (copied_from);

CREATE TABLE event_copy_notes (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    part TEXT NOT NULL,
    -- A list of texts: the dates of the earlier event.
    found TEXT NOT NULL,
    PRIMARY KEY (event_id, part)
) STRICT;
