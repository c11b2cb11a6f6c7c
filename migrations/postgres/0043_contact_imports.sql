-- Tables that were imported into an address book, and what they changed, so that an import can be undone.

CREATE TABLE contact_imports (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    at BIGINT NOT NULL,
    added BIGINT NOT NULL,
    supplemented BIGINT NOT NULL,
    undone_at BIGINT
);

CREATE INDEX contact_imports_network ON contact_imports (network_id, at);

CREATE TABLE contact_import_lines (
    import_id UUID NOT NULL REFERENCES contact_imports (id) ON DELETE CASCADE,
    contact_id UUID NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    -- The revision of the contact after the import.
    revision BIGINT NOT NULL,
    -- What stood there before, as JSON. NULL: the import added the contact.
    before TEXT,
    PRIMARY KEY (import_id, contact_id)
);

CREATE INDEX contact_import_lines_contact ON contact_import_lines (contact_id);
