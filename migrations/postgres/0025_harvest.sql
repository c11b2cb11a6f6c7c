-- The harvest of a café: secret links of its tables, what they write down, and what is agreed on.

-- NULL: the results are not public.
ALTER TABLE plans ADD COLUMN results_published_at BIGINT;

-- Secret links of a plan. Of the secret there is only the hash. A table may have several: each printing makes its own.
CREATE TABLE plan_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    plan_id UUID NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('screen', 'harvest')),
    -- The table of a link for its harvest.
    table_number BIGINT,
    made_at BIGINT NOT NULL,
    CHECK ((purpose = 'harvest') = (table_number IS NOT NULL))
);

CREATE INDEX plan_links_plan ON plan_links (plan_id);

CREATE TABLE harvest_points (
    -- Given by the device that wrote the point.
    id UUID NOT NULL PRIMARY KEY,
    plan_id UUID NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    table_number BIGINT NOT NULL,
    topic_number BIGINT NOT NULL,
    round BIGINT NOT NULL CHECK (round > 0),
    kind TEXT NOT NULL CHECK (kind IN ('insight', 'proposal', 'question')),
    text TEXT NOT NULL,
    heading TEXT,
    state TEXT NOT NULL CHECK (state IN ('shown', 'hidden', 'merged', 'removed')),
    -- The point whose text it was to replace. Somebody else had changed that meanwhile.
    differs_from UUID,
    position BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    written_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE INDEX harvest_points_plan ON harvest_points (plan_id, table_number, round);

-- What devices have sent. The same once more changes nothing.
CREATE TABLE harvest_writes (
    -- Given by the device.
    id UUID NOT NULL PRIMARY KEY,
    -- The point that has the text, and the revision of it that this made.
    point_id UUID NOT NULL REFERENCES harvest_points (id) ON DELETE CASCADE,
    revision BIGINT NOT NULL
);

CREATE INDEX harvest_writes_point ON harvest_writes (point_id);

CREATE TABLE action_items (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    point_id UUID REFERENCES harvest_points (id) ON DELETE SET NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    -- ISO 8601.
    due TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX action_items_event ON action_items (event_id);
CREATE INDEX action_items_point ON action_items (point_id);
