-- Refused and half-filled forms, so that their page can be loaded again.

CREATE TABLE kept_forms (
    id UUID NOT NULL PRIMARY KEY,
    keeper_hash BYTEA NOT NULL,
    client_hash BYTEA NOT NULL,
    content TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX kept_forms_client ON kept_forms (client_hash, created_at);
CREATE INDEX kept_forms_age ON kept_forms (created_at);
