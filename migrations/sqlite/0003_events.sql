-- What is planned. A local time is text in the event's zone (`2023-09-19T09:30`); the instant it
-- means stands beside it, and tells which of two it is when the clocks are put back.

CREATE TABLE events (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('network meeting', 'world café', 'conference', 'steering group', 'committee')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
    cancel_reason TEXT,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    time_zone TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_local TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    place_name TEXT,
    place_address TEXT,
    place_room TEXT,
    online_link TEXT,
    capacity INTEGER CHECK (capacity >= 0),
    opens_local TEXT,
    opens_at INTEGER,
    closes_local TEXT,
    closes_at INTEGER,
    visibility TEXT NOT NULL CHECK (visibility IN ('public', 'link', 'invitation')),
    link_key TEXT NOT NULL UNIQUE,
    funding_notice TEXT NOT NULL,
    calendar_uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    organizer_token TEXT NOT NULL UNIQUE,
    -- Counted up as the first statement of whatever gives, moves or frees a seat: it locks the row.
    seat_changes INTEGER NOT NULL DEFAULT 0,
    -- Counts the edits only, so that a registration never makes an organiser's form out of date.
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    published_at INTEGER,
    CHECK (ends_at > starts_at),
    CHECK ((opens_local IS NULL) = (opens_at IS NULL)),
    CHECK ((closes_local IS NULL) = (closes_at IS NULL))
) STRICT;

CREATE INDEX events_network ON events (network_id, ends_at);
CREATE INDEX events_public ON events (state, visibility, ends_at);

CREATE TABLE contingents (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    seats INTEGER NOT NULL CHECK (seats >= 0),
    PRIMARY KEY (event_id, organisation_id)
) STRICT;

CREATE INDEX contingents_organisation ON contingents (organisation_id);

CREATE TABLE agenda_sessions (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('plenary', 'break', 'introduction round', 'café', 'workshop')),
    title TEXT NOT NULL,
    details TEXT NOT NULL,
    room TEXT,
    speakers TEXT,
    starts_local TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0)
) STRICT;

CREATE INDEX agenda_sessions_event ON agenda_sessions (event_id, starts_local, position);

CREATE TABLE questions (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'long text', 'one of', 'several of', 'yes/no')),
    label TEXT NOT NULL,
    help TEXT NOT NULL,
    -- A JSON array of texts.
    options TEXT NOT NULL,
    need TEXT NOT NULL CHECK (need IN ('required', 'optional'))
) STRICT;

CREATE INDEX questions_event ON questions (event_id, position);
