-- Who changed what. `revision` is the one that the event or the registration had after the change,
-- where it was an edit. A line outlives what it is about, so those two columns refer to nothing.

CREATE TABLE audit (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    event_id BLOB,
    registration_id BLOB,
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
