-- Who changed what. `revision` is the one that the event or the registration had after the change,
-- where it was an edit. A line outlives what it is about, so those two columns refer to nothing.

CREATE TABLE audit (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    event_id UUID,
    registration_id UUID,
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
