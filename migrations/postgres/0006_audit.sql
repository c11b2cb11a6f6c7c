-- Who changed what. `revision` is the one the event had after the change, where it was an edit.

CREATE TABLE audit (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    event_id UUID REFERENCES events (id),
    registration_id UUID REFERENCES registrations (id),
    member_id UUID REFERENCES members (id),
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    -- JSON, as the planner words it.
    changes TEXT NOT NULL,
    revision BIGINT,
    at BIGINT NOT NULL
);

CREATE INDEX audit_network ON audit (network_id, at);
CREATE INDEX audit_event ON audit (event_id, revision);
CREATE INDEX audit_registration ON audit (registration_id);
CREATE INDEX audit_member ON audit (member_id);
