-- What participants, speakers and the desk are told about workshops.

-- A calendar message of a workshop that tells another title or other speakers has the SEQUENCE of the one before it, and
-- a number is used again if its mail was dropped before it was sent.
DROP INDEX outbox_calendar;
CREATE UNIQUE INDEX outbox_calendar ON outbox (calendar_uid, recipient_lower, sequence, method)
    WHERE kind NOT IN ('way published', 'workshop entered', 'workshop removed');

-- Links to the list of a workshop.
ALTER TABLE plan_links DROP CONSTRAINT plan_links_purpose_check;
ALTER TABLE plan_links ADD CONSTRAINT plan_links_purpose_check CHECK (purpose IN ('screen', 'harvest', 'list'));
-- The workshop of a link for its list.
ALTER TABLE plan_links ADD COLUMN workshop_id UUID REFERENCES workshops (id) ON DELETE CASCADE;
ALTER TABLE plan_links ADD CHECK ((purpose = 'list') = (workshop_id IS NOT NULL));

CREATE INDEX plan_links_workshop ON plan_links (workshop_id);

-- The questions whose answers the lists of workshops show.
CREATE TABLE list_questions (
    plan_id UUID NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    question_id UUID NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    PRIMARY KEY (plan_id, question_id)
);

CREATE INDEX list_questions_question ON list_questions (question_id);
