-- Mails that come back later. bounced_ms: since when an address does not work because a mail to it came back; that a mail server takes another
-- mail for it ends nothing. cleared_ms: when it was last taken to work because somebody said so; mails sent before then are held against it no more.
ALTER TABLE contact_address ADD COLUMN bounced_ms BIGINT;
ALTER TABLE contact_address ADD COLUMN cleared_ms BIGINT;

-- How far the mailbox is read that mails come back to: everything up to uid under this validity, with its results. One row per mailbox. skip_ms:
-- while a mailbox whose numbers began anew is read again, what came before then is left out; null else.
CREATE TABLE bounce_mailbox (
    mailbox   TEXT   NOT NULL PRIMARY KEY,
    validity  BIGINT NOT NULL,
    uid       BIGINT NOT NULL,
    looked_ms BIGINT NOT NULL,
    skip_ms   BIGINT
);

-- Reports on mails that were sent from here, each once however often it is read. report: a digest of the report and the recipient in it; notice:
-- the message that it is about; target_hash: as in contact_address; kind: FAILED or DELAYED; sent_ms: when the message was sent.
CREATE TABLE bounce_report (
    report      TEXT   NOT NULL PRIMARY KEY,
    notice      TEXT   NOT NULL,
    target_hash TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    answer      TEXT   NOT NULL,
    sent_ms     BIGINT NOT NULL,
    read_ms     BIGINT NOT NULL
) ${without_rowid};
CREATE INDEX bounce_report_target ON bounce_report (target_hash, kind, read_ms);

-- How many mails of each kind were in the mailbox, and when the last one was read.
CREATE TABLE bounce_count (
    kind    TEXT   NOT NULL PRIMARY KEY,
    mails   BIGINT NOT NULL,
    last_ms BIGINT NOT NULL
);
