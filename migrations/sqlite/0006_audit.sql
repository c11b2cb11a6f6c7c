-- Who changed what. `revision` is the one the event had after the change, where it was an edit.

CREATE TABLE audit (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    event_id BLOB REFERENCES events (id),
    registration_id BLOB REFERENCES registrations (id),
    member_id BLOB REFERENCES members (id),
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    -- JSON, as the planner words it.
    changes TEXT NOT NULL,
    revision INTEGER,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_network ON audit (network_id, at);
CREATE INDEX audit_event ON audit (event_id, revision);
CREATE INDEX audit_registration ON audit (registration_id);
CREATE INDEX audit_member ON audit (member_id);
