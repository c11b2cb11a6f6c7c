-- An event has a plan of its workshops, too: a set-up and versions as those of a café.

ALTER TABLE plans DROP CONSTRAINT plans_kind_check;
ALTER TABLE plans ADD CONSTRAINT plans_kind_check CHECK (kind IN ('café', 'workshops'));

DROP INDEX plans_event;
DROP INDEX plans_of_event;
CREATE UNIQUE INDEX plans_event ON plans (event_id, kind) WHERE agenda_item_id IS NULL;
CREATE INDEX plans_of_event ON plans (event_id, kind);
