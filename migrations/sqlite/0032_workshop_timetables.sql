-- What participants, speakers and the desk are told about workshops.

-- A calendar message of a workshop that tells another title or other speakers has the SEQUENCE of the one before it, and
-- a number is used again if its mail was dropped before it was sent.
DROP INDEX outbox_calendar;
CREATE UNIQUE INDEX outbox_calendar ON outbox (calendar_uid, recipient_lower, sequence, method)
    WHERE kind NOT IN ('way published', 'workshop entered', 'workshop removed');

-- Links to the list of a workshop.
CREATE TABLE new_plan_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    plan_id BLOB NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('screen', 'harvest', 'list')),
    -- The table of a link for its harvest.
    table_number INTEGER,
    made_at INTEGER NOT NULL,
    -- What the link is for, in the words of whoever made it.
    name TEXT,
    -- The workshop of a link for its list.
    workshop_id BLOB REFERENCES workshops (id) ON DELETE CASCADE,
    CHECK ((purpose = 'harvest') = (table_number IS NOT NULL)),
    CHECK ((purpose = 'list') = (workshop_id IS NOT NULL))
) STRICT;

INSERT INTO new_plan_links (token_hash, plan_id, purpose, table_number, made_at, name)
SELECT token_hash, plan_id, purpose, table_number, made_at, name FROM plan_links;

DROP TABLE plan_links;
ALTER TABLE new_plan_links RENAME TO plan_links;

CREATE INDEX plan_links_plan ON plan_links (plan_id);
CREATE INDEX plan_links_workshop ON plan_links (workshop_id);

-- The questions whose answers the lists of workshops show.
CREATE TABLE list_questions (
    plan_id BLOB NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    question_id BLOB NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    PRIMARY KEY (plan_id, question_id)
) STRICT;

CREATE INDEX list_questions_question ON list_questions (question_id);
