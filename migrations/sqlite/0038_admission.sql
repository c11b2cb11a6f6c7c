-- Who may register for an event: everybody who sees its page, or only those who were invited.

ALTER TABLE events ADD COLUMN admission TEXT NOT NULL DEFAULT 'open' CHECK (admission IN ('open', 'invited'));
