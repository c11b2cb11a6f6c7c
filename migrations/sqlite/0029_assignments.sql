-- An event has a plan of its workshops, too: a set-up and versions as those of a café.

CREATE TABLE new_plans (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- NULL: the plan of the event itself. No foreign key: an item that is removed and restored has its plan again.
    agenda_item_id BLOB UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('café', 'workshops')),
    -- The revision of the set-up that is edited.
    set_up INTEGER NOT NULL,
    -- The version that organisers edit.
    current_version INTEGER,
    -- The version that redoing leads to, step by step. Equal to the current one after a change.
    newest_version INTEGER,
    -- The version that participants see.
    published_version INTEGER,
    published_at INTEGER,
    created_at INTEGER NOT NULL,
    -- NULL: the results are not public.
    results_published_at INTEGER,
    CHECK ((current_version IS NULL) = (newest_version IS NULL)),
    CHECK ((published_version IS NULL) = (published_at IS NULL))
) STRICT;

INSERT INTO new_plans (id, event_id, agenda_item_id, kind, set_up, current_version, newest_version, published_version,
    published_at, created_at, results_published_at)
SELECT id, event_id, agenda_item_id, kind, set_up, current_version, newest_version, published_version,
    published_at, created_at, results_published_at
FROM plans;

DROP TABLE plans;
ALTER TABLE new_plans RENAME TO plans;

CREATE UNIQUE INDEX plans_event ON plans (event_id, kind) WHERE agenda_item_id IS NULL;
CREATE INDEX plans_of_event ON plans (event_id, kind);
