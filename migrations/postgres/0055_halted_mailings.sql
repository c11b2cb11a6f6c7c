-- When a mailing was stopped. Its mails that wait to be handed over are held until it goes on.
ALTER TABLE mailings ADD COLUMN halted_at BIGINT;
CREATE INDEX mailings_halted ON mailings (id) WHERE halted_at IS NOT NULL;

-- When a mail was held. It counts as dropped meanwhile.
ALTER TABLE outbox ADD COLUMN held_at BIGINT;
CREATE INDEX outbox_held ON outbox (mailing_id) WHERE held_at IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox (mailing_id) WHERE state = 'queued' AND mailing_id IS NOT NULL;
