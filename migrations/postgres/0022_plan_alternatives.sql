-- Other plans that the solver found beside a version: better in a later goal, worse in an earlier one.

CREATE TABLE plan_alternatives (
    plan_id UUID NOT NULL,
    -- The version that they stand beside.
    version BIGINT NOT NULL,
    -- Counted from 1.
    number BIGINT NOT NULL CHECK (number > 0),
    -- JSON, as the model words them.
    seating TEXT NOT NULL,
    quality TEXT NOT NULL,
    PRIMARY KEY (plan_id, version, number),
    FOREIGN KEY (plan_id, version) REFERENCES plan_versions (plan_id, number) ON DELETE CASCADE
);
