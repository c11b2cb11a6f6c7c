-- Invitations: whom an organiser asked to come to an event, and what they answered. That somebody registered is read
-- from the registration of the same contact.

CREATE TABLE invitations (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    contact_id UUID NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    -- The invitation of the person who declined and named this one.
    instead_of UUID REFERENCES invitations (id) ON DELETE SET NULL,
    calendar TEXT NOT NULL CHECK (calendar IN ('with registration', 'with invitation')),
    invited_at BIGINT NOT NULL,
    -- When its mail was queued.
    sent_at BIGINT,
    reminded_at BIGINT,
    declined_at BIGINT,
    taken_back_at BIGINT,
    -- SEQUENCE of the last calendar message that was written for the invitation.
    sequence BIGINT CHECK (sequence >= 0),
    UNIQUE (event_id, contact_id)
);

CREATE INDEX invitations_contact ON invitations (contact_id);
CREATE INDEX invitations_instead_of ON invitations (instead_of);

-- The personal links of invitations: each mail has one of its own. Only the hashes of their secrets are kept.
CREATE TABLE invitation_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    invitation_id UUID NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    made_at BIGINT NOT NULL
);

CREATE INDEX invitation_links_invitation ON invitation_links (invitation_id);

-- The mails about invitations.
CREATE TABLE invitation_mails (
    mail_id UUID NOT NULL PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
    invitation_id UUID NOT NULL REFERENCES invitations (id) ON DELETE CASCADE
);

CREATE INDEX invitation_mails_invitation ON invitation_mails (invitation_id);
