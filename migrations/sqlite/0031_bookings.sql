-- Bookings of workshops, in slots where whoever comes first is served first: a seat in an offer, or a place on its
-- waiting list. In each slot a person has one of each at most.

CREATE TABLE workshop_bookings (
    registration_id BLOB NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    slot_id BLOB NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    workshop_id BLOB NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('seated', 'waiting')),
    -- The order on the waiting list: lower is sooner.
    waiting_position INTEGER,
    booked_at INTEGER NOT NULL,
    PRIMARY KEY (registration_id, slot_id, state),
    CHECK ((state = 'waiting') = (waiting_position IS NOT NULL))
) STRICT;

CREATE INDEX workshop_bookings_offer ON workshop_bookings (slot_id, workshop_id);
CREATE INDEX workshop_bookings_workshop ON workshop_bookings (workshop_id);
