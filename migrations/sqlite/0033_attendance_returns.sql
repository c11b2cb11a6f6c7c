-- Who goes may come back before the café is over.

-- The round from which the person is there again, counted from 1.
ALTER TABLE attendance ADD COLUMN back_round INTEGER CHECK (back_round > 2);
