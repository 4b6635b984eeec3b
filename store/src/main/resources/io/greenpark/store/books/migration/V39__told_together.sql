-- Notifications that wait for others and are told together with them in one message, the envelope.
-- line: what one says in a line, in its recipient's language; null for those of before. fold: due ones of the same recipient, channel and fold
-- are told together; null for one that goes alone. envelope: the message that tells it; it is delivered, or given up, when that is.
ALTER TABLE alert_outbox ADD COLUMN language TEXT;
ALTER TABLE alert_outbox ADD COLUMN line TEXT;
ALTER TABLE alert_outbox ADD COLUMN fold TEXT;
ALTER TABLE alert_outbox ADD COLUMN envelope TEXT;
CREATE INDEX alert_outbox_envelope ON alert_outbox (envelope) WHERE envelope IS NOT NULL;
CREATE INDEX alert_outbox_told ON alert_outbox (channel, target, created_ms);

-- about: the fold it was made of; delivered like alert_outbox.
CREATE TABLE alert_envelope (
    id              TEXT    NOT NULL PRIMARY KEY,
    about           TEXT    NOT NULL,
    step            INTEGER NOT NULL,
    channel         TEXT    NOT NULL,
    recipient       TEXT    NOT NULL,
    target          TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    body            TEXT    NOT NULL,
    created_ms      BIGINT  NOT NULL,
    attempts        INTEGER NOT NULL,
    next_attempt_ms BIGINT,
    claimed_by      TEXT,
    claimed_ms      BIGINT,
    delivered_ms    BIGINT,
    given_up_ms     BIGINT,
    last_error      TEXT
);
CREATE INDEX alert_envelope_due ON alert_envelope (next_attempt_ms) WHERE next_attempt_ms IS NOT NULL;
CREATE INDEX alert_envelope_told ON alert_envelope (channel, target, delivered_ms) WHERE delivered_ms IS NOT NULL;
