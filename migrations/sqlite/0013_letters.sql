-- The facts that decide what a person is told next.

-- The revision of the event whose facts the mail tells. NULL for mails that tell no news: sign-in links and
-- answers to somebody who registers again.
ALTER TABLE outbox ADD COLUMN event_revision INTEGER;

WITH edits AS MATERIALIZED (
    SELECT event_id, revision, at FROM audit
    WHERE event_id IS NOT NULL AND registration_id IS NULL AND revision IS NOT NULL
)
UPDATE outbox SET event_revision = (
    SELECT MAX(edits.revision) FROM edits
    WHERE edits.event_id = outbox.event_id AND edits.at <= outbox.created_at
)
WHERE registration_id IS NOT NULL AND kind <> 'already registered';

-- When the owner of the address confirmed what was entered for it, or a member entered it. NULL while it is a
-- stranger's word: no mail repeats it.
ALTER TABLE registrations ADD COLUMN address_confirmed_at INTEGER;

-- A confirmation, or an entry by a member, counts until somebody fills the form in again.
UPDATE registrations SET address_confirmed_at = (
    SELECT MAX(word.at) FROM audit AS word
    WHERE word.registration_id = registrations.id
    AND (word.what = 'registered again'
        OR (word.who = 'participant'
            AND word.what IN ('registration confirmed', 'registration waitlisted')))
    AND NOT EXISTS (
        SELECT 1 FROM audit AS form
        WHERE form.registration_id = registrations.id
        AND form.what = 'registration pending' AND form.at > word.at
    )
)
WHERE state <> 'pending';

UPDATE registrations SET address_confirmed_at = created_at
WHERE address_confirmed_at IS NULL AND state <> 'pending' AND source IN ('organiser', 'import')
AND NOT EXISTS (
    SELECT 1 FROM audit AS form
    WHERE form.registration_id = registrations.id AND form.what = 'registration pending'
);
