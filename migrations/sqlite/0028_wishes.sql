-- Wishes for workshops.

CREATE TABLE wish_setups (
    event_id BLOB NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    closes_local TEXT NOT NULL,
    closes_at INTEGER NOT NULL,
    -- How many wishes everybody is asked for.
    least INTEGER CHECK (least > 0),
    shows_demand INTEGER NOT NULL CHECK (shows_demand IN (0, 1)),
    -- Draws between equals. Never changes; public is only its hash.
    seed INTEGER NOT NULL CHECK (seed >= 0),
    revision INTEGER NOT NULL
) STRICT;

-- The wish lists that were saved, also empty ones. Whoever changes wishes locks the row.
CREATE TABLE wish_lists (
    registration_id BLOB NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
    saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE wishes (
    registration_id BLOB NOT NULL REFERENCES wish_lists (registration_id) ON DELETE CASCADE,
    workshop_id BLOB NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    -- From 1. There are gaps where a workshop was removed.
    rank INTEGER NOT NULL CHECK (rank > 0),
    PRIMARY KEY (registration_id, workshop_id)
) STRICT;

CREATE INDEX wishes_workshop ON wishes (workshop_id);

-- Slots that a person does not attend.
CREATE TABLE slot_absences (
    registration_id BLOB NOT NULL REFERENCES wish_lists (registration_id) ON DELETE CASCADE,
    slot_id BLOB NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    PRIMARY KEY (registration_id, slot_id)
) STRICT;

CREATE INDEX slot_absences_slot ON slot_absences (slot_id);
