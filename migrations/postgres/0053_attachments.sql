-- Files that are sent with a mailing. Those without a mailing were uploaded with a message that is being written.
CREATE TABLE attachments (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    mailing_id UUID REFERENCES mailings (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    -- NULL once the mails of the mailing are deleted.
    bytes BYTEA,
    created_at BIGINT NOT NULL
);

CREATE INDEX attachments_event ON attachments (event_id);
CREATE INDEX attachments_mailing ON attachments (mailing_id);
CREATE INDEX attachments_kept ON attachments (created_at) WHERE bytes IS NOT NULL;
