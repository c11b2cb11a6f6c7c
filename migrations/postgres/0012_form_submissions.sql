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
