-- Places of organisations: who entered somebody, the links by which contact people manage the places of their organisation, and when places that
-- nobody uses return to all.

ALTER TABLE registrations ADD COLUMN entered_by TEXT;

CREATE TABLE contingent_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    organisation_id UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    -- The address that the link was mailed to. NULL: it was copied.
    address TEXT,
    created_at BIGINT NOT NULL
);

CREATE INDEX contingent_links_event ON contingent_links (event_id, organisation_id);
CREATE INDEX contingent_links_organisation ON contingent_links (organisation_id);

CREATE TABLE contingent_releases (
    event_id UUID NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    -- When the places return, by the clocks of the event and as an instant.
    due_local TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    released_at BIGINT
);

CREATE INDEX contingent_releases_due ON contingent_releases (due_at) WHERE released_at IS NULL;
