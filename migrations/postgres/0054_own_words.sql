-- A network's own words in its automatic mails: JSON.
ALTER TABLE networks ADD COLUMN own_words TEXT NOT NULL DEFAULT '[]';
