-- A point whose text is still being typed.
ALTER TABLE harvest_points ADD COLUMN is_draft BIGINT NOT NULL DEFAULT 0 CHECK (is_draft IN (0, 1));
