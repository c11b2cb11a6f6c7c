-- The people whom a job is about, where it is not about everybody at an event. The job goes on after the position in its
-- cursor.

CREATE TABLE job_people (
    job_id UUID NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position BIGINT NOT NULL CHECK (position > 0),
    registration_id UUID NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    PRIMARY KEY (job_id, position)
);

CREATE INDEX job_people_registration ON job_people (registration_id);
