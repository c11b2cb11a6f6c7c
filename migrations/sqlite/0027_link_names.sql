-- What a secret link of a plan is for, in the words of whoever made it.
ALTER TABLE plan_links ADD COLUMN name TEXT;
