-- The plan of a café: its set-up, and its versions. Workshops will have plans of the same kind.

CREATE TABLE plans (
    id UUID NOT NULL PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- NULL: the plan of the event itself. No foreign key: an item that is removed and restored has its plan again.
    agenda_item_id UUID UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('café')),
    -- The revision of the set-up that is edited.
    set_up BIGINT NOT NULL,
    -- The version that organisers edit.
    current_version BIGINT,
    -- The version that redoing leads to, step by step. Equal to the current one after a change.
    newest_version BIGINT,
    -- The version that participants see.
    published_version BIGINT,
    published_at BIGINT,
    created_at BIGINT NOT NULL,
    CHECK ((current_version IS NULL) = (newest_version IS NULL)),
    CHECK ((published_version IS NULL) = (published_at IS NULL))
);

CREATE UNIQUE INDEX plans_event ON plans (event_id) WHERE agenda_item_id IS NULL;
CREATE INDEX plans_of_event ON plans (event_id);

-- Every revision of a set-up: a version names the one that it was made from.
CREATE TABLE plan_set_ups (
    plan_id UUID NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    revision BIGINT NOT NULL,
    -- JSON, as the model words it.
    set_up TEXT NOT NULL,
    member_id UUID REFERENCES members (id),
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (plan_id, revision)
);

CREATE INDEX plan_set_ups_member ON plan_set_ups (member_id);

-- Who sits where. A row is never changed.
CREATE TABLE plan_versions (
    plan_id UUID NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    number BIGINT NOT NULL CHECK (number > 0),
    parent BIGINT,
    cause TEXT NOT NULL,
    set_up BIGINT NOT NULL,
    -- JSON, as the model words them.
    seating TEXT NOT NULL,
    locks TEXT NOT NULL,
    broken TEXT NOT NULL,
    quality TEXT NOT NULL,
    -- What reproduces a plan of the solver.
    seed BIGINT,
    iterations BIGINT,
    member_id UUID REFERENCES members (id),
    made_at BIGINT NOT NULL,
    PRIMARY KEY (plan_id, number)
);

CREATE INDEX plan_versions_member ON plan_versions (member_id);
