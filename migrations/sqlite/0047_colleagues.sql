-- Whether each colleague confirms their own address, or whoever entered them confirms for all.

ALTER TABLE events ADD COLUMN colleagues TEXT NOT NULL DEFAULT 'each' CHECK (colleagues IN ('each', 'first'));
