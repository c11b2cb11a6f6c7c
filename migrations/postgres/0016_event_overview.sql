-- The latest changes of one event, and the people of an event whom no mail reaches.

CREATE INDEX audit_event_time ON audit (event_id, at);
CREATE INDEX outbox_refused ON outbox (event_id) WHERE state = 'refused';
