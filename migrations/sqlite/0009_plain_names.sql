-- Product words for tables: an agenda has items, and a signed-in browser has a login session.
-- Columns and indexes that no statement uses are dropped. `created_at` and `updated_at` stay where no
-- statement reads them: they are facts for an operator.

ALTER TABLE agenda_sessions RENAME TO agenda_items;
DROP INDEX agenda_sessions_event;
CREATE INDEX agenda_items_event ON agenda_items (event_id, starts_local, position);

ALTER TABLE sessions RENAME TO login_sessions;
DROP INDEX sessions_address;
DROP INDEX sessions_expiry;
CREATE INDEX login_sessions_expiry ON login_sessions (expires_at);

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
    version INTEGER NOT NULL
) STRICT;

INSERT INTO data_versions (name, version) VALUES ('keys', 0);
