-- How the ways on which people are told fare: a channel as a whole (part is empty), a chat group, or one of the bureau's own recipients.
-- failing_ms: since when nothing was taken, null while the last attempt succeeded. What failed before this table was there is not in it.
CREATE TABLE channel_state (
    channel      TEXT   NOT NULL,
    part         TEXT   NOT NULL,
    delivered_ms BIGINT,
    failing_ms   BIGINT,
    failures     BIGINT NOT NULL,
    last_error   TEXT,
    tested_ms    BIGINT,
    PRIMARY KEY (channel, part)
);

-- Whether a message may have been sent though nobody said so: no answer came, or the process ended before it was recorded. Such a one goes again under
-- its own id, and is not told together with others.
ALTER TABLE alert_outbox ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0;

-- A message as people see it where the channel shows more than text; null where it does not.
ALTER TABLE alert_outbox ADD COLUMN html TEXT;
ALTER TABLE letter_outbox ADD COLUMN html TEXT;
ALTER TABLE alert_envelope ADD COLUMN html TEXT;
