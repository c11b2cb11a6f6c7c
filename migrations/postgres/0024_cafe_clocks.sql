-- The clocks of cafés. A café without a row follows its planned times.

CREATE TABLE plan_clocks (
    plan_id UUID NOT NULL PRIMARY KEY REFERENCES plans (id) ON DELETE CASCADE,
    -- Counts the changes: a step names the one that it was made from.
    revision BIGINT NOT NULL CHECK (revision > 0),
    -- JSON, as the model words it.
    clock TEXT NOT NULL
);

-- Secret links to the screens of a café. The database holds only hashes of their tokens.
CREATE TABLE screen_links (
    id UUID NOT NULL PRIMARY KEY,
    plan_id UUID NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    token_hash BYTEA NOT NULL UNIQUE,
    member_id UUID NOT NULL REFERENCES members (id),
    created_at BIGINT NOT NULL
);

CREATE INDEX screen_links_plan ON screen_links (plan_id);
CREATE INDEX screen_links_member ON screen_links (member_id);
