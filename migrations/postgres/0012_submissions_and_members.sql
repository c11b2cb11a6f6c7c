-- Forms that were submitted lately, so that a second click does nothing a second time, on whichever server.
-- Without a location, the action is running.

CREATE TABLE form_submissions (
    form_hash BYTEA NOT NULL PRIMARY KEY,
    client_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    location TEXT
);

CREATE INDEX form_submissions_client ON form_submissions (client_hash, created_at);
CREATE INDEX form_submissions_age ON form_submissions (created_at);

-- A former member stays, because audit lines name it.
ALTER TABLE members ADD COLUMN removed_at BIGINT;

-- The sessions of a person who is removed end.
CREATE INDEX login_sessions_address ON login_sessions (address_lower);
