-- The summary of an event in plain language. Empty: there is none.

ALTER TABLE events ADD COLUMN plain_language TEXT NOT NULL DEFAULT '';
