-- The versions of a plan that participants have seen. A version that is published again has the later time.
CREATE TABLE plan_publications (
    plan_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    PRIMARY KEY (plan_id, version),
    FOREIGN KEY (plan_id, version) REFERENCES plan_versions (plan_id, number) ON DELETE CASCADE
) STRICT;

INSERT INTO plan_publications (plan_id, version, published_at)
SELECT id, published_version, published_at FROM plans WHERE published_version IS NOT NULL;
