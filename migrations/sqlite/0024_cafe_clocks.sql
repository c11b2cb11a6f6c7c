-- The clocks of cafés. A café without a row follows its planned times.

CREATE TABLE plan_clocks (
    plan_id BLOB NOT NULL PRIMARY KEY REFERENCES plans (id) ON DELETE CASCADE,
    -- Counts the changes: a step names the one that it was made from.
    revision INTEGER NOT NULL CHECK (revision > 0),
    -- JSON, as the model words it.
    clock TEXT NOT NULL
) STRICT;

-- Secret links to the screens of a café. The database holds only hashes of their tokens.
CREATE TABLE screen_links (
    id BLOB NOT NULL PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL UNIQUE,
    member_id BLOB NOT NULL REFERENCES members (id),
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX screen_links_plan ON screen_links (plan_id);
CREATE INDEX screen_links_member ON screen_links (member_id);
