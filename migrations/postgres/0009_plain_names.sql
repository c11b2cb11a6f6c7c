-- Product words for tables: an agenda has items, and a signed-in browser has a login session.
-- Columns and indexes that no statement uses are dropped. `created_at` and `updated_at` stay where no
-- statement reads them: they are facts for an operator.

ALTER TABLE agenda_sessions RENAME TO agenda_items;
ALTER INDEX agenda_sessions_pkey RENAME TO agenda_items_pkey;
ALTER INDEX agenda_sessions_event RENAME TO agenda_items_event;
ALTER TABLE agenda_items RENAME CONSTRAINT agenda_sessions_event_id_fkey TO agenda_items_event_id_fkey;
ALTER TABLE agenda_items RENAME CONSTRAINT agenda_sessions_kind_check TO agenda_items_kind_check;
ALTER TABLE agenda_items RENAME CONSTRAINT agenda_sessions_minutes_check TO agenda_items_minutes_check;

ALTER TABLE sessions RENAME TO login_sessions;
ALTER INDEX sessions_pkey RENAME TO login_sessions_pkey;
ALTER INDEX sessions_expiry RENAME TO login_sessions_expiry;
DROP INDEX sessions_address;

ALTER TABLE login_sessions DROP COLUMN last_seen_at;
ALTER TABLE personal_links DROP COLUMN used_at;
ALTER TABLE events DROP COLUMN published_at;
DROP INDEX organisations_name;
ALTER TABLE organisations DROP COLUMN name_lower;

-- The list of a network's events is in the order of their beginning.
DROP INDEX events_network;
CREATE INDEX events_network ON events (network_id, starts_at);

-- The version of the rules by which the program computes columns from others: keys for searching, sorting and
-- comparing. It computes them again when its rules are newer.
CREATE TABLE data_versions (
    name TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL
);

INSERT INTO data_versions (name, version) VALUES ('keys', 0);
