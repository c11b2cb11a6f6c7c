-- Wishes for workshops.

CREATE TABLE wish_setups (
    event_id UUID NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    closes_local TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    -- How many wishes everybody is asked for.
    least BIGINT CHECK (least > 0),
    shows_demand BIGINT NOT NULL CHECK (shows_demand IN (0, 1)),
    -- Draws between equals. Never changes; public is only its hash.
    seed BIGINT NOT NULL CHECK (seed >= 0),
    revision BIGINT NOT NULL
);

-- The wish lists that were saved, also empty ones. Whoever changes wishes locks the row.
CREATE TABLE wish_lists (
    registration_id UUID NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
    saved_at BIGINT NOT NULL
);

CREATE TABLE wishes (
    registration_id UUID NOT NULL REFERENCES wish_lists (registration_id) ON DELETE CASCADE,
    workshop_id UUID NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    -- From 1. There are gaps where a workshop was removed.
    rank BIGINT NOT NULL CHECK (rank > 0),
    PRIMARY KEY (registration_id, workshop_id)
);

CREATE INDEX wishes_workshop ON wishes (workshop_id);

-- Slots that a person does not attend.
CREATE TABLE slot_absences (
    registration_id UUID NOT NULL REFERENCES wish_lists (registration_id) ON DELETE CASCADE,
    slot_id UUID NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    PRIMARY KEY (registration_id, slot_id)
);

CREATE INDEX slot_absences_slot ON slot_absences (slot_id);
