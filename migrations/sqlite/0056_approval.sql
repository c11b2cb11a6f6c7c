-- Who may register for an event: also everybody who sees its page, while organisers decide about each.

-- The check of a column cannot be changed: the column is replaced.
ALTER TABLE events ADD COLUMN new_admission TEXT NOT NULL DEFAULT 'open'
    CHECK (new_admission IN ('open', 'invited', 'approved'));
UPDATE events SET new_admission = admission;
ALTER TABLE events DROP COLUMN admission;
ALTER TABLE events RENAME COLUMN new_admission TO admission;
