-- Refused and half-filled forms, so that their page can be loaded again.

CREATE TABLE kept_forms (
    id BLOB NOT NULL PRIMARY KEY,
    keeper_hash BLOB NOT NULL,
    client_hash BLOB NOT NULL,
    content TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX kept_forms_client ON kept_forms (client_hash, created_at);
CREATE INDEX kept_forms_age ON kept_forms (created_at);
