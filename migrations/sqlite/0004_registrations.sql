-- One person at one event, and the links by which that person comes back.

CREATE TABLE registrations (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_lower TEXT NOT NULL,
    organisation_id BLOB REFERENCES organisations (id),
    organisation_name TEXT,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    -- A JSON object: question id to answer.
    answers TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'declined', 'cancelled')),
    source TEXT NOT NULL CHECK (source IN ('form', 'organiser', 'import')),
    created_at INTEGER NOT NULL,
    state_changed_at INTEGER NOT NULL,
    waiting_position INTEGER,
    consent_version INTEGER CHECK (consent_version >= 0),
    consent_at INTEGER,
    invitation_sequence INTEGER CHECK (invitation_sequence >= 0),
    revision INTEGER NOT NULL,
    -- Names, address and organisation as they are searched and sorted: see the package's `folded`.
    search TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    UNIQUE (event_id, address_lower),
    CHECK ((state = 'waitlisted') = (waiting_position IS NOT NULL)),
    CHECK ((consent_version IS NULL) = (consent_at IS NULL))
) STRICT;

CREATE INDEX registrations_state ON registrations (event_id, state, organisation_id);
CREATE INDEX registrations_waiting ON registrations (event_id, waiting_position);
CREATE INDEX registrations_name ON registrations (event_id, sort_key);
CREATE INDEX registrations_organisation ON registrations (organisation_id);

CREATE TABLE personal_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    registration_id BLOB NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'manage')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    used_at INTEGER
) STRICT;

CREATE INDEX personal_links_registration ON personal_links (registration_id);
