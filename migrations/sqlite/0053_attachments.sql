-- Files that are sent with a mailing. Those without a mailing were uploaded with a message that is being written.
CREATE TABLE attachments (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    mailing_id BLOB REFERENCES mailings (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    -- NULL once the mails of the mailing are deleted.
    bytes BLOB,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX attachments_event ON attachments (event_id);
CREATE INDEX attachments_mailing ON attachments (mailing_id);
CREATE INDEX attachments_kept ON attachments (created_at) WHERE bytes IS NOT NULL;
