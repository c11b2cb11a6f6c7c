-- A point whose text is still being typed.
ALTER TABLE harvest_points ADD COLUMN is_draft BOOLEAN NOT NULL DEFAULT FALSE;
