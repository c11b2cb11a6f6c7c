-- What it would cost to keep or to call off the small offers of a version, as far as a job has computed it.
CREATE TABLE plan_offer_prices (
    plan_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    -- JSON, as the model words it.
    prices TEXT NOT NULL,
    PRIMARY KEY (plan_id, version),
    FOREIGN KEY (plan_id, version) REFERENCES plan_versions (plan_id, number) ON DELETE CASCADE
) STRICT;
