-- The people whom a job is about, where it is not about everybody at an event. The job goes on after the position in its
-- cursor.

CREATE TABLE job_people (
    job_id BLOB NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position > 0),
    registration_id BLOB NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    PRIMARY KEY (job_id, position)
) STRICT;

CREATE INDEX job_people_registration ON job_people (registration_id);
