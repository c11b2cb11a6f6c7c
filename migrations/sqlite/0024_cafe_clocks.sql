-- The clocks of cafés. A café without a row follows its planned times.

CREATE TABLE plan_clocks (
    plan_id BLOB NOT NULL PRIMARY KEY REFERENCES plans (id) ON DELETE CASCADE,
    -- Counts the changes: a step names the one that it was made from.
    revision INTEGER NOT NULL CHECK (revision > 0),
    -- JSON, as the model words it.
    clock TEXT NOT NULL
) STRICT;
