-- The programme of a conference: slots, and the workshops that are offered in them.

CREATE TABLE slots (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    starts_local TEXT NOT NULL,
    starts_occurrence TEXT NOT NULL CHECK (starts_occurrence IN ('first', 'second')),
    minutes BIGINT NOT NULL CHECK (minutes > 0),
    -- How people come to their seats.
    way TEXT NOT NULL CHECK (way IN ('together', 'first come', 'wishes')),
    revision BIGINT NOT NULL
);

CREATE INDEX slots_event ON slots (event_id);

CREATE TABLE workshops (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    -- Markdown.
    description TEXT NOT NULL,
    speakers TEXT,
    topic TEXT,
    language TEXT,
    step_free BIGINT NOT NULL CHECK (step_free IN (0, 1)),
    -- People in an offer, and those of one organisation.
    least BIGINT,
    most BIGINT,
    organisation_most BIGINT,
    state TEXT NOT NULL CHECK (state IN ('planned', 'called off')),
    revision BIGINT NOT NULL
);

CREATE INDEX workshops_event ON workshops (event_id);

-- Workshops that one person cannot attend both. Each pair is here once.
CREATE TABLE workshop_clashes (
    workshop_id UUID NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    other_id UUID NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    PRIMARY KEY (workshop_id, other_id),
    CHECK (workshop_id < other_id)
);

CREATE INDEX workshop_clashes_other ON workshop_clashes (other_id);

-- Rooms whose number of seats is known.
CREATE TABLE rooms (
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    seats BIGINT NOT NULL CHECK (seats > 0),
    PRIMARY KEY (event_id, name)
);

-- An offer: an item that is one workshop in one slot. It repeats their title, speakers and time.
ALTER TABLE agenda_items ADD COLUMN slot_id UUID REFERENCES slots (id) ON DELETE CASCADE;
ALTER TABLE agenda_items ADD COLUMN workshop_id UUID REFERENCES workshops (id) ON DELETE CASCADE
    CHECK ((workshop_id IS NULL) = (slot_id IS NULL));

CREATE UNIQUE INDEX agenda_items_offer ON agenda_items (slot_id, workshop_id);
CREATE INDEX agenda_items_workshop ON agenda_items (workshop_id);
