-- Product words for tables: an agenda has items, and a signed-in browser has a login session.
-- Columns and indexes that no statement uses go.

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
