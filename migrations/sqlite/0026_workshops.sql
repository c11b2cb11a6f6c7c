-- The programme of a conference: slots, and the workshops that are offered in them.

CREATE TABLE slots (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    starts_local TEXT NOT NULL,
    starts_occurrence TEXT NOT NULL CHECK (starts_occurrence IN ('first', 'second')),
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    -- How people come to their seats.
    way TEXT NOT NULL CHECK (way IN ('together', 'first come', 'wishes')),
    revision INTEGER NOT NULL
) STRICT;

CREATE INDEX slots_event ON slots (event_id);

CREATE TABLE workshops (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    -- Markdown.
    description TEXT NOT NULL,
    speakers TEXT,
    topic TEXT,
    language TEXT,
    step_free INTEGER NOT NULL CHECK (step_free IN (0, 1)),
    -- People in an offer, and those of one organisation.
    least INTEGER,
    most INTEGER,
    organisation_most INTEGER,
    state TEXT NOT NULL CHECK (state IN ('planned', 'called off')),
    revision INTEGER NOT NULL
) STRICT;

CREATE INDEX workshops_event ON workshops (event_id);

-- Workshops that one person cannot attend both. Each pair is here once.
CREATE TABLE workshop_clashes (
    workshop_id BLOB NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    other_id BLOB NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    PRIMARY KEY (workshop_id, other_id),
    CHECK (workshop_id < other_id)
) STRICT;

CREATE INDEX workshop_clashes_other ON workshop_clashes (other_id);

-- Rooms whose number of seats is known.
CREATE TABLE rooms (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats > 0),
    PRIMARY KEY (event_id, name)
) STRICT;

-- An offer: an item that is one workshop in one slot. It repeats their title, speakers and time.
ALTER TABLE agenda_items ADD COLUMN slot_id BLOB REFERENCES slots (id) ON DELETE CASCADE;
ALTER TABLE agenda_items ADD COLUMN workshop_id BLOB REFERENCES workshops (id) ON DELETE CASCADE
    CHECK ((workshop_id IS NULL) = (slot_id IS NULL));

CREATE UNIQUE INDEX agenda_items_offer ON agenda_items (slot_id, workshop_id);
CREATE INDEX agenda_items_workshop ON agenda_items (workshop_id);
