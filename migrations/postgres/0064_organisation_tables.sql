-- The logos of organisations, and tables of organisations that were imported, so that an import can be undone.

-- JSON: the picture, whose bytes are in logo_images.
ALTER TABLE organisations ADD COLUMN logo TEXT;

CREATE TABLE organisation_imports (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    at BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    undone_at BIGINT
);

CREATE INDEX organisation_imports_network ON organisation_imports (network_id, at);

CREATE TABLE organisation_import_lines (
    import_id UUID NOT NULL REFERENCES organisation_imports (id) ON DELETE CASCADE,
    organisation_id UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    -- What stood there before and after, as JSON. NULL: the import added the organisation.
    before TEXT,
    after TEXT NOT NULL,
    PRIMARY KEY (import_id, organisation_id)
);

CREATE INDEX organisation_import_lines_organisation ON organisation_import_lines (organisation_id);
