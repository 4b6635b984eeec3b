-- How long a case that comes and goes really stood: in its spells before the newest, and that one. Null for cases that came again before this was kept.
ALTER TABLE alert_flap ADD COLUMN before_ms BIGINT;
ALTER TABLE alert_flap ADD COLUMN spell_ms BIGINT;
-- When the newest spell was over; null while it stands.
ALTER TABLE alert_flap ADD COLUMN spell_end_ms BIGINT;

-- In whose place somebody is told, who is absent and has named him: the address of the absent one by the same channel.
CREATE TABLE alert_stand_in (
    outbox_id TEXT NOT NULL,
    target    TEXT NOT NULL,
    case_id   TEXT NOT NULL REFERENCES alert_case (id),
    channel   TEXT NOT NULL,
    PRIMARY KEY (outbox_id, target)
);
CREATE INDEX alert_stand_in_case ON alert_stand_in (case_id, channel, target);

-- Who accepted a mark that is revoked by now; decided_by is who decided last. Not known of those that were revoked before.
ALTER TABLE data_mark ADD COLUMN accepted_by TEXT;
UPDATE data_mark SET accepted_by = decided_by WHERE state = 'ACCEPTED';
