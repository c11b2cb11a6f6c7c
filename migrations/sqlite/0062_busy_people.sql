-- Whom organisers need elsewhere in a time slot, as at the desk: they are placed in no workshop there.
CREATE TABLE busy_people (
    registration_id BLOB NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    slot_id BLOB NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    -- What for. NULL: it is not said.
    reason TEXT,
    PRIMARY KEY (registration_id, slot_id)
) STRICT;

CREATE INDEX busy_people_slot ON busy_people (slot_id);
