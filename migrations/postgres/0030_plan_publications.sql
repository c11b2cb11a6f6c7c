-- The versions of a plan that participants have seen. A version that is published again has the later time.
CREATE TABLE plan_publications (
    plan_id UUID NOT NULL,
    version BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (plan_id, version),
    FOREIGN KEY (plan_id, version) REFERENCES plan_versions (plan_id, number) ON DELETE CASCADE
);

INSERT INTO plan_publications (plan_id, version, published_at)
SELECT id, published_version, published_at FROM plans WHERE published_version IS NOT NULL;
