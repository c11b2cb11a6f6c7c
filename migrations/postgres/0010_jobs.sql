-- Work that outlives a request. A row is written in the transaction of the change that causes it. A worker
-- holds it under a lease, and each of its transactions stores how far it got together with what it did.

CREATE TABLE jobs (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    event_id UUID REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    -- JSON, as the planner words it.
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'stopped')),
    done BIGINT NOT NULL CHECK (done >= 0),
    total BIGINT NOT NULL CHECK (total >= 0),
    -- JSON: where the next transaction goes on. NULL at the beginning.
    cursor TEXT,
    -- JSON: who or what was left out, and why.
    problems TEXT NOT NULL,
    stop_requested_at BIGINT,
    -- Failed attempts in a row at the present place.
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    lease_token UUID,
    leased_until BIGINT,
    member_id UUID REFERENCES members (id),
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    CHECK ((state = 'running') = (lease_token IS NOT NULL)),
    CHECK ((state = 'running') = (leased_until IS NOT NULL)),
    CHECK ((state IN ('done', 'failed', 'stopped')) = (finished_at IS NOT NULL))
);

CREATE INDEX jobs_due ON jobs (state, next_attempt_at);
CREATE INDEX jobs_network ON jobs (network_id);
CREATE INDEX jobs_event ON jobs (event_id, id);
CREATE INDEX jobs_member ON jobs (member_id);

-- A job about all people of an event walks them in this order.
CREATE INDEX registrations_event ON registrations (event_id, id);

-- The lines of a table that is being imported, until their job is over. One transaction turns them into
-- registrations; the keys are those of `registrations`.
CREATE TABLE import_lines (
    job_id UUID NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    registration_id UUID NOT NULL,
    audit_id UUID NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_lower TEXT NOT NULL,
    organisation_id UUID,
    organisation_name TEXT,
    language TEXT NOT NULL,
    answers TEXT NOT NULL,
    search TEXT NOT NULL,
    sort_key TEXT COLLATE "C" NOT NULL,
    organisation_key TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (job_id, number)
);
