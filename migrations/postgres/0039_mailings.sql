-- Mailings: a text with variables that is written to many people, and who they are.

CREATE TABLE mailings (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('scheduled', 'started', 'withdrawn')),
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    -- JSON: whom it is for.
    audience TEXT NOT NULL,
    -- The state of the event when it was made. It is for nobody once the event has another one.
    event_state TEXT NOT NULL CHECK (event_state IN ('draft', 'published', 'cancelled')),
    -- When it begins. NULL: it began at once.
    due_local TEXT,
    due_at BIGINT,
    job_id UUID REFERENCES jobs (id) ON DELETE SET NULL,
    member_id UUID REFERENCES members (id),
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    CHECK ((due_local IS NULL) = (due_at IS NULL))
);

CREATE INDEX mailings_network ON mailings (network_id);
CREATE INDEX mailings_event ON mailings (event_id, id);
CREATE INDEX mailings_job ON mailings (job_id);
CREATE INDEX mailings_member ON mailings (member_id);
CREATE INDEX mailings_due ON mailings (due_at) WHERE state = 'scheduled';

-- A recipient is written to once: the row says whether that has happened.
CREATE TABLE mailing_recipients (
    mailing_id UUID NOT NULL REFERENCES mailings (id) ON DELETE CASCADE,
    position BIGINT NOT NULL CHECK (position > 0),
    registration_id UUID REFERENCES registrations (id) ON DELETE CASCADE,
    contact_id UUID REFERENCES contacts (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'written', 'left out')),
    PRIMARY KEY (mailing_id, position),
    CHECK ((registration_id IS NULL) <> (contact_id IS NULL))
);

CREATE UNIQUE INDEX mailing_recipients_registration ON mailing_recipients (mailing_id, registration_id);
CREATE UNIQUE INDEX mailing_recipients_contact ON mailing_recipients (mailing_id, contact_id);
CREATE INDEX mailing_recipients_of_registration ON mailing_recipients (registration_id);
CREATE INDEX mailing_recipients_of_contact ON mailing_recipients (contact_id);

-- Whatever else happens, no mailbox gets a mailing twice.
ALTER TABLE outbox ADD COLUMN mailing_id UUID REFERENCES mailings (id);

CREATE UNIQUE INDEX outbox_mailing ON outbox (mailing_id, recipient_lower) WHERE mailing_id IS NOT NULL;

-- The links by which contacts opt out of mails that are not about a registration of theirs.
CREATE TABLE opt_out_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    contact_id UUID NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL
);

CREATE INDEX opt_out_links_contact ON opt_out_links (contact_id);
