-- Product words for tables: an agenda has items, and a signed-in browser has a login session.
-- Columns and indexes that no statement uses go.

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
