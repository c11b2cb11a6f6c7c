-- When an organiser decided against a proposed version. Its number is not used again.
ALTER TABLE plan_versions ADD COLUMN discarded_at INTEGER;
