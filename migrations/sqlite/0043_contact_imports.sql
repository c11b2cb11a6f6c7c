-- Tables that were imported into an address book, and what they changed, so that an import can be undone.

CREATE TABLE contact_imports (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    at INTEGER NOT NULL,
    added INTEGER NOT NULL,
    supplemented INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;

CREATE INDEX contact_imports_network ON contact_imports (network_id, at);

CREATE TABLE contact_import_lines (
    import_id BLOB NOT NULL REFERENCES contact_imports (id) ON DELETE CASCADE,
    contact_id BLOB NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    -- The revision of the contact after the import.
    revision INTEGER NOT NULL,
    -- What stood there before, as JSON. NULL: the import added the contact.
    before TEXT,
    PRIMARY KEY (import_id, contact_id)
) STRICT;

CREATE INDEX contact_import_lines_contact ON contact_import_lines (contact_id);
