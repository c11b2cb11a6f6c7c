-- The organisation as a list is sorted by it: see the package's `folded`. SQL cannot fold, so a row from
-- before has its own letters until it is saved again.

ALTER TABLE registrations ADD COLUMN organisation_key TEXT NOT NULL DEFAULT '';

UPDATE registrations SET organisation_key = LOWER(COALESCE(organisation_name, ''));
