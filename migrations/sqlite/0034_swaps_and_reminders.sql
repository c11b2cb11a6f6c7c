-- Swaps of workshops between two participants, and reminders to those without wishes.

ALTER TABLE wish_setups ADD COLUMN allows_swaps INTEGER NOT NULL DEFAULT 0 CHECK (allows_swaps IN (0, 1));
-- NULL: nobody is reminded unless an organiser says so.
ALTER TABLE wish_setups ADD COLUMN reminder_days INTEGER CHECK (reminder_days > 0);
-- Whether the reminder is still to be sent by itself.
ALTER TABLE wish_setups ADD COLUMN reminder_is_due INTEGER NOT NULL DEFAULT 0 CHECK (reminder_is_due IN (0, 1));
-- When the last reminder was sent.
ALTER TABLE wish_setups ADD COLUMN reminded_at INTEGER;

-- Who would give which seat for which other one in the same slot.
CREATE TABLE workshop_swaps (
    registration_id BLOB NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    slot_id BLOB NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    gives_id BLOB NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    wants_id BLOB NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    offered_at INTEGER NOT NULL,
    -- NULL: nobody has agreed yet.
    made_at INTEGER,
    PRIMARY KEY (registration_id, slot_id, wants_id)
) STRICT;

CREATE INDEX workshop_swaps_slot ON workshop_swaps (slot_id);
CREATE INDEX workshop_swaps_gives ON workshop_swaps (gives_id);
CREATE INDEX workshop_swaps_wants ON workshop_swaps (wants_id);
