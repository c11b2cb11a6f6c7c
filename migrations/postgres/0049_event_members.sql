-- Members who work for single events, and the filters of the history.

-- The role of such a member counts for nothing: they see the events of event_members only.
ALTER TABLE members ADD COLUMN event_only BIGINT NOT NULL DEFAULT 0 CHECK (event_only IN (0, 1));

CREATE TABLE event_members (
    member_id UUID NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('helper', 'host')),
    added_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, event_id)
);

CREATE INDEX event_members_event ON event_members (event_id);
CREATE INDEX audit_network_member ON audit (network_id, member_id, at);
