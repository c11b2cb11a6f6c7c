-- What a version of an assignment was computed from, and what was found. Later changes leave it as it is.
CREATE TABLE plan_computations (
    plan_id UUID NOT NULL,
    version BIGINT NOT NULL,
    -- JSON of the solver, with numbers in place of people and organisations.
    problem TEXT NOT NULL,
    -- JSON, as the model words it: the seats by each fairness, before anybody changed them.
    found TEXT NOT NULL,
    PRIMARY KEY (plan_id, version),
    FOREIGN KEY (plan_id, version) REFERENCES plan_versions (plan_id, number) ON DELETE CASCADE
);
