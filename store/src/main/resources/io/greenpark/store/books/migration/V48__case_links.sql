-- Links in messages that acknowledge a case (签收) for whom they were sent to. ref: a keyed digest of case, channel and target, which is in the link with
-- its end and a signature; one row for each recipient of a case, whatever he was sent of it. message: what he was sent last (alert_outbox), which
-- is as much as the page behind the link may say.
CREATE TABLE case_link (
    ref        TEXT   NOT NULL PRIMARY KEY,
    case_id    TEXT   NOT NULL,
    channel    TEXT   NOT NULL,
    target     TEXT   NOT NULL,
    recipient  TEXT   NOT NULL,
    message    TEXT   NOT NULL,
    created_ms BIGINT NOT NULL
);
